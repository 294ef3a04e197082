package org.callboard.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.callboard.search.Hit.In;
import org.callboard.search.LineStore.Line;
import org.callboard.search.SearchQuery.Piece;
import org.callboard.search.SearchQuery.Reach;
import org.callboard.search.SearchQuery.Reading;
import org.callboard.search.SearchStore.Found;
import org.jspecify.annotations.Nullable;

/** A record that fits all that was typed, with its place in the order. */
record Ranked(Line line, Rank rank) {

    static final Comparator<Ranked> ORDER = Comparator.<Ranked, Reach>comparing(ranked -> ranked.rank.reach)
            .thenComparing(ranked -> ranked.rank.place)
            .thenComparing(ranked -> !ranked.line.active())
            .thenComparing(ranked -> ranked.rank.parts)
            .thenComparing(ranked -> ranked.line.kind())
            .thenComparing(ranked -> ranked.line.id());

    private static final int EXACT = 0;
    private static final int NAME = 1;
    private static final int CONTACT = 2;
    private static final int ADDRESS = 3;
    private static final int OTHER = 4;

    /** The last digits of a number are many people's; with the area code they are one's. */
    private static final int LOCAL_NUMBER = 7;

    /**
     * How well a document fits.
     *
     * @param reach how far what was found is from what was typed; a beginning is as near as a word
     * @param place 0 for an id or a whole number or e-mail address, then a name, a part of a contact, an address
     * @param parts how many of the pieces are only parts of words
     * @param found where the pieces were found
     */
    record Rank(Reach reach, int place, int parts, List<Place> found) {

        private static final Comparator<Rank> ORDER =
                Comparator.comparing(Rank::reach).thenComparing(Rank::place).thenComparing(Rank::parts);

        /** A record that is known by its number, the first digits of which were typed. */
        static Rank ofNumber(Kind kind, boolean whole) {
            int place = !whole ? OTHER : kind == Kind.Customer || kind == Kind.Location ? EXACT : CONTACT;
            return new Rank(Reach.Whole, place, whole ? 0 : 1, List.of(new Place(In.Number, List.of())));
        }

        /** The nearer of two: digits that begin a record's id may also be those of its number. */
        static Rank better(Rank one, Rank other) {
            return ORDER.compare(one, other) <= 0 ? one : other;
        }

        /** Null where a piece is not found after all: a record that has one of them as its number may lack others. */
        static @Nullable Rank of(Found record, SearchQuery query) {
            int place = OTHER;
            int parts = 0;
            Reach reach = Reach.Whole;
            List<Place> found = new ArrayList<>();
            for (Piece piece : query.pieces) {
                Fit fit = fit(record, piece);
                if (fit == null) {
                    return null;
                }
                place = Math.min(place, fit.place);
                parts += fit.part ? 1 : 0;
                reach = fit.reach.compareTo(reach) > 0 ? fit.reach : reach;
                if (!found.contains(fit.found)) {
                    found.add(fit.found);
                }
            }
            return new Rank(reach == Reach.Beginning ? Reach.Whole : reach, place, parts, found);
        }
    }

    /**
     * Where a piece was found.
     *
     * @param contacts what it may mean as a part of a contact, which the line does not show; empty elsewhere
     */
    record Place(In in, List<Reading> contacts) {

        boolean isHidden() {
            return !contacts.isEmpty();
        }
    }

    private record Fit(int place, Reach reach, boolean part, Place found) {}

    private static @Nullable Fit fit(Found record, Piece piece) {
        Long id = piece.typed().id();
        if (id != null && id == record.id() && !record.kind().isLive()) {
            return new Fit(EXACT, Reach.Whole, false, new Place(In.Number, List.of()));
        }
        Fit byWords = byWords(record.document(), piece);
        Fit byContact = byContact(record.document(), piece);
        return byWords != null && (byContact == null || byContact.place > EXACT) ? byWords : byContact;
    }

    private static @Nullable Fit byWords(Document document, Piece piece) {
        boolean name = true;
        Reach reach = Reach.Whole;
        for (List<Reading> readings : piece.words()) {
            boolean inName = false;
            Reach nearest = null;
            for (Reading reading : readings) {
                if (document.words().stream().anyMatch(reading::fits)) {
                    inName |= reading.field() == Field.NAME;
                    nearest = nearest == null || reading.reach().compareTo(nearest) < 0 ? reading.reach() : nearest;
                }
            }
            if (nearest == null) {
                return null;
            }
            name &= inName;
            reach = nearest.compareTo(reach) > 0 ? nearest : reach;
        }
        return piece.words().isEmpty()
                ? null
                : new Fit(
                        name ? NAME : ADDRESS,
                        reach,
                        reach != Reach.Whole,
                        new Place(name ? In.Name : In.Address, List.of()));
    }

    private static @Nullable Fit byContact(Document document, Piece piece) {
        Fit part = null;
        for (Reading reading : piece.contacts()) {
            for (String contact : document.contacts()) {
                if (reading.fits(contact)) {
                    boolean exact = contact.equals(reading.lexeme()) && isWhole(piece.typed());
                    if (exact || part == null) {
                        part = new Fit(
                                exact ? EXACT : CONTACT,
                                Reach.Whole,
                                !exact,
                                new Place(piece.typed().email() == null ? In.Phone : In.Email, piece.contacts()));
                    }
                    if (exact) {
                        return part;
                    }
                }
            }
        }
        return part;
    }

    private static boolean isWhole(Typed typed) {
        String digits = typed.digits();
        String email = typed.email();
        return digits != null && digits.length() > LOCAL_NUMBER || email != null && email.contains("@");
    }
}
