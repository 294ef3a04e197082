/** Settings of webhooks: who is told of what, and what was delivered. */
@NullMarked
package org.callboard.web.webhooks;

import org.jspecify.annotations.NullMarked;
