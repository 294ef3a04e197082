/** What is said of an address while somebody types it, and on the page of a location. */
@NullMarked
package org.callboard.web.addresses;

import org.jspecify.annotations.NullMarked;
