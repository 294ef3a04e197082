/** Values of requests and what may be wrong with them, collected so that all of it is said at once. */
@NullMarked
package org.callboard.validation;

import org.jspecify.annotations.NullMarked;
