/** Booked work, with its appointments and invoices as far as booking needs them. */
@NullMarked
package org.callboard.jobs;

import org.jspecify.annotations.NullMarked;
