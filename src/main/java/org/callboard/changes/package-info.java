/** The change log: what it speaks of, recording it, reading it in order, and the signal that something came. */
@NullMarked
package org.callboard.changes;

import org.jspecify.annotations.NullMarked;
