/** What a company sets up once: where work is done and of what kind, why people call, who does the work. */
@ApplicationModule(
        displayName = "Settings",
        allowedDependencies = {"changes", "platform", "refusals", "tenants"})
@NullMarked
package org.callboard.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
