/** People with guid ids: how each is reached and what about, and the customers, locations and bookings they belong to. */
@ApplicationModule(
        displayName = "Contacts",
        allowedDependencies = {
            "changes",
            "platform",
            "refusals",
            "tenants",
            "settings",
            "addresses",
            "customers",
            "locations"
        })
@NullMarked
package org.callboard.contacts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
