/** Chances to book a job that were not booked at once: where they come from, how they are followed up, what becomes of them. */
@ApplicationModule(
        displayName = "Leads",
        allowedDependencies = {
            "access",
            "addresses",
            "bookings",
            "campaigns",
            "changes",
            "database",
            "details",
            "http",
            "jobs",
            "paging",
            "people",
            "refusals",
            "requests",
            "settings",
            "validation"
        })
@NullMarked
package org.callboard.leads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
