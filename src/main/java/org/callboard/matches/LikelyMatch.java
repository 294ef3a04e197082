package org.callboard.matches;

import java.util.List;
import org.callboard.addresses.Address;
import org.callboard.addresses.Likeness;

/**
 * A customer on record who may be the one who asks.
 *
 * @param attaches whether it is the one, as far as that can be told where nobody looks
 * @param locations to choose from
 */
public record LikelyMatch(
        long customerId,
        String name,
        boolean doNotService,
        boolean attaches,
        List<MatchReason> reasons,
        List<Place> locations) {

    /** @param likeness what its address and that of the inquiry have in common */
    public record Place(long id, String name, Address address, Likeness likeness) {

        public boolean same() {
            return likeness == Likeness.Same;
        }

        /** Whether it may be the address of the inquiry, which leaves out what would tell. */
        public boolean possible() {
            return likeness == Likeness.Possible;
        }
    }
}
