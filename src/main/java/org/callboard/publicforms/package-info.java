/** What forms that anybody may send have in common: their seals, and how often they may be used. */
@ApplicationModule(
        displayName = "Public forms",
        allowedDependencies = {"platform", "tenants"})
@NullMarked
package org.callboard.publicforms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
