/** What forms that anybody may send have in common: their seals, how often they may be used, and who fills them. */
@ApplicationModule(
        displayName = "Public forms",
        allowedDependencies = {"platform", "refusals", "tenants", "addresses"})
@NullMarked
package org.callboard.publicforms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
