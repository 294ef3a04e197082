/** Finding records by what a caller says: the documents that they are found by, the search box, the words of filters. */
@NullMarked
package org.callboard.search;

import org.jspecify.annotations.NullMarked;
