/** The embedded PostgreSQL server: finding it, making its cluster, starting and stopping it. */
@ApplicationModule(
        displayName = "Postgres",
        allowedDependencies = {})
@NullMarked
package org.callboard.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
