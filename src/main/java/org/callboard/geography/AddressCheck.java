package org.callboard.geography;

import static org.callboard.addresses.AddressPart.Country;
import static org.callboard.addresses.AddressPart.State;
import static org.callboard.addresses.AddressPart.Street;
import static org.callboard.addresses.AddressPart.Unit;
import static org.callboard.addresses.AddressPart.Zip;

import java.util.Locale;
import java.util.Set;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.CountryRules;
import org.callboard.addresses.ParsedAddress;
import org.callboard.addresses.ParsedAddress.Kind;
import org.callboard.geography.AddressVerdict.Problem;
import org.callboard.geography.AddressVerdict.Verdict;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** Checks an address with what the program itself knows: nobody is asked, and nothing is changed. */
public final class AddressCheck {

    /** Nobody can be visited there. */
    private static final Set<Kind> MAIL_ALONE = Set.of(Kind.POBox, Kind.Military, Kind.GeneralDelivery);

    private AddressCheck() {}

    /**
     * Takes less than a millisecond once the {@link Gazetteer} is read.
     *
     * @param address its parts as they were typed, empty where they were not; null to check coordinates alone
     * @param at as they were given, even out of range; null where they were not
     * @param region the company's country, which an address without one is in, such as {@code US}
     */
    public static AddressVerdict of(
            @Nullable Address address, @Nullable Coordinates at, Purpose purpose, String region) {
        if (address == null) {
            Address none = new Address("", null, "", "", "", "");
            Whereabouts company = Whereabouts.of(CountryRules.of(region, null), null);
            return verdict(new Findings(none, none), Kind.Street, false, company, at);
        }
        CountryRules rules = CountryRules.of(address.country(), address.zip(), region);
        boolean named = VisibleText.in(address.country());
        String country = named ? address.country() : rules.isKnown() ? rules.code() : region;
        ParsedAddress parsed = AddressParser.parse(
                address.street(), address.unit(), address.city(), address.state(), address.zip(), country);
        Findings findings = new Findings(address, parsed.standard());
        streetAndUnit(findings);
        CountryRules meant = named ? named(findings, rules) : rules;
        if (!named) {
            boolean companys = CountryRules.of(region, null).code().equals(rules.code());
            findings.inferred(Country, companys ? region : rules.name(), null);
        }
        Whereabouts whereabouts = switch (meant.code()) {
            case "us" -> UnitedStatesCheck.check(findings, meant);
            case "ca" -> CanadaCheck.check(findings, meant);
            default -> OtherCountryCheck.check(findings, meant);
        };
        Region state = whereabouts.region();
        Kind kind = state != null && state.isMilitary() ? Kind.Military : parsed.kind();
        if (MAIL_ALONE.contains(kind) && purpose == Purpose.Location) {
            findings.problem(ProblemCode.DeliverableOnly, Street.field());
        }
        return verdict(findings, kind, MAIL_ALONE.contains(kind), whereabouts, at);
    }

    private static void streetAndUnit(Findings findings) {
        if (findings.has(Street)) {
            findings.verdict(Street, Verdict.Unchecked);
        } else {
            findings.against(Street, Verdict.Missing, ProblemCode.StreetMissing, null);
        }
        boolean inStreet = !findings.has(Unit) && VisibleText.in(findings.standard(Unit));
        findings.verdict(Unit, inStreet ? Verdict.Inferred : Verdict.Unchecked);
    }

    /** The country that was named, unless the state and the postcode agree on another. */
    private static CountryRules named(Findings findings, CountryRules named) {
        boolean formed = named.isKnown() && named.isPostcode(findings.given(Zip));
        CountryRules other = formed ? named : other(findings);
        if (!named.isKnown()) {
            findings.against(Country, Verdict.Unknown, ProblemCode.CountryUnknown, "We don't know this country.");
            return suggested(findings, other);
        }
        boolean ownState = Region.named(named.code().toUpperCase(Locale.ROOT), findings.standard(State)) != null;
        if (!other.isKnown() || other.code().equals(named.code()) || ownState) {
            findings.verdict(Country, Verdict.Confirmed);
            return named;
        }
        findings.against(Country, Verdict.Suspicious, ProblemCode.CountryElsewhere, written(other));
        return suggested(findings, other);
    }

    private static CountryRules suggested(Findings findings, CountryRules country) {
        if (country.isKnown()) {
            findings.suggest(Country, country.name(), written(country));
        }
        return country;
    }

    private static String written(CountryRules country) {
        return "Postcodes of " + country.name() + " are written so.";
    }

    /** The country that the postcode says, by its form or with the state. */
    private static CountryRules other(Findings findings) {
        String zip = findings.given(Zip);
        PostalPlace place = zip.length() < 5 ? null : Gazetteer.get().zip(zip.substring(0, 5));
        boolean american = place != null && place.state().equalsIgnoreCase(findings.standard(State));
        return american ? CountryRules.of("US", null) : CountryRules.of(null, zip, null);
    }

    private static AddressVerdict verdict(
            Findings findings, Kind kind, boolean mailAlone, Whereabouts whereabouts, @Nullable Coordinates at) {
        CoordinatesVerdict coordinates = CoordinatesCheck.check(whereabouts, at);
        switch (coordinates.verdict()) {
            case Confirmed, None -> {}
            default ->
                findings.problem(ProblemCode.valueOf(coordinates.verdict().name()), Findings.COORDINATES);
        }
        NextAction action = findings.problems().stream()
                .map(Problem::code)
                .map(ProblemCode::action)
                .reduce(NextAction.Accept, NextAction::and);
        return new AddressVerdict(
                action,
                findings.components(),
                kind,
                mailAlone,
                findings.address(),
                coordinates,
                TimeZones.of(whereabouts, coordinates),
                findings.problems(),
                findings.suggestions());
    }
}
