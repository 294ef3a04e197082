/** The export feeds: what changed, kind by kind, for programs that keep a copy; and whole copies as files. */
@ApplicationModule(
        displayName = "Exports",
        allowedDependencies = {
            "changes",
            "platform",
            "refusals",
            "tenants",
            "records",
            "customers",
            "locations",
            "bookings",
            "leads"
        })
@NullMarked
package org.callboard.exports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
