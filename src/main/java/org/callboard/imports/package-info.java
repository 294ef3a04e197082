/** Lists that come as files: what each row would become, what it did become, and taking that back. */
@ApplicationModule(
        displayName = "Imports",
        allowedDependencies = {
            "changes",
            "platform",
            "refusals",
            "tenants",
            "settings",
            "addresses",
            "records",
            "search",
            "customers",
            "locations",
            "jobs",
            "leads",
            "lists"
        })
@NullMarked
package org.callboard.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
