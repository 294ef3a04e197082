/** Calls that ring, on every page of those for whom they do. */
@NullMarked
package org.callboard.web.phone;

import org.jspecify.annotations.NullMarked;
