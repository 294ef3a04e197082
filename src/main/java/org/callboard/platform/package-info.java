/** The ground every module stands on: tenant isolation, the change log, reading requests, errors, paging, the database. */
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {"changes", "refusals"})
@NullMarked
package org.callboard.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
