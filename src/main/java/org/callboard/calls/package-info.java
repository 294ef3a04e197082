/**
 * Telephone calls: what telephone systems tell of them, and what the office makes of them. Calls of the API, which other
 * places count and limit, are something else.
 */
@NullMarked
package org.callboard.calls;

import org.jspecify.annotations.NullMarked;
