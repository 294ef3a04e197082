/** Lists that come as files: what each row would become, what it did become, and taking that back. */
@ApplicationModule(
        displayName = "Imports",
        allowedDependencies = {
            "refusals",
            "paging",
            "database",
            "changes",
            "validation",
            "http",
            "server",
            "requests",
            "access",
            "addresses",
            "settings",
            "campaigns",
            "details",
            "search",
            "customers",
            "jobs",
            "leads",
            "lists"
        })
@NullMarked
package org.callboard.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
