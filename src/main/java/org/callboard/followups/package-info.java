/** Following up leads: the log, the list of what is due, and taking the next one. */
@ApplicationModule(
        displayName = "Follow-ups",
        allowedDependencies = {
            "access",
            "addresses",
            "changes",
            "database",
            "details",
            "leads",
            "paging",
            "refusals",
            "validation"
        })
@NullMarked
package org.callboard.followups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
