/** Chances to book a job that were not booked at once: where they come from, how they are followed up, what becomes of them. */
@NullMarked
package org.callboard.leads;

import org.jspecify.annotations.NullMarked;
