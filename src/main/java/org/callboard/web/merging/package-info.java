/** The pages on which two records become one, and on which that is undone. */
@NullMarked
package org.callboard.web.merging;

import org.jspecify.annotations.NullMarked;
