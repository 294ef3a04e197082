/**
 * Two records that are the same become one: the kept one gets what the removed one had, and the removed one stays as a row
 * that names it. Nothing is deleted, and for half a year a merge can be undone.
 */
@NullMarked
package org.callboard.merging;

import org.jspecify.annotations.NullMarked;
