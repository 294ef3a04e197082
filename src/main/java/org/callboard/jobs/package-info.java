/** Booked work, with its appointments and invoices as far as booking needs them. */
@ApplicationModule(
        displayName = "Jobs",
        allowedDependencies = {"refusals", "paging", "database", "changes", "validation", "http", "access", "addresses"
        })
@NullMarked
package org.callboard.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
