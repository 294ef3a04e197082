/** Companies, the people who work there, the programs that reach them, and who may call what. */
@ApplicationModule(
        displayName = "Tenants",
        allowedDependencies = {"changes", "platform", "refusals"})
@NullMarked
package org.callboard.tenants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
