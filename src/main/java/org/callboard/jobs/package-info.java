/** Booked work and its appointments. What programs read and change of it stands in {@code jobapi}. */
@NullMarked
package org.callboard.jobs;

import org.jspecify.annotations.NullMarked;
