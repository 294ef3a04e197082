/** The export feeds: what changed, kind by kind, for programs that keep a copy; and whole copies as files. */
@ApplicationModule(
        displayName = "Exports",
        allowedDependencies = {
            "access",
            "bookings",
            "changes",
            "customers",
            "database",
            "leads",
            "refusals",
            "server",
            "validation"
        })
@NullMarked
package org.callboard.exports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
