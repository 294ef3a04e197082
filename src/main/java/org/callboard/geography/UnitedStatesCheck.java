package org.callboard.geography;

import static org.callboard.addresses.AddressPart.City;
import static org.callboard.addresses.AddressPart.State;
import static org.callboard.addresses.AddressPart.Zip;

import java.util.List;
import org.callboard.addresses.AddressPart;
import org.callboard.addresses.CountryRules;
import org.callboard.geography.AddressVerdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Checks city, state and ZIP of an address in the United States. Two that agree speak against the third. A city may be another
 * than the one that the ZIP is called by, as long as it is near: many names are used for one ZIP.
 */
final class UnitedStatesCheck {

    private final Gazetteer gazetteer = Gazetteer.get();
    private final Findings findings;
    private final CountryRules country;
    private final String city;
    private final @Nullable Region state;
    private final ZipReader zip;
    private final @Nullable PostalPlace place;
    private final List<Region> regionsOfZip;
    private final @Nullable CityFit fit;

    private UnitedStatesCheck(Findings findings, CountryRules country) {
        this.findings = findings;
        this.country = country;
        city = CityNames.key(findings.given(City));
        state = state();
        zip = ZipReader.of(findings.given(Zip), this::mayHaveLostZeros);
        place = zip.five() == null ? null : gazetteer.zip(zip.five());
        regionsOfZip = regionsOfZip();
        fit = place == null || city.isEmpty() ? null : CityFit.of(findings.given(City), place);
    }

    static Whereabouts check(Findings findings, CountryRules country) {
        return new UnitedStatesCheck(findings, country).check();
    }

    private Whereabouts check() {
        if (state != null && !regionsOfZip.isEmpty() && !regionsOfZip.contains(state)) {
            return apart(state);
        }
        Region region = state != null ? state : regionsOfZip.size() == 1 ? regionsOfZip.getFirst() : null;
        zipVerdict(region);
        stateVerdict(region);
        cityVerdict(region);
        return whereabouts(region, place);
    }

    private Whereabouts whereabouts(@Nullable Region region, @Nullable PostalPlace believed) {
        String zone = believed == null ? null : believed.timeZone();
        return new Whereabouts(
                country, region, believed, null, Whereabouts.zone(zone, PlaceZone.From.PostalCode, region));
    }

    private @Nullable Region state() {
        if (!findings.has(State)) {
            String only = country.onlyState();
            return only == null ? null : gazetteer.region("US", only);
        }
        return findings.state("US");
    }

    private boolean mayHaveLostZeros(String five) {
        PostalPlace found = gazetteer.zip(five);
        return state == null ? found != null && CityNames.key(found.city()).equals(city) : state.mayHave(five);
    }

    private List<Region> regionsOfZip() {
        if (place != null) {
            Region region = gazetteer.region("US", place.state());
            return region == null ? List.of() : List.of(region);
        }
        String five = zip.five();
        return five == null ? List.of() : gazetteer.regions("US", region -> region.mayHave(five));
    }

    /** The state and the ZIP don't agree: the city decides. */
    private Whereabouts apart(Region state) {
        Region other = regionsOfZip.getFirst();
        boolean inState = gazetteer.has(state, city);
        String there = "ZIP " + zip.five() + " is "
                + (place == null ? "in " + other.name() : place.city() + ", " + other.code()) + ".";
        boolean toSoldiers = other.isMilitary() && CityFit.isMilitary(city);
        boolean stateIsWrong = toSoldiers || fit != null || city.isEmpty();
        boolean zipIsWrong = !toSoldiers && (fit == null || inState);
        if (stateIsWrong) {
            findings.against(State, Verdict.Suspicious, ProblemCode.StateElsewhere, there);
            findings.suggest(State, other.code(), there);
        } else {
            confirm(State, state.code());
        }
        if (zipIsWrong) {
            findings.against(Zip, Verdict.Suspicious, ProblemCode.ZipElsewhere, there);
            suggestZip(state);
            cityOf(state);
            return whereabouts(stateIsWrong ? null : state, null);
        }
        zipVerdict(other);
        cityVerdict(other);
        return whereabouts(other, place);
    }

    private void confirm(AddressPart part, String standard) {
        if (findings.verdict(part) != Verdict.Corrected) {
            findings.verdict(part, Verdict.Confirmed, standard, null);
        }
    }

