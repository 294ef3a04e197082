/** The demonstration company that {@code --demo} adds: a heating and plumbing firm in the middle of a busy week. */
@ApplicationModule(
        displayName = "Demonstration",
        allowedDependencies = {
            "paging",
            "database",
            "changes",
            "validation",
            "http",
            "access",
            "providers",
            "addresses",
            "settings",
            "campaigns",
            "people",
            "pictures",
            "details",
            "customers",
            "jobs",
            "bookings",
            "leads",
            "followups",
            "desk",
            "publicforms"
        })
@NullMarked
package org.callboard.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
