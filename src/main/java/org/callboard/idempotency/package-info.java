/** Requests that are sent twice and done once. */
@NullMarked
package org.callboard.idempotency;

import org.jspecify.annotations.NullMarked;
