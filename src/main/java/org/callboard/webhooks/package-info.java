/** Telling other programs what happened: who wants to know, what is owed to them, and how it is delivered. */
@ApplicationModule(
        displayName = "Webhooks",
        allowedDependencies = {
            "refusals",
            "paging",
            "database",
            "tasks",
            "changes",
            "validation",
            "http",
            "access",
            "providers",
            "settings",
            "campaigns",
            "people",
            "mail"
        })
@NullMarked
package org.callboard.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
