/** When a company works, and what is asked before a visit is booked at a time. */
@NullMarked
package org.callboard.openinghours;

import org.jspecify.annotations.NullMarked;
