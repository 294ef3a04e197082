/** What is shown of messages to customers before they go, and what became of them. */
@NullMarked
package org.callboard.web.telling;

import org.jspecify.annotations.NullMarked;
