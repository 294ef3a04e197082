package org.callboard.calls;

import org.jspecify.annotations.Nullable;

/**
 * A call is new or has changed; published in the transaction of the change, which has the call locked.
 *
 * @param before null for a new one
 */
public record CallChanged(long tenant, @Nullable Call before, Call after) {

    /** Whether it came to this place of the desk just now. */
    public boolean cameTo(CallDesk desk) {
        return after.desk() == desk && (before == null || before.desk() != desk);
    }

    /** Whether it left this place of the desk just now. */
    public boolean left(CallDesk desk) {
        return before != null && before.desk() == desk && after.desk() != desk;
    }

    /** Whether it is just now that somebody answered it. */
    public boolean wasAnswered() {
        return after.isAnswered() && (before == null || !before.isAnswered());
    }
}
