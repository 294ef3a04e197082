/** Values of requests and what may be wrong with them, collected so that all of it is said at once. */
@ApplicationModule(
        displayName = "Validation",
        allowedDependencies = {"refusals"})
@NullMarked
package org.callboard.validation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
