/** Who waits for an answer: the queue of the Calls screen as it is, as it changes, and what has left it. */
@NullMarked
package org.callboard.queue;

import org.jspecify.annotations.NullMarked;
