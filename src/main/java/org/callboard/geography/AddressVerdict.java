package org.callboard.geography;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressPart;
import org.callboard.addresses.ParsedAddress.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What {@link AddressCheck} found out about an address, its coordinates, or both.
 *
 * @param deliverableOnly whether mail gets there and nobody else: a post office box, or the military
 * @param standard the address as its country writes it, with what was corrected or inferred; nothing of it is applied
 * @param timeZone the zone at that place; null where only the company's own is known
 * @param problems what asks for {@link NextAction#Confirm} or {@link NextAction#Fix}
 * @param suggestions what somebody may choose to have instead of what was given
 */
public record AddressVerdict(
        NextAction nextAction,
        Components components,
        Kind kind,
        boolean deliverableOnly,
        Address standard,
        CoordinatesVerdict coordinates,
        @Nullable PlaceZone timeZone,
        List<Problem> problems,
        List<Suggestion> suggestions) {

    /** What became of each part. */
    @Schema(name = "AddressCheckComponents")
    public record Components(
            Component street, Component unit, Component city, Component state, Component zip, Component country) {

        public Component of(AddressPart part) {
            return switch (part) {
                case Street -> street;
                case Unit -> unit;
                case City -> city;
                case State -> state;
                case Zip -> zip;
                case Country -> country;
            };
        }
    }

    /**
     * A part of the address.
     *
     * @param given as it was given; null where it was not
     * @param standard as it is written best, or should be; null where there is nothing to write
     * @param why what speaks for the verdict, in words for people; null where that is plain
     */
    @Schema(name = "AddressCheckComponent")
    public record Component(
            Verdict verdict,
            @Nullable String given,
            @Nullable String standard,
            @Nullable String why) {}

    /** How far a part is believed. The constants are the wire's own words. */
    @Schema(name = "AddressCheckVerdict")
    public enum Verdict {
        /** The other parts say the same. */
        Confirmed,

        /** Not the usual name there, but one that is used. */
        Plausible,

        /** Misspelt; the standard form says what is meant. */
        Corrected,

        /** It was not given, or in another field, and follows from the others. */
        Inferred,

        /** It stands against the others. */
        Suspicious,

        /** The country's addresses need it. */
        Missing,

        /** Looked for, not found: which may be because it is new. */
        Unknown,

        /** There is nothing to check it with. */
        Unchecked
    }

    /**
     * Something that speaks against the address.
     *
     * @param field the part it is about, as it is called in a body, or {@code coordinates}
     */
    @Schema(name = "AddressCheckProblem")
    public record Problem(ProblemCode code, String field) {}

    /**
     * What a part could be instead.
     *
     * @param field the part, as it is called in a body
     * @param value what to write there; null where there is a hint alone
     * @param why in words for people
     */
    @Schema(name = "AddressCheckSuggestion")
    public record Suggestion(String field, @Nullable String value, String why) {}
}
