package org.callboard.web.addresses;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressPart;
import org.callboard.addresses.Coordinates;
import org.callboard.geography.AddressVerdict;
import org.callboard.geography.AddressVerdict.Component;
import org.callboard.geography.AddressVerdict.Problem;
import org.callboard.geography.AddressVerdict.Suggestion;
import org.callboard.geography.AddressVerdict.Verdict;
import org.callboard.geography.CoordinatesVerdict;
import org.jspecify.annotations.Nullable;

/**
 * What is said below an address that somebody types: what is doubtful, and what it could be instead, each with a button.
 *
 * @param fills what a ZIP says, for city and state while they are empty
 * @param point what was read out of something that was pasted
 * @param lookup whether the company's geocoder can be asked about the address
 */
public record AddressHelp(
        List<Line> lines,
        @Nullable PlaceOfZip fills,
        @Nullable Point point,
        @Nullable AddressMap map,
        boolean lookup) {

    /** Degrees as they stand in the fields. */
    public record Point(String latitude, String longitude) {
        static @Nullable Point of(@Nullable Coordinates at) {
            return at == null
                    ? null
                    : new Point(Coordinates.degrees(at.latitude()), Coordinates.degrees(at.longitude()));
        }
    }

    /** The city and the state of a ZIP. */
    public record PlaceOfZip(String city, String state) {}

    /**
     * A sentence, with what its button puts into the fields by the names of the parts.
     *
     * @param button null where there is nothing to choose
     * @param good whether all is well
     */
    public record Line(String text, @Nullable String button, Map<String, String> uses, boolean good) {

        static Line of(String text) {
            return new Line(text, null, Map.of(), false);
        }
    }

    /** Lines for all that speaks against what was typed, suggestions first. */
    static List<Line> lines(AddressVerdict verdict, boolean miles) {
        List<Line> lines = new ArrayList<>();
        for (Suggestion one : verdict.suggestions()) {
            String value = one.value();
            lines.add(
                    value == null
                            ? Line.of(one.why())
                            : new Line(one.why(), "Use " + value, Map.of(one.field(), value), false));
        }
        for (Problem problem : verdict.problems()) {
            boolean suggested =
                    verdict.suggestions().stream().anyMatch(one -> one.field().equals(problem.field()));
            String words = suggested ? null : words(verdict, problem);
            if (words != null) {
                lines.add(Line.of(words));
            }
        }
        point(verdict.coordinates(), miles, lines);
        return lines;
    }

    /** That a point that is stored fits its address, and how far it is from the middle of the postal code; null if not. */
    public static @Nullable String fits(CoordinatesVerdict point, boolean miles) {
        return point.verdict() == CoordinatesVerdict.Verdict.Confirmed ? AddressWords.of(point, miles) : null;
    }

    /** What speaks against an address that is stored, without anything to choose. */
    public static List<String> sentences(AddressVerdict verdict, List<Problem> problems, boolean miles) {
        List<String> sentences = new ArrayList<>();
        for (Problem problem : problems) {
            String sentence = sentence(verdict, problem, miles);
            if (sentence != null && !sentences.contains(sentence)) {
                sentences.add(sentence);
            }
        }
        return sentences;
    }

    private static @Nullable String sentence(AddressVerdict verdict, Problem problem, boolean miles) {
        if (problem.field().equals("coordinates")) {
            return AddressWords.of(verdict.coordinates(), miles);
        }
        String missing = AddressWords.missing(problem.code());
        return missing == null ? words(verdict, problem) : missing;
    }

    private static @Nullable String words(AddressVerdict verdict, Problem problem) {
        String usual = AddressWords.of(problem.code());
        if (usual == null) {
            return null;
        }
        for (AddressPart part : AddressPart.values()) {
            if (part.field().equals(problem.field())) {
                return Objects.requireNonNullElse(verdict.components().of(part).why(), usual);
            }
        }
        return usual;
    }

    private static void point(CoordinatesVerdict point, boolean miles, List<Line> lines) {
        String words = AddressWords.of(point, miles);
        Coordinates meant = point.suggestion();
        if (words == null) {
            return;
        }
        boolean good = point.verdict() == CoordinatesVerdict.Verdict.Confirmed;
        lines.add(
                meant == null
                        ? new Line(words, null, Map.of(), good)
                        : new Line(
                                words,
                                point.verdict() == CoordinatesVerdict.Verdict.Swapped ? "Swap" : "Add the minus",
                                Map.of(
                                        "latitude", Coordinates.degrees(meant.latitude()),
                                        "longitude", Coordinates.degrees(meant.longitude())),
                                false));
    }

    /** A line with the standard form, where street or unit are written otherwise there and nothing else is in doubt. */
    static @Nullable Line standard(AddressVerdict verdict, Address typed) {
        Address standard = verdict.standard();
        String unit = Objects.requireNonNullElse(standard.unit(), "");
        boolean same =
                standard.street().equals(typed.street()) && unit.equals(Objects.requireNonNullElse(typed.unit(), ""));
        Component street = verdict.components().street();
        if (same || street.verdict() == Verdict.Missing || standard.street().isEmpty()) {
            return null;
        }
        String whole = unit.isEmpty() ? standard.street() : standard.street() + ", " + unit;
        return new Line(
                "The post writes it " + whole + ".",
                "Use it",
                Map.of(AddressPart.Street.field(), standard.street(), AddressPart.Unit.field(), unit),
                true);
    }
}
