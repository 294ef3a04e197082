/** What customers and locations have alike: contact entries, notes, tags, custom fields and external data. */
@ApplicationModule(
        displayName = "Details",
        allowedDependencies = {
            "refusals",
            "paging",
            "database",
            "changes",
            "validation",
            "http",
            "access",
            "addresses",
            "settings"
        })
@NullMarked
package org.callboard.details;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
