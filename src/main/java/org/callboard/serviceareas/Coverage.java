package org.callboard.serviceareas;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.CountryRules;
import org.callboard.addresses.ParsedAddress;
import org.callboard.serviceareas.ServiceArea.Details;
import org.jspecify.annotations.Nullable;

/**
 * Whether a company works at a place.
 *
 * @param rule what of its areas lets it in, such as {@code ZIP 45402}; null outside
 */
public record Coverage(boolean inside, @Nullable String rule) {

    private static final Coverage OUTSIDE = new Coverage(false, null);

    /**
     * Empty without areas, and where the address does not say what an area asks for.
     *
     * @param region the company's country, in which all areas are
     */
    static Optional<Coverage> of(List<ServiceArea> areas, Address address, String region) {
        CountryRules country = CountryRules.of(address.country(), region);
        if (country.isKnown()
                && !country.code().equals(CountryRules.of(region, null).code())) {
            return areas.isEmpty() ? Optional.empty() : Optional.of(OUTSIDE);
        }
        ParsedAddress parsed = AddressParser.parse(address);
        String code = parsed.postcode().toUpperCase(Locale.ROOT);
        String state = parsed.standard().state().toUpperCase(Locale.ROOT);
        boolean decided = !areas.isEmpty();
        for (ServiceArea area : areas) {
            Details details = area.details();
            for (String one : details.codes()) {
                if (matches(one, code)) {
                    return Optional.of(new Coverage(true, "ZIP " + one));
                }
            }
            if (details.states().contains(state)) {
                return Optional.of(new Coverage(true, "State " + state));
            }
            decided &= (details.codes().isEmpty() || !code.isEmpty())
                    && (details.states().isEmpty() || !state.isEmpty());
        }
        return decided ? Optional.of(OUTSIDE) : Optional.empty();
    }

    private static boolean matches(String rule, String code) {
        return rule.endsWith(Details.REST)
                ? !code.isEmpty() && code.startsWith(rule.substring(0, rule.length() - 1))
                : code.equals(rule);
    }
}
