/** Settings → Messages: the company's own words. Settings → Outbox: what was said, and what became of it. */
@NullMarked
package org.callboard.web.messages;

import org.jspecify.annotations.NullMarked;
