package org.callboard.queue;

import java.util.Set;
import org.callboard.jobs.OpenJob;
import org.jspecify.annotations.Nullable;

/**
 * A call that is or was on the line, who it is, and for whom it rings.
 *
 * @param job the open job of the caller that comes first; null for none
 * @param users for whom it rings; empty where it rings no more
 */
public record IncomingCall(
        ActiveCall call,
        CallerNames.Caller caller,
        @Nullable OpenJob job,
        Set<Long> users) {

    /** How it shows on somebody's screen. */
    public enum Sight {
        Rings,
        Talks,
        None
    }

    /** How a user sees it: those who talk see it whether they take calls or not, since it is theirs. */
    public Sight sightOf(long user) {
        if (call.talks() && Long.valueOf(user).equals(call.claimedBy())) {
            return Sight.Talks;
        }
        return call.rings() && users.contains(user) ? Sight.Rings : Sight.None;
    }
}