    private void zipVerdict(@Nullable Region region) {
        String five = zip.five();
        if (!findings.has(Zip)) {
            findings.against(Zip, Verdict.Missing, ProblemCode.ZipMissing, null);
            if (region != null) {
                suggestZip(region);
            }
        } else if (five == null) {
            findings.against(Zip, Verdict.Unknown, ProblemCode.ZipMalformed, "A ZIP has five digits, or nine.");
            suggestDigits(region);
        } else if (regionsOfZip.isEmpty()) {
            findings.against(
                    Zip, Verdict.Unknown, ProblemCode.ZipImpossible, "No ZIP begins " + five.substring(0, 3) + ".");
        } else if (zip.zerosLost()) {
            findings.corrected(Zip, zip.whole(), ProblemCode.ZipMisspelt, "Zeros in front were lost.");
        } else if (place == null) {
            findings.against(Zip, Verdict.Unknown, ProblemCode.ZipUnknown, "We don't know this ZIP; it may be new.");
        } else {
            findings.verdict(Zip, Verdict.Confirmed, zip.whole(), null);
        }
    }

    /** Letters that look like digits are only taken for them where state and city say so too. */
    private void suggestDigits(@Nullable Region region) {
        String digits = ZipReader.withoutLetters(findings.given(Zip));
        PostalPlace meant = digits == null ? null : gazetteer.zip(digits);
        if (meant != null && region != null && meant.state().equals(region.code()) && !city.isEmpty()) {
            CityFit fits = CityFit.of(findings.given(City), meant);
            if (fits != null && fits.verdict() != Verdict.Corrected) {
                findings.suggest(Zip, meant.zip(), "ZIP " + meant.zip() + " is " + meant.city() + ".");
            }
        }
    }

    private void suggestZip(Region region) {
        List<String> zips = gazetteer.zips(region, city);
        String beginnings = ZipReader.beginnings(zips);
        if (zips.size() == 1) {
            findings.suggest(Zip, zips.getFirst(), findings.given(City) + " has one ZIP.");
        } else if (beginnings != null) {
            findings.suggest(Zip, null, "ZIPs of " + findings.given(City) + " begin " + beginnings + ".");
        }
    }

    private void stateVerdict(@Nullable Region region) {
        if (!findings.has(State)) {
            if (region == null) {
                findings.against(State, Verdict.Missing, ProblemCode.StateMissing, null);
            } else {
                findings.inferred(State, region.code(), null);
            }
        } else if (state == null) {
            findings.against(State, Verdict.Unknown, ProblemCode.StateUnknown, "We don't know this state.");
            if (region != null) {
                findings.suggest(State, region.code(), "ZIP " + zip.five() + " is in " + region.name() + ".");
            }
        } else if (!regionsOfZip.isEmpty() || gazetteer.has(state, city)) {
            confirm(State, state.code());
        }
    }

    private void cityVerdict(@Nullable Region region) {
        if (place == null) {
            cityOf(region);
        } else if (city.isEmpty()) {
            findings.inferred(City, place.city(), "ZIP " + place.zip() + " is " + place.city() + ".");
        } else if (fit != null) {
            fitting(place, fit);
        } else {
            strange(place, region);
        }
    }

    private void fitting(PostalPlace place, CityFit fit) {
        switch (fit.verdict()) {
            case Corrected ->
                findings.corrected(
                        City,
                        fit.name(),
                        ProblemCode.CityMisspelt,
                        fit.name().equals(place.city())
                                ? "ZIP " + place.zip() + " is " + place.city() + "."
                                : fit.name() + " is near ZIP " + place.zip() + ".");
            case Confirmed ->
                findings.verdict(
                        City,
                        Verdict.Confirmed,
                        findings.standard(City).equalsIgnoreCase(fit.name()) ? fit.name() : findings.standard(City),
                        null);
            default ->
                findings.verdict(
                        City,
                        fit.verdict(),
                        findings.standard(City),
                        "Mail for " + place.zip() + " goes to " + place.city() + ", which is near.");
        }
    }

    private void strange(PostalPlace place, @Nullable Region region) {
        String there = "ZIP " + place.zip() + " is " + place.city() + ".";
        if (region != null && gazetteer.has(region, city)) {
            findings.against(City, Verdict.Suspicious, ProblemCode.CityElsewhere, there);
            findings.suggest(City, place.city(), there);
            suggestZip(region);
        } else {
            findings.against(City, Verdict.Unknown, ProblemCode.CityUnknown, "We don't know this name. " + there);
            findings.suggest(City, place.city(), there);
        }
    }

    /** What the state alone says of the city. */
    private void cityOf(@Nullable Region region) {
        if (city.isEmpty()) {
            findings.against(City, Verdict.Missing, ProblemCode.CityMissing, null);
        } else if (region == null) {
            findings.verdict(City, Verdict.Unchecked);
        } else if (gazetteer.has(region, city)) {
            findings.verdict(City, Verdict.Confirmed);
        } else {
            String meant = gazetteer.meant(region, city, null, 0);
            if (meant == null) {
                findings.against(City, Verdict.Unknown, ProblemCode.CityUnknown, "We don't know this name.");
            } else {
                findings.corrected(City, meant, ProblemCode.CityMisspelt, meant + " is in " + region.name() + ".");
            }
        }
    }
}
