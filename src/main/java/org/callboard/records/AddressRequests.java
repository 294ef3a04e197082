package org.callboard.records;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.platform.FieldErrors;
import org.callboard.platform.Given;
import org.callboard.platform.Patch;
import org.jspecify.annotations.Nullable;

/** The addresses that clients send about customers and locations. */
public final class AddressRequests {

    private AddressRequests() {}

    public record NewAddress(
            @NotBlank @Size(max = 200) @Nullable String street,
            @Size(max = 100) @Nullable String unit,
            @NotBlank @Size(max = 100) @Nullable String city,
            @NotBlank @Size(max = 100) @Nullable String state,
            @NotBlank @Size(max = 20) @Nullable String zip,
            @NotBlank @Size(max = 100) @Nullable String country,
            @DecimalMin("-90") @DecimalMax("90") @Nullable Double latitude,
            @DecimalMin("-180") @DecimalMax("180") @Nullable Double longitude) {

        public Address toAddress() {
            return new Address(
                    String.valueOf(street),
                    unit == null || unit.isBlank() ? null : unit,
                    String.valueOf(city),
                    String.valueOf(state),
                    String.valueOf(zip),
                    String.valueOf(country));
        }

        /** The coordinates; one without the other is noted under the one that is missing. */
        public @Nullable Coordinates coordinates(String path, FieldErrors errors) {
            return pair(latitude, longitude, path, errors);
        }
    }

    private static @Nullable Coordinates pair(
            @Nullable Double latitude, @Nullable Double longitude, String path, FieldErrors errors) {
        both(latitude != null, longitude != null, path, errors);
        return Coordinates.of(latitude, longitude);
    }

    private static void both(boolean latitude, boolean longitude, String path, FieldErrors errors) {
        errors.addIf(!latitude && longitude, path + ".latitude", "A longitude needs a latitude.")
                .addIf(latitude && !longitude, path + ".longitude", "A latitude needs a longitude.");
    }

    /**
     * In a change the unit is needed too, though it may be empty or null: an address is replaced whole or not at all. Its
     * coordinates stay where they are not named.
     */
    public record NewAddressOfLocation(
            @NotBlank @Size(max = 200) @Nullable String street,
            @Given Patch<@Size(max = 100) String> unit,
            @NotBlank @Size(max = 100) @Nullable String city,
            @NotBlank @Size(max = 100) @Nullable String state,
            @NotBlank @Size(max = 20) @Nullable String zip,
            @NotBlank @Size(max = 100) @Nullable String country,
            Patch<@DecimalMin("-90") @DecimalMax("90") Double> latitude,
            Patch<@DecimalMin("-180") @DecimalMax("180") Double> longitude) {

        public Address toAddress() {
            return new NewAddress(street, unit.value(), city, state, zip, country, null, null).toAddress();
        }

        /** The coordinates after the change: those from before unless they are named, none where both are null. */
        public @Nullable Coordinates coordinates(@Nullable Coordinates old, FieldErrors errors) {
            boolean same = !latitude.given() && !longitude.given();
            both(latitude.given(), longitude.given(), "address", errors);
            return same ? old : pair(latitude.value(), longitude.value(), "address", errors);
        }
    }

    /** A customer's new address names its coordinates too; both are null where there are none. */
    public record NewAddressOfCustomer(
            @NotBlank @Size(max = 200) @Nullable String street,
            @Given Patch<@Size(max = 100) String> unit,
            @NotBlank @Size(max = 100) @Nullable String city,
            @NotBlank @Size(max = 100) @Nullable String state,
            @NotBlank @Size(max = 20) @Nullable String zip,
            @NotBlank @Size(max = 100) @Nullable String country,
            @Given Patch<@DecimalMin("-90") @DecimalMax("90") Double> latitude,
            @Given Patch<@DecimalMin("-180") @DecimalMax("180") Double> longitude) {

        public NewAddress whole() {
            return new NewAddress(street, unit.value(), city, state, zip, country, latitude.value(), longitude.value());
        }
    }
}
