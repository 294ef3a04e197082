/** Requests as records: binding JSON and queries to them. */
@ApplicationModule(
        displayName = "Requests",
        allowedDependencies = {"refusals", "paging", "database", "validation", "http", "server"})
@NullMarked
package org.callboard.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
