/** What the office asks when it books work of a kind, in which order. */
@NullMarked
package org.callboard.bookingscripts;

import org.jspecify.annotations.NullMarked;
