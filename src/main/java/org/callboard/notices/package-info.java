/** What customers are told of their appointments: that there is one, that it moved, and that nobody comes. */
@NullMarked
package org.callboard.notices;

import org.jspecify.annotations.NullMarked;
