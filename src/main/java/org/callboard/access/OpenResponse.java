package org.callboard.access;

import java.time.Duration;
import java.util.Set;
import org.callboard.server.ClientConnection;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is on its way to somebody, and what they must be allowed to get it.
 *
 * @param who a {@link Person} or a {@link Program}
 */
final class OpenResponse {

    /** Whoever gets it, in the company that it is about. */
    sealed interface Recipient {

        long tenant();

        /** Whether they may still have it, as things are now. */
        boolean mayHave(Rights now);
    }

    /** Somebody in a session, with the least role that they need. */
    record Person(SignedInUser user, String session, Role needed) implements Recipient {

        @Override
        public long tenant() {
            return user.tenantId();
        }

        @Override
        public boolean mayHave(Rights now) {
            return now.role != null && now.role.includes(needed);
        }
    }

    /** A connection, with the scope that it needs and the booking provider that it is bound to. */
    record Program(ConnectedApp app, Scope needed) implements Recipient {

        @Override
        public long tenant() {
            return app.tenantId();
        }

        @Override
        public boolean mayHave(Rights now) {
            return now.scopes.contains(needed);
        }
    }

    /**
     * What a recipient may do now.
     *
     * @param role that of a person whose session goes on; null where it ended, or the person was deactivated
     * @param scopes those of a connection; none where it was revoked
     */
    record Rights(@Nullable Role role, Set<Scope> scopes) {}

    final Recipient recipient;

    private final ClientConnection line;
    private final long since = System.nanoTime();
    private boolean over;

    OpenResponse(Recipient recipient, ClientConnection line) {
        this.recipient = recipient;
        this.line = line;
    }

    boolean isOlderThan(Duration age) {
        return System.nanoTime() - since > age.toNanos();
    }

    boolean isOpen() {
        return line.isOpen();
    }

    /** Nothing more of it is to come: the line may carry what is somebody else's from now on. */
    synchronized void end() {
        over = true;
    }

    /** Ends it in the middle. */
    synchronized void cut() {
        if (!over) {
            over = true;
            line.cut();
        }
    }
}
