/**
 * What {@code bench/run} does: it starts Callboard on data sets of {@code bench/seed}, puts load on it and on a reference
 * in alternating rounds, keeps what was measured, and writes the table.
 */
package org.callboard.bench.run;
