/** Inquiries from outside: what providers post, and who in the office has them. */
@ApplicationModule(
        displayName = "Bookings",
        allowedDependencies = {
            "changes",
            "platform",
            "refusals",
            "tenants",
            "settings",
            "addresses",
            "pictures",
            "customers",
            "locations",
            "jobs",
            "mail"
        })
@NullMarked
package org.callboard.bookings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
