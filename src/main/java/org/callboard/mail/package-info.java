/** What Callboard says to people outside: mails and text messages, stored first and delivered from there. */
@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {"refusals", "paging", "database", "tasks", "changes", "validation", "http", "access"})
@NullMarked
package org.callboard.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
