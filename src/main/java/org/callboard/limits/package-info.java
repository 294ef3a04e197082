/** How often something may be tried: named policies, and one limiter that counts. */
@NullMarked
package org.callboard.limits;

import org.jspecify.annotations.NullMarked;
