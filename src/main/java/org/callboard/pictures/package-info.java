/** Pictures that people and programs upload: made harmless, kept in a folder or a bucket, shown to their company only. */
@ApplicationModule(
        displayName = "Pictures",
        allowedDependencies = {"refusals", "database", "validation", "http", "server", "access", "providers"})
@NullMarked
package org.callboard.pictures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
