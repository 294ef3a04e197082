/** What the scripts of {@code bench/rough} do to a running Callboard, and what they ask it meanwhile. */
package org.callboard.bench.rough;
