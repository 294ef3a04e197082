/** Lists that come as files: what each row would become, what it did become, and taking that back. */
@ApplicationModule(
        displayName = "Imports",
        allowedDependencies = {
            "access",
            "addresses",
            "campaigns",
            "changes",
            "customers",
            "database",
            "details",
            "http",
            "jobs",
            "leads",
            "lists",
            "paging",
            "refusals",
            "requests",
            "search",
            "server",
            "settings",
            "validation"
        })
@NullMarked
package org.callboard.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
