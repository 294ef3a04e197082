package org.callboard.leads;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.addresses.Address;
import org.callboard.addresses.ContactType;
import org.callboard.addresses.ContactValues;
import org.callboard.platform.FieldErrors;
import org.callboard.platform.Reach;
import org.jspecify.annotations.Nullable;

/** What a lead itself knows of the person, who may be no customer yet. Each part may be there without the others. */
public record LeadPerson(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String street,
        @Nullable String unit,
        @Nullable String city,
        @Nullable String state,
        @Nullable String zip,
        @Nullable String country) {

    public static final LeadPerson UNKNOWN = new LeadPerson(null, null, null, null, null, null, null, null, null);

    /** The person at an address, which may not be known. */
    public static LeadPerson at(
            @Nullable Address address, @Nullable String name, @Nullable String phone, @Nullable String email) {
        return address == null
                ? new LeadPerson(name, phone, email, null, null, null, null, null, null)
                : new LeadPerson(
                        name,
                        phone,
                        email,
                        address.street(),
                        address.unit(),
                        address.city(),
                        address.state(),
                        address.zip(),
                        address.country());
    }

    /** Blank parts become null, and the spaces around the others go. */
    public LeadPerson tidy() {
        return new LeadPerson(
                Reach.textOrNull(name),
                Reach.textOrNull(phone),
                Reach.textOrNull(email),
                Reach.textOrNull(street),
                Reach.textOrNull(unit),
                Reach.textOrNull(city),
                Reach.textOrNull(state),
                Reach.textOrNull(zip),
                Reach.textOrNull(country));
    }

    /**
     * The other's parts where this one has none. An address is one piece: nobody lives in one's street and another's city.
     */
    LeadPerson orElse(LeadPerson other) {
        boolean own = street != null || unit != null || city != null || state != null || zip != null || country != null;
        LeadPerson place = own ? this : other;
        return new LeadPerson(
                name == null ? other.name : name,
                phone == null ? other.phone : phone,
                email == null ? other.email : email,
                place.street,
                place.unit,
                place.city,
                place.state,
                place.zip,
                place.country);
    }

    /** Whether anything is known of the address but its country, which alone says nothing. */
    public boolean placed() {
        return street != null || unit != null || city != null || state != null || zip != null;
    }

    /** The same in this country, where none is known. */
    public LeadPerson inCountry(String usual) {
        return country != null ? this : new LeadPerson(name, phone, email, street, unit, city, state, zip, usual);
    }

    /** The address where it is whole; only then can somebody be sent there. */
    public @Nullable Address address() {
        return street == null || city == null || state == null || zip == null || country == null
                ? null
                : new Address(street, unit, city, state, zip, country);
    }

    /** What is known of the address, in one line; null where that is nothing. */
    public @Nullable String place() {
        Address whole = address();
        if (whole != null) {
            return whole.toString();
        }
        String known = Stream.of(street, unit, city, state, zip)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? null : known;
    }

    /** Notes a phone number or e-mail address that can't be one, under the given names. */
    public FieldErrors check(FieldErrors errors, String phoneField, String emailField) {
        String number = phone == null ? null : ContactValues.problem(ContactType.Phone, phone);
        String mail = email == null ? null : ContactValues.problem(ContactType.Email, email);
        return errors.addIf(number != null, phoneField, String.valueOf(number))
                .addIf(mail != null, emailField, String.valueOf(mail));
    }
}
