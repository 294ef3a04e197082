/** Who pays, and where the work is done. */
@ApplicationModule(
        displayName = "Customers",
        allowedDependencies = {
            "access",
            "addresses",
            "changes",
            "database",
            "details",
            "http",
            "paging",
            "refusals",
            "requests",
            "search",
            "settings",
            "validation"
        })
@NullMarked
package org.callboard.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
