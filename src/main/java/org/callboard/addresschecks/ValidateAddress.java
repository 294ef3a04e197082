package org.callboard.addresschecks;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.callboard.access.Tenant;
import org.callboard.access.Tenants;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.geocoding.AddressProviders;
import org.callboard.geocoding.Candidate;
import org.callboard.geocoding.ProviderKind;
import org.callboard.geography.AddressCheck;
import org.callboard.geography.AddressCheckJson;
import org.callboard.geography.AddressVerdict;
import org.callboard.geography.Purpose;
import org.callboard.serviceareas.ServiceAreas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Tells all that is known of an address, with what the program knows itself, with the company's service areas and with its
 * geocoder, if it has one. It changes nothing.
 */
@Service
public class ValidateAddress {

    /** What a geocoder took the address for; its data is its provider's. */
    @Schema(name = "AddressProviderAnswer")
    public record ProviderAnswer(ProviderKind name, List<Match> matches) {

        static ProviderAnswer from(AddressProviders.Found found) {
            return new ProviderAnswer(
                    found.provider(),
                    found.candidates().stream().map(Match::from).toList());
        }
    }

    /** One place that may be meant. */
    @Schema(name = "AddressProviderMatch")
    public record Match(
            Address address,
            double latitude,
            double longitude,
            Candidate.Precision precision,

            @Schema(description = "The parts of the address that the geocoder writes otherwise.")
            List<String> changed) {

        static Match from(Candidate candidate) {
            Coordinates at = candidate.coordinates();
            return new Match(
                    candidate.address(), at.latitude(), at.longitude(), candidate.precision(), candidate.changed());
        }
    }

    /**
     * All that is known.
     *
     * @param provider null where no geocoder was asked, or it did not answer
     */
    public record Known(
            AddressVerdict verdict,
            AddressCheckJson check,
            @Nullable ProviderAnswer provider) {}

    private final ServiceAreas areas;
    private final AddressProviders providers;
    private final Tenants tenants;

    ValidateAddress(ServiceAreas areas, AddressProviders providers, Tenants tenants) {
        this.areas = areas;
        this.providers = providers;
        this.tenants = tenants;
    }

    /** Takes as long as the geocoder, two seconds at the most. */
    public Known validate(long tenant, @Nullable Address address, @Nullable Coordinates at, Purpose purpose) {
        Tenant company = tenants.get(tenant);
        AddressVerdict verdict = AddressCheck.of(address, at, purpose, company.region());
        Optional<AddressProviders.Found> found =
                address == null ? Optional.empty() : providers.find(tenant, verdict.standard());
        // a point alone says which state and country it is in
        Address place = address == null ? verdict.standard() : address;
        AddressCheckJson check = AddressCheckJson.from(
                verdict,
                company.timeZone().getId(),
                areas.of(tenant, place, verdict.coordinates()).orElse(null),
                found.map(one -> one.provider().name()).orElse(null));
        return new Known(verdict, check, found.map(ProviderAnswer::from).orElse(null));
    }
}
