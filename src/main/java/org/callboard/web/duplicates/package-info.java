/** The list of records that may be the same. */
@NullMarked
package org.callboard.web.duplicates;

import org.jspecify.annotations.NullMarked;
