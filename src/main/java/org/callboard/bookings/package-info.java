/** Inquiries from outside: what providers post, and who in the office has them. */
@NullMarked
package org.callboard.bookings;

import org.jspecify.annotations.NullMarked;
