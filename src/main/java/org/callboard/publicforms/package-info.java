/** What strangers fill in: booking pages, lead forms and the widget. */
@ApplicationModule(
        displayName = "Public forms",
        allowedDependencies = {
            "refusals",
            "database",
            "changes",
            "validation",
            "http",
            "server",
            "access",
            "limits",
            "providers",
            "addresses",
            "settings",
            "campaigns",
            "pictures",
            "bookings",
            "leads"
        })
@NullMarked
package org.callboard.publicforms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
