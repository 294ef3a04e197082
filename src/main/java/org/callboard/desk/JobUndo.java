package org.callboard.desk;

import java.time.Instant;

/**
 * Who booked a job, and what they made with it.
 *
 * @param bookedBy a user
 */
record JobUndo(long jobId, long bookedBy, Instant bookedOn, boolean madeCustomer, boolean madeLocation) {}
