/** What servers elsewhere know of an address: geocoders that a company may choose, and asks nobody unless it does. */
@NullMarked
package org.callboard.geocoding;

import org.jspecify.annotations.NullMarked;
