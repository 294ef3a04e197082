/** The words of the change log: which kinds of records it knows, and what can be done to them. */
@ApplicationModule(
        displayName = "Changes",
        allowedDependencies = {})
@NullMarked
package org.callboard.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
