/** Where the work is done. */
@ApplicationModule(
        displayName = "Locations",
        allowedDependencies = {
            "changes",
            "platform",
            "refusals",
            "tenants",
            "settings",
            "addresses",
            "records",
            "search",
            "customers"
        })
@NullMarked
package org.callboard.locations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
