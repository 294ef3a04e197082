/** What every other module stands on and what knows none of them. */
@NullMarked
package org.callboard.platform;

import org.jspecify.annotations.NullMarked;
