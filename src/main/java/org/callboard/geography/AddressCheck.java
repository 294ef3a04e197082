package org.callboard.geography;

import static org.callboard.addresses.AddressPart.Country;
import static org.callboard.addresses.AddressPart.State;
import static org.callboard.addresses.AddressPart.Street;
import static org.callboard.addresses.AddressPart.Unit;

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

    private static final String POINT_IN_IT = "The point is in it.";

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
            return ofPoint(at, region);
        }
        CountryRules named = CountryRules.of(address.country(), address.zip(), region);
        CountryRules meant = VisibleText.in(address.country()) ? meant(address, named) : named;
        ParsedAddress parsed = parse(address, meant.isKnown() ? meant.code() : address.country());
        Findings findings = new Findings(address, parsed.standard());
        streetAndUnit(findings);
        country(findings, named, meant, region);
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
        CoordinatesVerdict coordinates = CoordinatesCheck.check(whereabouts, at);
        return verdict(findings, kind, MAIL_ALONE.contains(kind), whereabouts, coordinates);
    }

    /** A point alone is taken for one in the company's country: of that, and of its state, it says which it is in. */
    private static AddressVerdict ofPoint(@Nullable Coordinates at, String region) {
        Findings findings = new Findings(Address.NONE, Address.NONE);
        Whereabouts company = Whereabouts.of(CountryRules.of(region, null));
        CoordinatesVerdict coordinates = CoordinatesCheck.check(company, at);
        Coordinates believed = coordinates.believed();
        if (believed != null) {
            findings.inferred(Country, region, POINT_IN_IT);
            String state =
                    company.country().code().equals("us") ? Gazetteer.get().state(believed) : null;
            if (state != null) {
                findings.inferred(State, state, POINT_IN_IT);
            }
        }
        return verdict(findings, Kind.Street, false, company, coordinates);
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

    private static ParsedAddress parse(Address address, String country) {
        return AddressParser.parse(
                address.street(), address.unit(), address.city(), address.state(), address.zip(), country);
    }

    /** The country that was named, unless the postcode is of another and the state is not its own. */
    private static CountryRules meant(Address address, CountryRules named) {
        if (named.isKnown() && (named.isPostcode(address.zip()) || state(address, named) != null)) {
            return named;
        }
        CountryRules unitedStates = CountryRules.of("US", null);
        String zip = VisibleText.strip(address.zip());
        PostalPlace place = Gazetteer.get().zipAtStart(zip);
        Region state = state(address, unitedStates);
        boolean american = place != null && state != null && place.state().equals(state.code());
        CountryRules other = american ? unitedStates : CountryRules.of(null, zip, null);
        return other.isKnown() ? other : named;
    }

    private static @Nullable Region state(Address address, CountryRules country) {
        String written = parse(address, country.code()).standard().state();
        return Region.named(country.code().toUpperCase(Locale.ROOT), written);
    }

    private static void country(Findings findings, CountryRules named, CountryRules meant, String region) {
        String given = findings.given(Country);
        String why = "Postcodes of " + meant.name() + " are written so.";
        if (given.isEmpty()) {
            boolean companys = CountryRules.of(region, null).code().equals(named.code());
            findings.inferred(Country, companys ? region : named.name(), companys ? null : why);
        } else if (!named.isKnown()) {
            findings.verdict(Country, Verdict.Unknown, given, "We don't know this country.");
            findings.problem(ProblemCode.CountryUnknown, Country.field());
        } else if (!named.code().equals(meant.code())) {
            findings.verdict(Country, Verdict.Suspicious, given, why);
            findings.problem(ProblemCode.CountryElsewhere, Country.field());
        } else {
            findings.verdict(Country, Verdict.Confirmed, given, null);
        }
        if (!given.isEmpty() && !named.code().equals(meant.code())) {
            findings.suggest(Country, meant.name(), why);
        }
    }

    private static AddressVerdict verdict(
            Findings findings, Kind kind, boolean mailAlone, Whereabouts whereabouts, CoordinatesVerdict coordinates) {
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
