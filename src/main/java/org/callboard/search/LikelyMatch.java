package org.callboard.search;

import java.util.List;
import org.callboard.addresses.Address;

/** A customer on record who may be the one who asks, with the reasons, and the locations to choose from. */
public record LikelyMatch(
        long customerId, String name, boolean doNotService, List<MatchReason> reasons, List<Place> locations) {

    /** @param same whether it is the address of the inquiry */
    public record Place(long id, String name, Address address, boolean same) {}
}
