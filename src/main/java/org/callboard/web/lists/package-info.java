/** The lists of customers and locations, the forms that add to them, and the search box. */
@NullMarked
package org.callboard.web.lists;

import org.jspecify.annotations.NullMarked;
