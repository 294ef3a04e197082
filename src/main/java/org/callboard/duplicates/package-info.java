/** Records that may be the same: finding them in the background, and what people decided about them. */
@NullMarked
package org.callboard.duplicates;

import org.jspecify.annotations.NullMarked;
