/** Booking provider tags: who sends inquiries. */
@NullMarked
package org.callboard.providers;

import org.jspecify.annotations.NullMarked;
