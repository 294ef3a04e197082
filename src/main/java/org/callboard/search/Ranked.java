package org.callboard.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.callboard.contactpoints.ContactType;
import org.callboard.contactpoints.PhoneFormat;
import org.callboard.search.Candidates.Candidate;
import org.callboard.search.Candidates.Contact;
import org.callboard.search.Hit.In;
import org.callboard.search.Hit.Matched;
import org.callboard.search.Typed.ContactRange;
import org.jspecify.annotations.Nullable;

/**
 * A candidate with its place in the order.
 *
 * @param rank 0 for its id or a whole number or e-mail address, then part of its name, of a contact, of its address
 * @param parts how many of the pieces are only parts of words
 * @param found where the pieces were found
 */
record Ranked(Candidate candidate, int rank, int parts, List<Place> found) {

    static final Comparator<Ranked> ORDER = Comparator.comparing(Ranked::rank)
            .thenComparing(ranked -> !ranked.candidate.active())
            .thenComparing(Ranked::parts)
            .thenComparing(ranked -> ranked.candidate.kind())
            .thenComparing(ranked -> ranked.candidate.id());

    private static final int EXACT = 0;
    private static final int NAME = 1;
    private static final int CONTACT = 2;
    private static final int ADDRESS = 3;
    private static final int OTHER = 4;

    /**
     * Where a piece was found.
     *
     * @param contact one that the line does not show
     */
    record Place(In in, @Nullable Contact contact) {}

    private record Fit(int rank, boolean part, @Nullable Place place) {}

    /** A candidate with the words that its line shows. */
    record Line(Candidate candidate, List<Words.Word> words) {

        static Line of(Candidate candidate) {
            return new Line(candidate, Words.of(new Findable(candidate.name(), candidate.address())));
        }

        /** Whether a contact may have brought it here, or may put it ahead. */
        boolean needsContacts(List<Typed> pieces) {
            return pieces.stream()
                    .anyMatch(piece -> !piece.contactRanges().isEmpty()
                            && (piece.mayBeWholeContact() || !hasId(piece) && byWords(piece, words) == null));
        }

        private boolean hasId(Typed piece) {
            return piece.id() != null && piece.id() == candidate.id();
        }
    }

    static Ranked of(Line line, List<Typed> pieces, List<Contact> contacts) {
        int rank = OTHER;
        int parts = 0;
        List<Place> found = new ArrayList<>();
        for (Typed piece : pieces) {
            Fit fit = fit(line, piece, contacts);
            rank = Math.min(rank, fit.rank);
            parts += fit.part ? 1 : 0;
            if (fit.place != null && !found.contains(fit.place)) {
                found.add(fit.place);
            }
        }
        return new Ranked(line.candidate, rank, parts, found);
    }

    private static Fit fit(Line line, Typed piece, List<Contact> contacts) {
        if (line.hasId(piece)) {
            return new Fit(EXACT, false, new Place(In.Number, null));
        }
        Fit byWords = byWords(piece, line.words);
        Fit byContact = byContact(piece, contacts);
        return byWords != null && (byContact == null || byContact.rank > EXACT)
                ? byWords
                : byContact != null ? byContact : new Fit(OTHER, true, null);
    }

    private static @Nullable Fit byWords(Typed piece, List<Words.Word> words) {
        boolean name = true;
        boolean part = false;
        for (String typed : piece.words()) {
            List<Words.Word> fitting = words.stream()
                    .filter(word -> word.field().length() == 1 && fits(piece, typed, word))
                    .toList();
            if (fitting.isEmpty()) {
                return null;
            }
            name &= fitting.stream().anyMatch(word -> word.field().equals(Field.NAME.code));
            part |= fitting.stream().noneMatch(word -> word.text().equals(typed));
        }
        return piece.words().isEmpty()
                ? null
                : new Fit(name ? NAME : ADDRESS, part, new Place(name ? In.Name : In.Address, null));
    }

    private static boolean fits(Typed piece, String typed, Words.Word word) {
        return piece.fits(typed, word.text())
                || CandidateSql.FIELDS.stream()
                        .filter(field -> field.code.equals(word.field()))
                        .anyMatch(field -> piece.asked(field, typed).insteads().contains(word.text()));
    }

    private static @Nullable Fit byContact(Typed piece, List<Contact> contacts) {
        Fit part = null;
        for (Contact contact : contacts) {
            for (ContactRange range : piece.contactRanges()) {
                String value = contact.columns().get(range.column());
                if (value != null && value.startsWith(range.start())) {
                    boolean whole =
                            value.equals(range.start()) && !range.column().equals("tail");
                    if (whole) {
                        return new Fit(EXACT, false, place(contact));
                    }
                    part = part == null ? new Fit(CONTACT, true, place(contact)) : part;
                }
            }
        }
        return part;
    }

    private static Place place(Contact contact) {
        return new Place(contact.type() == ContactType.Email ? In.Email : In.Phone, contact);
    }

    /** Where it was found, and a contact as people of the region write it. */
    List<Matched> matched(String region) {
        return found.stream()
                .map(place -> new Matched(place.in, place.contact == null ? null : shown(place.contact, region)))
                .distinct()
                .toList();
    }

    private static String shown(Contact contact, String region) {
        return contact.type() == ContactType.Email ? contact.value() : new PhoneFormat(region).shown(contact.value());
    }
}
