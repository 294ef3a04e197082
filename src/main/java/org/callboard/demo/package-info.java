/** The demonstration company that {@code --demo} adds: a heating and plumbing firm in the middle of a busy week. */
@ApplicationModule(
        displayName = "Demonstration",
        allowedDependencies = {
            "access",
            "addresses",
            "bookings",
            "campaigns",
            "changes",
            "customers",
            "database",
            "desk",
            "details",
            "followups",
            "http",
            "jobs",
            "leads",
            "paging",
            "people",
            "pictures",
            "providers",
            "publicforms",
            "settings",
            "validation"
        })
@NullMarked
package org.callboard.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
