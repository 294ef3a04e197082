/**
 * What {@code bench/fuzz} does: it sends a running Callboard requests that are almost right, of every operation and every
 * page, and looks for answers that no request may get.
 */
package org.callboard.bench.fuzz;
