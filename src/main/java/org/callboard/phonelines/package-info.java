/** The company's own telephone numbers, the telephones of its people, and the numbers that are blocked. */
@NullMarked
package org.callboard.phonelines;

import org.jspecify.annotations.NullMarked;
