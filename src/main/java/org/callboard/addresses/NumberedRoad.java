package org.callboard.addresses;

import java.util.List;
import java.util.Set;
import org.callboard.addresses.StreetTokens.Token;
import org.jspecify.annotations.Nullable;

/**
 * A road that has a number for a name, in the spellings of USPS Publication 28, appendix F: {@code SR 48}, {@code St Rt 48}
 * and {@code State Route 48} are one. Old, Business, Alternate and the like are other roads than the one without.
 *
 * @param number in lower case; a county's may be letters
 * @param standard as it is written best
 * @param end behind which word of the line it ends
 */
record NumberedRoad(RoadClass of, Set<String> qualifiers, String number, String standard, int end) {

    /** The road whose name begins at a word of a line; null where none does. */
    static @Nullable NumberedRoad at(List<Token> line, int start) {
        return new RoadReader(line, start).road();
    }

    /** The road that is the name of a street, perhaps behind a direction. */
    static @Nullable NumberedRoad in(List<Token> name) {
        NumberedRoad road = at(name, 0);
        int direction = road == null ? StreetName.directions(name, 0) : 0;
        return direction == 0 ? road : at(name, direction);
    }

    Likeness compare(NumberedRoad other) {
        if (!number.equals(other.number) || !qualifiers.equals(other.qualifiers)) {
            return Likeness.Different;
        }
        if (of == other.of) {
            return Likeness.Same;
        }
        return of == RoadClass.Plain || other.of == RoadClass.Plain ? Likeness.Possible : Likeness.Different;
    }

    /** What people call it beside its number. */
    List<String> names() {
        return of.names;
    }

    /** What two spellings of it have in common. */
    String key() {
        return of + " " + String.join(" ", qualifiers) + " " + number;
    }
}
