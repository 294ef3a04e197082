/** Following up leads: the log, the list of what is due, and taking the next one. */
@ApplicationModule(
        displayName = "Follow-ups",
        allowedDependencies = {
            "refusals",
            "paging",
            "database",
            "changes",
            "validation",
            "access",
            "addresses",
            "details",
            "leads"
        })
@NullMarked
package org.callboard.followups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
