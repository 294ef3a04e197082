/** Who lives on: which customer or location stands for one that was merged into another, and keeping it so for a moment. */
@NullMarked
package org.callboard.mergedids;

import org.jspecify.annotations.NullMarked;
