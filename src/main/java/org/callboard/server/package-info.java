/** Connections, bodies and answers as Jetty carries them: whose turn it is, and how much of it may be held. */
@ApplicationModule(
        displayName = "Server",
        allowedDependencies = {"refusals", "database", "validation", "http"})
@NullMarked
package org.callboard.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
