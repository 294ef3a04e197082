/** The rules of the Calls screen: the queue, likely matches, booking a job, and what is told to open screens. */
@ApplicationModule(
        displayName = "Desk",
        allowedDependencies = {
            "access",
            "addresses",
            "bookings",
            "campaigns",
            "changes",
            "customers",
            "database",
            "jobs",
            "leads",
            "search",
            "settings",
            "validation"
        })
@NullMarked
package org.callboard.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
