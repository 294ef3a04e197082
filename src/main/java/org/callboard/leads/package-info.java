/** Chances to book a job that were not booked at once: where they come from, how they are followed up, what becomes of them. */
@ApplicationModule(
        displayName = "Leads",
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
            "campaigns",
            "people",
            "details",
            "jobs",
            "bookings"
        })
@NullMarked
package org.callboard.leads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
