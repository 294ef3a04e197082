package org.callboard.importrows;

import java.util.Objects;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.Likeness;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** The parts of two addresses as one: another house takes nothing from the one before, and fills none of its gaps. */
final class AddressMerge {

    private AddressMerge() {}

    /**
     * An address on record with what a row says of it. What the row leaves out stays.
     *
     * @param overwrites whether what the row says replaces what is known; otherwise it fills what is not
     * @param saysCountry whether the country stands in the row
     */
    static Address of(Address before, Address said, boolean overwrites, boolean saysCountry) {
        boolean other = VisibleText.in(before.street())
                && VisibleText.in(said.street())
                && AddressParser.parse(before).compare(whole(before, said)) == Likeness.Different;
        if (other && !overwrites) {
            return before;
        }
        return new Address(
                part(before.street(), said.street(), overwrites),
                other ? said.unit() : VisibleText.orNull(part(text(before.unit()), text(said.unit()), overwrites)),
                part(before.city(), said.city(), overwrites),
                part(before.state(), said.state(), overwrites),
                part(before.zip(), said.zip(), overwrites),
                part(before.country(), saysCountry ? said.country() : "", overwrites));
    }

    private static Address whole(Address before, Address said) {
        return new Address(
                said.street(),
                said.unit(),
                part(before.city(), said.city(), true),
                part(before.state(), said.state(), true),
                part(before.zip(), said.zip(), true),
                before.country());
    }

    private static String part(String before, String said, boolean overwrites) {
        return VisibleText.in(said) && (overwrites || !VisibleText.in(before)) ? said : before;
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
