/** The Calls screen: the queue, the inquiry, the booking form. */
@NullMarked
package org.callboard.web.calls;

import org.jspecify.annotations.NullMarked;
