/** Who may do what: companies, apps, their connections, tokens, scopes and limits. */
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"refusals", "database", "changes", "validation", "http", "server"})
@NullMarked
package org.callboard.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
