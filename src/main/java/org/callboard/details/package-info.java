/** What customers and locations have alike: contact entries, notes, tags, custom fields and external data. */
@ApplicationModule(
        displayName = "Details",
        allowedDependencies = {
            "access",
            "addresses",
            "changes",
            "database",
            "http",
            "paging",
            "refusals",
            "settings",
            "validation"
        })
@NullMarked
package org.callboard.details;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
