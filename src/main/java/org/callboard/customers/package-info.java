/** Who pays, and where the work is done. */
@ApplicationModule(
        displayName = "Customers",
        allowedDependencies = {
            "refusals",
            "paging",
            "database",
            "changes",
            "validation",
            "http",
            "requests",
            "access",
            "addresses",
            "settings",
            "details",
            "search"
        })
@NullMarked
package org.callboard.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
