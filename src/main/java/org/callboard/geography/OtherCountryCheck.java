package org.callboard.geography;

import static org.callboard.addresses.AddressPart.City;
import static org.callboard.addresses.AddressPart.State;
import static org.callboard.addresses.AddressPart.Zip;

import java.util.List;
import java.util.Locale;
import org.callboard.addresses.CountryRules;
import org.callboard.geography.AddressVerdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Checks what is known of addresses elsewhere: what they need, how postcodes are written and, in Australia, in which state. */
final class OtherCountryCheck {

    private OtherCountryCheck() {}

    static Whereabouts check(Findings findings, CountryRules country) {
        Gazetteer gazetteer = Gazetteer.get();
        String code = country.code().toUpperCase(Locale.ROOT);
        boolean formed = findings.has(Zip) && country.isPostcode(findings.given(Zip));
        List<Region> ofZip =
                formed ? gazetteer.regions(code, region -> region.mayHave(findings.standard(Zip))) : List.of();
        zip(findings, country, formed);
        Region region = state(findings, country, code, ofZip);
        if (findings.has(City)) {
            findings.verdict(City, Verdict.Unchecked);
        } else {
            findings.against(City, Verdict.Missing, ProblemCode.CityMissing, null);
        }
        return region == null ? Whereabouts.of(country) : inState(country, region);
    }

    /** Of a state with several zones the most usual one, which nearly all of it has. */
    private static Whereabouts inState(CountryRules country, Region region) {
        PlaceZone zone = new PlaceZone(region.zones().getFirst(), PlaceZone.From.State);
        return new Whereabouts(country, region, null, null, zone);
    }

    private static void zip(Findings findings, CountryRules country, boolean formed) {
        if (formed) {
            findings.verdict(Zip, Verdict.Unchecked);
        } else if (findings.has(Zip)) {
            findings.against(
                    Zip,
                    Verdict.Unknown,
                    ProblemCode.ZipMalformed,
                    "In " + country.name() + " one is written as " + country.examplePostcode() + ".");
        } else if (country.needs(Zip)) {
            findings.against(Zip, Verdict.Missing, ProblemCode.ZipMissing, null);
        }
    }

    private static @Nullable Region state(Findings findings, CountryRules country, String code, List<Region> ofZip) {
        Region only = ofZip.size() == 1 ? ofZip.getFirst() : null;
        Region named = findings.has(State) ? Region.named(code, findings.given(State)) : null;
        if (named != null) {
            boolean apart = !ofZip.isEmpty() && !ofZip.contains(named);
            findings.verdict(State, ofZip.isEmpty() ? Verdict.Unchecked : Verdict.Confirmed, named.code(), null);
            if (apart) {
                String there =
                        findings.given(Zip) + " is in " + ofZip.getFirst().name() + ".";
                findings.against(State, Verdict.Suspicious, ProblemCode.StateElsewhere, there);
                findings.suggest(State, ofZip.getFirst().code(), there);
            }
            return apart ? null : named;
        }
        if (findings.has(State)) {
            boolean known = Gazetteer.get().regions(code, region -> true).isEmpty();
            if (known) {
                findings.verdict(State, Verdict.Unchecked);
            } else {
                findings.against(State, Verdict.Unknown, ProblemCode.StateUnknown, "We don't know this state.");
            }
        } else if (only != null) {
            findings.inferred(State, only.code(), null);
        } else if (country.needs(State)) {
            findings.against(State, Verdict.Missing, ProblemCode.StateMissing, null);
        }
        return only;
    }
}
