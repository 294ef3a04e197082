/** People with guid ids: how each is reached and what about, and the customers, locations and bookings they belong to. */
@ApplicationModule(
        displayName = "Contacts",
        allowedDependencies = {"refusals", "paging", "database", "changes", "validation", "http", "access", "addresses"
        })
@NullMarked
package org.callboard.contacts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
