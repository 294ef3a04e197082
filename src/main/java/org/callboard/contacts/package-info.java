/** People with guid ids: how each is reached and what about, and the customers, locations and bookings they belong to. */
@NullMarked
package org.callboard.contacts;

import org.jspecify.annotations.NullMarked;
