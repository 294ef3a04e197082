/** People who work here: users, signing in, employees. */
@NullMarked
package org.callboard.people;

import org.jspecify.annotations.NullMarked;
