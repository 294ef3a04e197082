/** The rules of the Calls screen: the queue, likely matches, booking a job, and what is told to open screens. */
@ApplicationModule(
        displayName = "Calls",
        allowedDependencies = {
            "changes",
            "platform",
            "refusals",
            "tenants",
            "settings",
            "addresses",
            "customers",
            "locations",
            "jobs",
            "bookings",
            "leads",
            "search"
        })
@NullMarked
package org.callboard.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
