/** Lists, a page at a time: their filters, their order, and the SQL that these make. */
@NullMarked
package org.callboard.paging;

import org.jspecify.annotations.NullMarked;
