/** Booking a job, wherever somebody does it, and taking that back. */
@NullMarked
package org.callboard.web.booking;

import org.jspecify.annotations.NullMarked;
