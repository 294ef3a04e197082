/** Chances to book a job that were not booked at once: where they come from, how they are followed up, what becomes of them. */
@ApplicationModule(
        displayName = "Leads",
        allowedDependencies = {
            "changes",
            "platform",
            "refusals",
            "tenants",
            "settings",
            "addresses",
            "records",
            "customers",
            "locations",
            "jobs",
            "bookings"
        })
@NullMarked
package org.callboard.leads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
