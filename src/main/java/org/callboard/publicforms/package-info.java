/** What strangers fill in: booking pages, lead forms and the widget. */
@ApplicationModule(
        displayName = "Public forms",
        allowedDependencies = {
            "access",
            "addresses",
            "bookings",
            "campaigns",
            "changes",
            "database",
            "http",
            "leads",
            "limits",
            "pictures",
            "providers",
            "refusals",
            "server",
            "settings",
            "validation"
        })
@NullMarked
package org.callboard.publicforms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
