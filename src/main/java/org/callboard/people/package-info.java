/** People who work here: users, signing in, employees. */
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {
            "refusals",
            "paging",
            "database",
            "changes",
            "validation",
            "http",
            "server",
            "access",
            "limits"
        })
@NullMarked
package org.callboard.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
