/** How often something may be tried: named policies, and one limiter that counts. */
@ApplicationModule(
        displayName = "Limits",
        allowedDependencies = {"server", "access"})
@NullMarked
package org.callboard.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
