/** Who pays. */
@ApplicationModule(
        displayName = "Customers",
        allowedDependencies = {
            "changes",
            "platform",
            "refusals",
            "tenants",
            "settings",
            "addresses",
            "records",
            "search"
        })
@NullMarked
package org.callboard.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
