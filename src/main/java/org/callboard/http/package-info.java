/** What every request and answer has: paths, errors, entity tags, preconditions, idempotency, uploads, our own address. */
@NullMarked
package org.callboard.http;

import org.jspecify.annotations.NullMarked;
