/** What Callboard says to people outside: mails and text messages, stored first and delivered from there. */
@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {"changes", "platform", "refusals", "tenants"})
@NullMarked
package org.callboard.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
