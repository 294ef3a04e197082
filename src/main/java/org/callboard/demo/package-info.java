/** The demonstration company that {@code --demo} adds: a heating and plumbing firm in the middle of a busy week. */
@ApplicationModule(
        displayName = "Demonstration",
        allowedDependencies = {
            "changes",
            "platform",
            "refusals",
            "tenants",
            "settings",
            "addresses",
            "pictures",
            "records",
            "customers",
            "locations",
            "jobs",
            "bookings",
            "publicforms",
            "bookingpages",
            "leads",
            "calls"
        })
@NullMarked
package org.callboard.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
