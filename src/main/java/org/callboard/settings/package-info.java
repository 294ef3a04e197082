/** What a company sets up once: where work is done and of what kind, why people call, who does the work. */
@ApplicationModule(
        displayName = "Settings",
        allowedDependencies = {"refusals", "paging", "database", "changes", "validation", "http", "access"})
@NullMarked
package org.callboard.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
