/** Telling other programs what happened: who wants to know, what is owed to them, and how it is delivered. */
@ApplicationModule(
        displayName = "Webhooks",
        allowedDependencies = {
            "access",
            "campaigns",
            "changes",
            "database",
            "http",
            "mail",
            "paging",
            "people",
            "providers",
            "refusals",
            "settings",
            "tasks",
            "validation"
        })
@NullMarked
package org.callboard.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
