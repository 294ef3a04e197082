package org.callboard.geocoding;

import java.io.IOException;
import java.util.List;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.jspecify.annotations.Nullable;

/** A geocoder, with the address and the key that a company has for it. It is asked over the network, within two seconds. */
interface AddressProvider {

    /** What its terms let be kept of an answer. */
    Keep mayKeep();

    /** Whether it knows addresses of this kind at all. */
    default boolean covers(Address address) {
        return true;
    }

    /** Whether it may be asked while somebody types. */
    default boolean completes() {
        return false;
    }

    /** What it takes an address for, the likeliest first; empty where it knows none. IOException where it does not say. */
    List<Candidate> find(Address address) throws IOException;

    /** What may be meant by the beginning of an address; nothing unless it {@link #completes}. IOException where it does not say. */
    default List<Candidate> complete(String typed, @Nullable Coordinates near) throws IOException {
        return List.of();
    }
}
