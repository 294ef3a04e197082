package org.callboard.customers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.stream.Stream;
import org.callboard.access.ApiAccess;
import org.callboard.access.Apps;
import org.callboard.access.Scope;
import org.callboard.addresschecks.LocationChecks;
import org.callboard.addresschecks.LocationChecks.Place;
import org.callboard.addresschecks.SaidRight;
import org.callboard.addresschecks.ValidateAddress;
import org.callboard.addresschecks.ValidateAddress.Known;
import org.callboard.addresschecks.ValidateAddress.ProviderAnswer;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.Limits.City;
import org.callboard.addresses.Limits.Country;
import org.callboard.addresses.Limits.State;
import org.callboard.addresses.Limits.Street;
import org.callboard.addresses.Limits.Unit;
import org.callboard.addresses.Limits.Zip;
import org.callboard.customers.AddressRequests.Located;
import org.callboard.customers.LocationDetails.CoordinatesSource;
import org.callboard.customers.LocationDetails.VerificationStatus;
import org.callboard.details.RecordKind;
import org.callboard.geography.AddressCheckJson;
import org.callboard.geography.Purpose;
import org.callboard.http.Precondition;
import org.callboard.mergedids.MergedId;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is known of addresses and coordinates: of any, and of those of a location. */
@RestController
@RequestMapping("/callboard/v1/tenant/{tenant}")
@Tag(name = "Addresses")
class LocationChecksController {

    private static final String TWO_PLACES = "Beside the address stands another one. Send one of the two.";

    /** An address as somebody has it, perhaps not whole, with its place as our own answers have it. */
    record GivenAddress(
            @Street @Nullable String street,
            @Unit @Nullable String unit,
            @City @Nullable String city,
            @State @Nullable String state,
            @Zip @Nullable String zip,
            @Country @Nullable String country,
            @Nullable Double latitude,
            @Nullable Double longitude)
            implements Located {

        /** Null where there is nothing but a place. */
        @Nullable
        Address toAddress() {
            boolean said = Stream.of(street, unit, city, state, zip, country).anyMatch(Objects::nonNull);
            return latitude != null && !said
                    ? null
                    : new Address(some(street), unit, some(city), some(state), some(zip), some(country));
        }

        private static String some(@Nullable String part) {
            return Objects.requireNonNullElse(part, "");
        }
    }

    /**
     * What is to be checked.
     *
     * @param latitude with the longitude the place, even out of range; it may stand in the address as well, or instead
     * @param locationId the location it is of, for what somebody has called right there
     */
    record ValidateAddressRequest(
            @Valid @Nullable GivenAddress address,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @MergedId(RecordKind.Location) @Nullable Long locationId,
            @Nullable Purpose purpose)
            implements Located {

        /** The place, wherever it was given; null without one. Another one in the address is noted there. */
        @Nullable
        Coordinates at(FieldErrors errors) {
            Coordinates beside = Coordinates.of(latitude, longitude);
            Coordinates inside = address == null ? null : Coordinates.of(address.latitude, address.longitude);
            if (beside == null || inside == null) {
                return beside == null ? inside : beside;
            }
            errors.addIf(beside.latitude() != inside.latitude(), "address.latitude", TWO_PLACES)
                    .addIf(beside.longitude() != inside.longitude(), "address.longitude", TWO_PLACES);
            return beside;
        }
    }

    /** @param apply whether the location gets the standard form of its address and the point that was meant */
    record ValidateLocationRequest(@Nullable Boolean apply) {}

    /**
     * What was found.
     *
     * @param provider what the company's geocoder says; null where it has none, or that does not answer
     * @param saidRight who has called the location's address right; null where nobody has
     */
    @Schema(name = "ValidateAddressResponse")
    record ValidateAddressResponse(
            @JsonUnwrapped AddressCheckJson check,
            @Nullable ProviderAnswer provider,
            @Nullable SaidRight saidRight) {}

    /** The same of a location, with what is stored of its coordinates. */
    @Schema(name = "ValidateLocationResponse")
    record ValidateLocationResponse(
            long locationId,
            @JsonUnwrapped AddressCheckJson check,
            @Nullable ProviderAnswer provider,
            @Nullable SaidRight saidRight,
            @Nullable CoordinatesSource coordinatesSource,
            @Nullable VerificationStatus coordinatesVerificationStatus) {}

    private final Locations locations;
    private final LocationChecks checks;
    private final ValidateAddress validation;

    LocationChecksController(Locations locations, LocationChecks checks, ValidateAddress validation) {
        this.locations = locations;
        this.checks = checks;
        this.validation = validation;
    }

    @PostMapping("/addresses/validate")
    @ApiAccess(Scope.LOCATIONS_READ)
    @Operation(
            operationId = "Addresses_Validate",
            summary = "Check an address, coordinates or both",
            description = "Tells what is known of each part, the standard form, the time zone and whether the company"
                    + " works there. Nothing is stored or changed.")
    ValidateAddressResponse validate(@PathVariable long tenant, @RequestBody Submission<ValidateAddressRequest> sent) {
        ValidateAddressRequest request = sent.request();
        FieldErrors errors = new FieldErrors();
        Coordinates at = request.at(errors);
        Location location = request.locationId == null
                ? null
                : locations.find(tenant, request.locationId).orElse(null);
        sent.refuse(errors.addIf(
                        request.address == null && request.latitude == null && request.longitude == null,
                        "address",
                        "An address or coordinates are expected.")
                .addIf(
                        request.locationId != null && location == null,
                        "locationId",
                        "There is no location " + request.locationId + "."));
        Address address = request.address == null ? null : request.address.toAddress();
        Known known =
                validation.validate(tenant, address, at, Objects.requireNonNullElse(request.purpose, Purpose.Location));
        return new ValidateAddressResponse(
                known.check(),
                known.provider(),
                location == null || address == null
                        ? null
                        : checks.saidRight(tenant, new Place(location.id(), address, at))
                                .orElse(null));
    }

    @PostMapping("/locations/{id}/validate")
    @ApiAccess(Scope.LOCATIONS_READ)
    @Operation(
            operationId = "Locations_Validate",
            summary = "Check the address and coordinates of a location",
            description = "With apply: true, which needs If-Match and the scope locations:write, the location gets the"
                    + " standard form of its address, and the point that was meant where its numbers were swapped or a"
                    + " minus was lost. What is only suggested is never applied.")
    ResponseEntity<ValidateLocationResponse> validateLocation(
            @PathVariable long tenant,
            @PathVariable long id,
            @RequestBody ValidateLocationRequest request,
            Precondition precondition) {
        boolean apply = Boolean.TRUE.equals(request.apply);
        if (apply) {
            Apps.requireScope(Scope.LOCATIONS_WRITE);
        }
        Location location = locations.get(tenant, id);
        if (apply) {
            if (!precondition.wantsRecord()) {
                throw new Invalid(Precondition.IF_MATCH, "The ETag of the location is expected, to apply something.");
            }
            location = locations.standardize(tenant, id, precondition);
        } else {
            precondition.check(location.tag());
        }
        LocationDetails details = location.details();
        Known known = validation.validate(tenant, details.address(), details.coordinates(), Purpose.Location);
        return location.tag()
                .on(new ValidateLocationResponse(
                        id,
                        known.check(),
                        known.provider(),
                        checks.saidRight(tenant, location.place()).orElse(null),
                        details.coordinatesSource(),
                        details.coordinatesVerificationStatus()));
    }
}
