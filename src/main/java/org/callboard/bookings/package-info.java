/** Inquiries from outside: what providers post, and who in the office has them. */
@ApplicationModule(
        displayName = "Bookings",
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
            "mail",
            "pictures",
            "customers",
            "jobs"
        })
@NullMarked
package org.callboard.bookings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
