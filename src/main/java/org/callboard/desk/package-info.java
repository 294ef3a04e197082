/** The rules of the Calls screen: the queue, likely matches, booking a job, and what is told to open screens. */
@ApplicationModule(
        displayName = "Desk",
        allowedDependencies = {
            "database",
            "changes",
            "validation",
            "access",
            "addresses",
            "settings",
            "campaigns",
            "search",
            "customers",
            "jobs",
            "bookings",
            "leads"
        })
@NullMarked
package org.callboard.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
