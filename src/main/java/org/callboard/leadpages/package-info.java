/** The pages of lead forms, on which anybody asks to be called. */
@ApplicationModule(
        displayName = "Lead pages",
        allowedDependencies = {"platform", "refusals", "tenants", "settings", "addresses", "leads", "publicforms"})
@NullMarked
package org.callboard.leadpages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
