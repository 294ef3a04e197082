package org.callboard.serviceareas;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.CountryRules;
import org.callboard.addresses.ParsedAddress;
import org.callboard.geography.AddressCheckJson.ServiceAreaVerdict;
import org.callboard.serviceareas.ServiceArea.Circle;
import org.callboard.serviceareas.ServiceArea.Details;
import org.jspecify.annotations.Nullable;

/** Whether a company works at a place, by its areas. */
final class Coverage {

    private static final ServiceAreaVerdict OUTSIDE = new ServiceAreaVerdict(false, null);

    private Coverage() {}

    /**
     * Empty without areas, and where the address does not say what an area asks for.
     *
     * @param at the place, or the middle of its postal code; null where neither is known
     * @param region the company's country, in which all areas are
     */
    static Optional<ServiceAreaVerdict> of(
            List<ServiceArea> areas, Address address, @Nullable Coordinates at, String region) {
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
                if (PostalCodeRule.has(one, code)) {
                    return Optional.of(new ServiceAreaVerdict(true, "ZIP " + one));
                }
            }
            if (details.states().contains(state)) {
                return Optional.of(new ServiceAreaVerdict(true, "State " + state));
            }
            Circle circle = details.circle();
            if (circle != null && at != null && circle.contains(at)) {
                return Optional.of(new ServiceAreaVerdict(true, circle.toString()));
            }
            decided &= circle == null || at != null;
            decided &= (details.codes().isEmpty() || !code.isEmpty())
                    && (details.states().isEmpty() || !state.isEmpty());
        }
        return decided ? Optional.of(OUTSIDE) : Optional.empty();
    }
}
