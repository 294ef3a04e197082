package org.callboard.matches;

import java.util.List;
import java.util.Set;
import org.callboard.addresses.ParsedAddress;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody who is compared with another: all of it, or what the other may have too.
 *
 * @param names its own, and those that it had; the one that is most like one of the other's counts
 * @param kind null where it is not known
 */
public record Traits(Set<String> names, @Nullable Kind kind, List<SharedPoint> points, List<SharedDoor> doors) {

    /** What more customers have, or where more are, tells none of them apart. */
    public static final int MOST = 5;

    /** What a customer can be; as it is stored. */
    public enum Kind {
        Residential,
        Commercial
    }

    /**
     * A number or an e-mail address.
     *
     * @param extension empty for none
     * @param telling whether who has it too is the same person; not what more than five customers have, nor what people
     *     type who give none
     */
    public record SharedPoint(boolean email, String form, String extension, boolean telling) {}

    /** @param telling whether no more than five customers are at that very address */
    public record SharedDoor(ParsedAddress address, boolean telling) {}
}
