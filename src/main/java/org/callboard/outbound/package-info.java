/** Calls to programs elsewhere, at addresses that companies choose. */
@NullMarked
package org.callboard.outbound;

import org.jspecify.annotations.NullMarked;
