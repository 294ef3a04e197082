package org.callboard.geography;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressPart;
import org.callboard.geography.AddressVerdict.Component;
import org.callboard.geography.AddressVerdict.Components;
import org.callboard.geography.AddressVerdict.Problem;
import org.callboard.geography.AddressVerdict.Suggestion;
import org.callboard.geography.AddressVerdict.Verdict;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** What has been found out about an address so far. */
final class Findings {

    static final String COORDINATES = "coordinates";

    private final Address given;
    private final Address standard;
    private final Map<AddressPart, Component> components = new EnumMap<>(AddressPart.class);
    private final List<Problem> problems = new ArrayList<>();
    private final List<Suggestion> suggestions = new ArrayList<>();

    /** @param standard the address as its country writes it, before anything of it is corrected */
    Findings(Address given, Address standard) {
        this.given = given;
        this.standard = standard;
    }

    /** A part as it was given, without blanks around it; empty where it was not. */
    String given(AddressPart part) {
        return VisibleText.strip(part.in(given));
    }

    boolean has(AddressPart part) {
        return VisibleText.in(part.in(given));
    }

    /** A part as its country writes it. */
    String standard(AddressPart part) {
        return part.in(standard);
    }

    void verdict(AddressPart part, Verdict verdict) {
        verdict(part, verdict, standard(part), null);
    }

    void verdict(AddressPart part, Verdict verdict, String standard, @Nullable String why) {
        components.put(
                part,
                new Component(
                        verdict, has(part) ? given(part) : null, VisibleText.in(standard) ? standard : null, why));
    }

    /** Says what speaks against a part, which stays as it was given. */
    void against(AddressPart part, Verdict verdict, ProblemCode code, @Nullable String why) {
        verdict(part, verdict, standard(part), why);
        problem(code, part.field());
    }

    void corrected(AddressPart part, String to, ProblemCode code, String why) {
        verdict(part, Verdict.Corrected, to, why);
        problem(code, part.field());
        suggest(part, to, why);
    }

    void inferred(AddressPart part, String value, @Nullable String why) {
        verdict(part, Verdict.Inferred, value, why);
    }

    /** The state that is named, or else was probably meant, and says so of it; null where there is neither. */
    @Nullable
    Region state(String country) {
        Region named = Region.named(country, standard(AddressPart.State));
        if (named != null) {
            verdict(AddressPart.State, Verdict.Unchecked, named.code(), null);
            return named;
        }
        Region meant = Region.meant(country, given(AddressPart.State));
        if (meant != null) {
            corrected(AddressPart.State, meant.code(), ProblemCode.StateMisspelt, meant.name() + " is probably meant.");
        }
        return meant;
    }

    void problem(ProblemCode code, String field) {
        problems.add(new Problem(code, field));
    }

    /** @param value null where there is a hint alone */
    void suggest(AddressPart part, @Nullable String value, String why) {
        suggestions.add(new Suggestion(part.field(), value, why));
    }

    Verdict verdict(AddressPart part) {
        return component(part).verdict();
    }

    private Component component(AddressPart part) {
        return components.getOrDefault(part, new Component(Verdict.Unchecked, null, null, null));
    }

    Components components() {
        return new Components(
                component(AddressPart.Street),
                component(AddressPart.Unit),
                component(AddressPart.City),
                component(AddressPart.State),
                component(AddressPart.Zip),
                component(AddressPart.Country));
    }

    /** The address as it should be written, with what was corrected or inferred. */
    Address address() {
        return new Address(
                written(AddressPart.Street),
                component(AddressPart.Unit).standard(),
                written(AddressPart.City),
                written(AddressPart.State),
                written(AddressPart.Zip),
                written(AddressPart.Country));
    }

    private String written(AddressPart part) {
        String text = component(part).standard();
        return text == null ? "" : text;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    List<Suggestion> suggestions() {
        return List.copyOf(suggestions);
    }
}
