/** Where a company works: what it says of an address is shown to people, who decide. */
@NullMarked
package org.callboard.serviceareas;

import org.jspecify.annotations.NullMarked;
