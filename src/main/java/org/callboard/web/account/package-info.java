/** What people say about themselves: whether they take calls, and by which telephone. */
@NullMarked
package org.callboard.web.account;

import org.jspecify.annotations.NullMarked;
