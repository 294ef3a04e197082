/** Booking provider tags: who sends inquiries. */
@ApplicationModule(
        displayName = "Booking providers",
        allowedDependencies = {"refusals", "paging", "database", "changes", "validation", "http", "access"})
@NullMarked
package org.callboard.providers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
