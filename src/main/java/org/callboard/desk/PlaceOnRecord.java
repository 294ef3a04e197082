package org.callboard.desk;

import java.util.Objects;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.Likeness;
import org.callboard.database.RecordShape;
import org.callboard.desk.Additions.Piece;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** An address on record with its point, which is that of no other address, and what becomes of it by what was typed. */
record PlaceOnRecord(Address address, @Nullable Coordinates point) {

    /** Whether another address leads to the same door, however it is written. */
    boolean isAt(Address other) {
        return AddressParser.parse(address).compare(other) == Likeness.Same;
    }

    /** Another way to write what stands is no other address; a point without an address is that of the one on record. */
    PlaceOnRecord settled(@Nullable Address typed, @Nullable Coordinates at, Comparison said) {
        if (typed == null) {
            return new PlaceOnRecord(address, said.settle(at, point));
        } else if (isAt(typed)) {
            said.there(Piece.ADDRESS, Piece.ADDRESS.label(), typed.withCountry(), address.withCountry());
            return filled(typed, at, said);
        }
        return said.settle(Piece.ADDRESS, new PlaceOnRecord(typed, at), this, PlaceOnRecord::words);
    }

    /** With what is said of it where the same door was typed: the unit that it lacks, and the point. */
    PlaceOnRecord filled(Address typed, @Nullable Coordinates at, Comparison said) {
        Address now = address;
        String unit = AddressParser.parse(typed).standard().unit();
        if (unit != null && AddressParser.parse(address).standard().unit() == null) {
            said.takes(Piece.UNIT, Piece.UNIT.label(), unit, null);
            now = RecordShape.with(address, "unit", Objects.requireNonNullElse(typed.unit(), unit));
        }
        return new PlaceOnRecord(now, said.settle(at, point));
    }

    private String words() {
        String at = point == null ? "" : " at " + point.written();
        return VisibleText.in(address.street()) ? address.withCountry() + at : "";
    }
}
