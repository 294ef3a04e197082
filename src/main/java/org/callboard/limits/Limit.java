package org.callboard.limits;

import java.time.Duration;
import org.callboard.server.ClientAddress;

/** How much of something is let through in any stretch of time; {@link Limiter} counts it. */
public enum Limit {
    /** Wrong passwords for one account: from elsewhere, on one device, in a session. */
    PASSWORDS_OF_ACCOUNT(10, Limit.HOUR),
    PASSWORDS_FROM_NETWORK(100, Limit.HOUR),
    /** With three good links in an hour nobody needs a fourth. */
    MAILS_TO_ADDRESS(3, Limit.HOUR),
    MAILS_FROM_NETWORK(10, Limit.HOUR),
    /** Forms that anybody may send, right or wrong. */
    FORMS_FROM_NETWORK(10, Limit.TEN_MINUTES),
    FORMS_OF_PAGE(100, Limit.TEN_MINUTES),
    PICTURES_FROM_NETWORK(40, Limit.TEN_MINUTES),
    PICTURES_OF_PAGE(300, Limit.TEN_MINUTES),
    /** What a network sends to the address of a telephone system without its signature, as far as it is noted. */
    UNSIGNED_CALLS(20, Limit.TEN_MINUTES),
    /** Questions about addresses to somebody else's server; each company says how many, with the use. */
    ADDRESS_QUESTIONS(50, Limit.SECOND),
    /** OpenStreetMap's public server asks that of an installation as a whole. */
    PUBLIC_NOMINATIM(1, Limit.SECOND);

    private static final int HOUR = 3600;
    private static final int TEN_MINUTES = 600;
    private static final int SECOND = 1;

    static final Duration MAX_WINDOW = Duration.ofSeconds(HOUR);

    final int most;
    final Duration within;

    Limit(int most, int seconds) {
        this.most = most;
        this.within = Duration.ofSeconds(seconds);
    }

    /** One whom it holds for, and how much that one may. */
    public record Use(Limit limit, String who, int most) {

        /** The same with a limit that is tighter. */
        public Use atMost(int fewer) {
            return new Use(limit, who, Math.min(most, fewer));
        }
    }

    /** For whoever has this name. */
    public Use of(String who) {
        return new Use(this, who, most);
    }

    /** For the network of an address: of IPv6 the /64 that a household or office has. */
    public Use from(String address, String what) {
        return of(ClientAddress.network(address) + " " + what);
    }
}
