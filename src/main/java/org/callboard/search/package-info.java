/** Finding customers and locations by what a caller says: the search box, likely matches, the words they are found by. */
@NullMarked
package org.callboard.search;

import org.jspecify.annotations.NullMarked;
