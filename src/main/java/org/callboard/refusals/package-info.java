/** Why something is not done, in words that programs can switch on. What it is over HTTP stands in {@code ApiErrors} alone. */
@NullMarked
package org.callboard.refusals;

import org.jspecify.annotations.NullMarked;
