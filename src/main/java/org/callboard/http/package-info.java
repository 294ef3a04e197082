/** What every request and answer has: paths, errors, entity tags, preconditions, idempotency, uploads, our own address. */
@ApplicationModule(
        displayName = "HTTP",
        allowedDependencies = {"refusals", "database", "validation"})
@NullMarked
package org.callboard.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
