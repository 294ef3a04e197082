/** Following up leads: the log, the list of what is due, and taking the next one. */
@NullMarked
package org.callboard.followups;

import org.jspecify.annotations.NullMarked;
