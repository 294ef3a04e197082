package org.callboard.search;

import org.callboard.addresses.Address;
import org.jspecify.annotations.Nullable;

/**
 * What a record is found by, beside its id and its contacts.
 *
 * @param address of a lead or an inquiry as far as it was said
 */
public record Findable(String name, Address address) {

    /** Of somebody who may have said neither. */
    public static Findable of(@Nullable String name, @Nullable Address address) {
        return new Findable(name == null ? "" : name, address == null ? Address.NONE : address);
    }
}
