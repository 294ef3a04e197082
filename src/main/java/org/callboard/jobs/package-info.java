/** Booked work, with its appointments and invoices as far as booking needs them. */
@ApplicationModule(
        displayName = "Jobs",
        allowedDependencies = {
            "changes",
            "platform",
            "refusals",
            "tenants",
            "settings",
            "addresses",
            "customers",
            "locations"
        })
@NullMarked
package org.callboard.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
