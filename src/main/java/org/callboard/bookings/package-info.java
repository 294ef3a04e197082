/** Inquiries from outside: what providers post, and who in the office has them. */
@ApplicationModule(
        displayName = "Bookings",
        allowedDependencies = {
            "access",
            "addresses",
            "changes",
            "customers",
            "database",
            "http",
            "jobs",
            "mail",
            "paging",
            "pictures",
            "refusals",
            "requests",
            "settings",
            "validation"
        })
@NullMarked
package org.callboard.bookings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
