/** The page of a customer. */
@NullMarked
package org.callboard.web.customers;

import org.jspecify.annotations.NullMarked;
