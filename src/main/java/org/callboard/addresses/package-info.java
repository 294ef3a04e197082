/** Where somebody is and how to reach them: postal addresses, phone numbers, e-mail addresses. */
@ApplicationModule(
        displayName = "Addresses",
        allowedDependencies = {"paging", "validation"})
@NullMarked
package org.callboard.addresses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
