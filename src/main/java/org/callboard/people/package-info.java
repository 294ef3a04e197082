/** People who work here: users, signing in, employees. */
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {
            "access",
            "changes",
            "database",
            "http",
            "limits",
            "paging",
            "refusals",
            "server",
            "validation"
        })
@NullMarked
package org.callboard.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
