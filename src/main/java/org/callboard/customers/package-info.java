/** Who pays, and where the work is done. */
@NullMarked
package org.callboard.customers;

import org.jspecify.annotations.NullMarked;
