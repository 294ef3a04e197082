/** Where somebody is: postal addresses, as they are written and as they are understood. And how long values may be. */
@NullMarked
package org.callboard.addresses;

import org.jspecify.annotations.NullMarked;
