/** What is known of the world without asking anybody: postal codes, places, states, countries and zones, and what they say of an address. */
@NullMarked
package org.callboard.geography;

import org.jspecify.annotations.NullMarked;
