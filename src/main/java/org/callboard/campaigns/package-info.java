/** Campaigns and their categories. */
@ApplicationModule(
        displayName = "Campaigns",
        allowedDependencies = {"paging", "database", "changes", "validation", "http", "access", "settings"})
@NullMarked
package org.callboard.campaigns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
