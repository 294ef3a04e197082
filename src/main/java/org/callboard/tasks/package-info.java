/** Work in the background, in lanes of its own. */
@ApplicationModule(
        displayName = "Tasks",
        allowedDependencies = {})
@NullMarked
package org.callboard.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
