package org.callboard.geography;

import static org.callboard.addresses.AddressPart.City;
import static org.callboard.addresses.AddressPart.State;
import static org.callboard.addresses.AddressPart.Zip;

import java.util.List;
import java.util.stream.Collectors;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.CountryRules;
import org.callboard.geography.AddressVerdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Checks city, province and postal code of an address in Canada. Of the codes no more is known than how those of a province
 * begin, so that two parts that agree speak against the third.
 */
final class CanadaCheck {

    private final Gazetteer gazetteer = Gazetteer.get();
    private final Findings findings;
    private final CountryRules country;
    private final String city;
    private final List<Region> regionsOfCity;
    private final List<Region> regionsOfCode;

    private CanadaCheck(Findings findings, CountryRules country) {
        this.findings = findings;
        this.country = country;
        city = CityNames.key(findings.given(City));
        regionsOfCity = city.isEmpty() ? List.of() : gazetteer.regions("CA", region -> gazetteer.has(region, city));
        String code = findings.standard(Zip);
        regionsOfCode = findings.has(Zip) && country.isPostcode(code)
                ? gazetteer.regions("CA", region -> region.mayHave(code))
                : List.of();
    }

    static Whereabouts check(Findings findings, CountryRules country) {
        return new CanadaCheck(findings, country).check();
    }

    private Whereabouts check() {
        Region state = state();
        boolean apart = state != null && !regionsOfCode.isEmpty() && !regionsOfCode.contains(state);
        boolean stateIsWrong = apart
                && !regionsOfCity.contains(state)
                && regionsOfCode.stream().anyMatch(regionsOfCity::contains);
        code(apart && !stateIsWrong);
        if (stateIsWrong) {
            String there = "Codes of " + regionsOfCode.getFirst().name() + " begin so.";
            findings.against(State, Verdict.Suspicious, ProblemCode.StateElsewhere, there);
            findings.suggest(State, regionsOfCode.getFirst().code(), there);
        } else if (state != null
                && (!apart || regionsOfCity.contains(state))
                && findings.verdict(State) == Verdict.Unchecked) {
            boolean others = !regionsOfCode.isEmpty() || regionsOfCity.contains(state);
            findings.verdict(State, others ? Verdict.Confirmed : Verdict.Unchecked, state.code(), null);
        }
        Region region = stateIsWrong ? regionsOfCode.getFirst() : state;
        city(region);
        Coordinates at = region == null
                ? null
                : gazetteer.points(region, city).stream().findFirst().orElse(null);
        String zone = region == null ? null : gazetteer.zoneOfPlace(region, city);
        return new Whereabouts(country, region, null, at, Whereabouts.zone(zone, PlaceZone.From.City, region));
    }

    private @Nullable Region state() {
        Region only = regionsOfCode.size() == 1 ? regionsOfCode.getFirst() : null;
        if (!findings.has(State)) {
            if (only == null) {
                findings.against(State, Verdict.Missing, ProblemCode.StateMissing, null);
            } else {
                findings.inferred(State, only.code(), null);
            }
            return only;
        }
        Region known = findings.state("CA");
        if (known != null) {
            return known;
        }
        findings.against(State, Verdict.Unknown, ProblemCode.StateUnknown, "We don't know this province.");
        if (only != null) {
            findings.suggest(State, only.code(), "Codes of " + only.name() + " begin so.");
        }
        return only;
    }

    private void code(boolean isWrong) {
        if (!findings.has(Zip)) {
            findings.against(Zip, Verdict.Missing, ProblemCode.ZipMissing, null);
        } else if (regionsOfCode.isEmpty()) {
            findings.against(Zip, Verdict.Unknown, ProblemCode.ZipMalformed, "A postal code is written as M5V 3L9.");
        } else if (isWrong) {
            String names = regionsOfCode.stream().map(Region::name).collect(Collectors.joining(" and "));
            findings.against(Zip, Verdict.Suspicious, ProblemCode.ZipElsewhere, "Codes of " + names + " begin so.");
        } else {
            findings.verdict(Zip, Verdict.Confirmed);
        }
    }

    private void city(@Nullable Region region) {
        if (city.isEmpty()) {
            findings.against(City, Verdict.Missing, ProblemCode.CityMissing, null);
        } else if (region == null) {
            findings.verdict(City, Verdict.Unchecked);
        } else if (regionsOfCity.contains(region)) {
            findings.verdict(City, Verdict.Confirmed);
        } else {
            elsewhere(region);
        }
    }

    private void elsewhere(Region region) {
        if (!regionsOfCity.isEmpty()) {
            String there =
                    findings.given(City) + " is in " + regionsOfCity.getFirst().name() + ".";
            findings.against(City, Verdict.Suspicious, ProblemCode.CityElsewhere, there);
            return;
        }
        String meant = gazetteer.meant(region, city, null, 0);
        if (meant != null) {
            findings.corrected(City, meant, ProblemCode.CityMisspelt, meant + " is in " + region.name() + ".");
        } else {
            findings.against(City, Verdict.Unknown, ProblemCode.CityUnknown, "We don't know this name.");
        }
    }
}
