/** The pages on which a company's public asks for a visit: what they ask, how they look, and the bookings they make. */
@ApplicationModule(
        displayName = "Booking pages",
        allowedDependencies = {
            "changes",
            "platform",
            "refusals",
            "tenants",
            "settings",
            "addresses",
            "pictures",
            "bookings",
            "publicforms"
        })
@NullMarked
package org.callboard.bookingpages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
