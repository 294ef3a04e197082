/** What customers and locations have alike: contact entries, notes, tags, custom fields and external data. */
@ApplicationModule(
        displayName = "Records",
        allowedDependencies = {"changes", "platform", "refusals", "tenants", "settings", "addresses"})
@NullMarked
package org.callboard.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
