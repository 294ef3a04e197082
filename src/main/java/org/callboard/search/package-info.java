/** Finding customers and locations by what a caller says: the search box, likely matches, the words they are found by. */
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {"paging", "database", "access", "addresses", "details"})
@NullMarked
package org.callboard.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
