/** Merging two customers or locations, and undoing that, as programs do it. */
@NullMarked
package org.callboard.mergeapi;

import org.jspecify.annotations.NullMarked;
