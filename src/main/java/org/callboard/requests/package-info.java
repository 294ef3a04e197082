/** Requests as records: binding JSON and queries to them. */
@NullMarked
package org.callboard.requests;

import org.jspecify.annotations.NullMarked;
