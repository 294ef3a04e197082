/** The lists of customers and of locations that people look through on screen, and take out as a file. */
@ApplicationModule(
        displayName = "Lists",
        allowedDependencies = {
            "access",
            "addresses",
            "changes",
            "customers",
            "database",
            "details",
            "paging",
            "search",
            "settings"
        })
@NullMarked
package org.callboard.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
