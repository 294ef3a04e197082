/** Lists, a page at a time: their filters, their order, and the SQL that these make. */
@ApplicationModule(
        displayName = "Paging",
        allowedDependencies = {})
@NullMarked
package org.callboard.paging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
