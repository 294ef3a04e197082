package org.callboard.desk;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.callboard.http.Sha256;
import org.jspecify.annotations.Nullable;

/** What somebody typed for a customer who is on record already, piece by piece, with what becomes of each. */
public record Additions(List<Item> items) {

    /** What a piece says. */
    public enum Piece {
        NAME("Name"),
        TYPE("Type"),
        ADDRESS("Billing address"),
        UNIT("Unit"),
        POINT("Coordinates"),
        DO_NOT_MAIL("Do not mail"),
        DO_NOT_SERVICE("Do not service"),
        CONTACT("Phone or e-mail"),
        MEMO("Memo"),
        TAG("Tag"),
        FIELD("Field"),
        LOCATION("Location"),
        LOCATION_NAME("Name of the location");

        private final String label;

        Piece(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What becomes of a piece. */
    public enum Fate {
        /** Nothing stands there yet, and so it is added. */
        ADDED,
        /** The customer has it already, be it written in another way. */
        THERE,
        /** Something else stands there, which stays unless somebody chooses otherwise. */
        DIFFERS
    }

    /**
     * One piece.
     *
     * @param place the address of the location of which it is said; null for the customer
     * @param label what the company calls it
     * @param stands what is on record; null where nothing is
     * @param chosen whether somebody wants it instead of what stands
     */
    public record Item(
            Piece piece,
            @Nullable String place,
            String label,
            String typed,
            @Nullable String stands,
            Fate fate,
            boolean chosen) {

        /** Names the choice; another one where either side has changed. */
        public String key() {
            return hash(String.join("\n", piece.name(), String.valueOf(place), label, typed, String.valueOf(stands)));
        }

        public boolean differs() {
            return fate == Fate.DIFFERS;
        }

        boolean happens() {
            return fate == Fate.ADDED || chosen;
        }
    }

    /** What somebody saw who read all of this; something else once anything in it has changed. */
    public String seen() {
        return hash(items.stream().map(item -> item.key() + item.fate).collect(Collectors.joining()));
    }

    /** How many pieces of a kind are added, or take the place of what stood. */
    public long count(Piece piece) {
        return items.stream()
                .filter(item -> item.piece == piece && item.happens())
                .count();
    }

    /** How many pieces of any kind. */
    public long count() {
        return items.stream().filter(Item::happens).count();
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(Sha256.of(text), 0, 12);
    }
}
