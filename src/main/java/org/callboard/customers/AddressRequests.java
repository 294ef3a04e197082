package org.callboard.customers;

import static java.lang.annotation.ElementType.TYPE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Objects;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressShape;
import org.callboard.addresses.CompleteAddress;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.Limits.City;
import org.callboard.addresses.Limits.Country;
import org.callboard.addresses.Limits.State;
import org.callboard.addresses.Limits.Street;
import org.callboard.addresses.Limits.Unit;
import org.callboard.addresses.Limits.Zip;
import org.callboard.customers.LocationDetails.CoordinatesSource;
import org.callboard.customers.LocationDetails.VerificationStatus;
import org.callboard.validation.Patch;
import org.callboard.validation.RequiredField;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** The addresses that clients send about customers and locations. A state or ZIP that a country does not have may be left out. */
final class AddressRequests {

    private AddressRequests() {}

    @CompleteAddress
    public record NewAddress(
            @Street String street,
            @Unit @Nullable String unit,
            @City String city,
            @State String state,
            @Zip String zip,
            @Country String country,
            @DecimalMin("-90") @DecimalMax("90") @Nullable Double latitude,
            @DecimalMin("-180") @DecimalMax("180") @Nullable Double longitude)
            implements Stored, AddressShape {

        public Address toAddress() {
            return new Address(
                    street,
                    VisibleText.orNull(unit),
                    city,
                    Objects.requireNonNullElse(state, ""),
                    Objects.requireNonNullElse(zip, ""),
                    country);
        }

        public @Nullable Coordinates coordinates() {
            return Coordinates.of(latitude, longitude);
        }
    }

    /** An address that may come with coordinates, each a number or a {@link Patch} of one. One needs the other. */
    @Paired
    interface Located {

        @Nullable
        Object latitude();

        @Nullable
        Object longitude();
    }

    /** Says under the one that is missing that the other needs it. */
    @Target(TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = Pair.class)
    @interface Paired {
        String message() default "A latitude needs a longitude.";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    static final class Pair implements ConstraintValidator<Paired, Located> {
        @Override
        public boolean isValid(Located address, ConstraintValidatorContext context) {
            boolean north = isNamed(address.latitude());
            boolean east = isNamed(address.longitude());
            if (north == east) {
                north = value(address.latitude()) != null;
                east = value(address.longitude()) != null;
            }
            if (north == east) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(
                            north ? context.getDefaultConstraintMessageTemplate() : "A longitude needs a latitude.")
                    .addPropertyNode(north ? "longitude" : "latitude")
                    .addConstraintViolation();
            return false;
        }

        private static boolean isNamed(@Nullable Object part) {
            return part instanceof Patch<?> patch ? patch.given() : part != null;
        }

        private static @Nullable Object value(@Nullable Object part) {
            return part instanceof Patch<?> patch ? patch.value() : part;
        }
    }

    /** An address whose point is stored, and so must be one. */
    @NotSwapped
    interface Stored extends Located {}

    /** West of 90° a pair that was swapped is out of range: whoever sent it is told what was meant. */
    @Target(TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = Swapped.class)
    @interface NotSwapped {
        String message() default "The two look swapped.";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    static final class Swapped implements ConstraintValidator<NotSwapped, Stored> {
        @Override
        public boolean isValid(Stored address, ConstraintValidatorContext context) {
            boolean swapped = Pair.value(address.latitude()) instanceof Double north
                    && Pair.value(address.longitude()) instanceof Double east
                    && !Coordinates.isOnEarth(new Coordinates(north, east))
                    && Coordinates.isOnEarth(new Coordinates(east, north));
            if (swapped) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("The two look swapped: latitude "
                                + Pair.value(address.longitude()) + " and longitude "
                                + Pair.value(address.latitude()) + " make a point.")
                        .addPropertyNode("longitude")
                        .addConstraintViolation();
            }
            return !swapped;
        }
    }

    /**
     * In a change the unit is needed too, though it may be empty or null: an address is replaced whole or not at all. Its
     * coordinates stay where they are not named and the house is the same.
     */
    @CompleteAddress
    public record NewAddressOfLocation(
            @Street String street,
            @RequiredField Patch<@Unit String> unit,
            @City String city,
            @State String state,
            @Zip String zip,
            @Country String country,
            Patch<@DecimalMin("-90") @DecimalMax("90") Double> latitude,
            Patch<@DecimalMin("-180") @DecimalMax("180") Double> longitude)
            implements Stored, AddressShape {

        public Address toAddress() {
            return new NewAddress(street, unit.value(), city, state, zip, country, null, null).toAddress();
        }

        /** The location after the change. Coordinates that a program names are its own until somebody has looked. */
        LocationDetails appliedTo(LocationDetails old) {
            return latitude.given()
                    ? old.moved(
                            toAddress(),
                            Coordinates.of(latitude.value(), longitude.value()),
                            CoordinatesSource.Imported,
                            VerificationStatus.Unverified)
                    : old.moved(toAddress());
        }
    }

    /** A customer's new address names its coordinates too; both are null where there are none. */
    @CompleteAddress
    public record NewAddressOfCustomer(
            @Street String street,
            @RequiredField Patch<@Unit String> unit,
            @City String city,
            @State String state,
            @Zip String zip,
            @Country String country,
            @RequiredField Patch<@DecimalMin("-90") @DecimalMax("90") Double> latitude,
            @RequiredField Patch<@DecimalMin("-180") @DecimalMax("180") Double> longitude)
            implements Stored, AddressShape {

        public NewAddress whole() {
            return new NewAddress(street, unit.value(), city, state, zip, country, latitude.value(), longitude.value());
        }
    }
}
