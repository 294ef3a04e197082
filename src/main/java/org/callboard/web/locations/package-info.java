/** The page of a location. */
@NullMarked
package org.callboard.web.locations;

import org.jspecify.annotations.NullMarked;
