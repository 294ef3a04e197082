package org.callboard.leads;

import java.util.Objects;
import java.util.Optional;
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

    /** What is known of the address, where its missing parts are empty; null where that is nothing. */
    public @Nullable Address knownAddress() {
        return placed()
                ? new Address(orEmpty(street), unit, orEmpty(city), orEmpty(state), orEmpty(zip), orEmpty(country))
                : null;
    }

    /** The same in one line. */
    public @Nullable String place() {
        Address known = knownAddress();
        return known == null ? null : known.toString();
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** Whether the lead itself leads to the person: by a number, an e-mail address or a whole address. */
    boolean isReachable() {
        return phone != null && ContactValues.reaches(ContactType.Phone, phone)
                || email != null && ContactValues.reaches(ContactType.Email, email)
                || Optional.ofNullable(knownAddress()).filter(Address::whole).isPresent();
    }

    /** Notes a phone number or e-mail address that can't be one, under the given names. */
    public FieldErrors check(FieldErrors errors, String phoneField, String emailField) {
        String number = phone == null ? null : ContactValues.problem(ContactType.Phone, phone);
        String mail = email == null ? null : ContactValues.problem(ContactType.Email, email);
        return errors.addIf(number != null, phoneField, String.valueOf(number))
                .addIf(mail != null, emailField, String.valueOf(mail));
    }

    /** The same for a change: what was there before may stay, whatever it is. */
    FieldErrors checkChanged(LeadPerson old, FieldErrors errors, String phoneField, String emailField) {
        return new LeadPerson(
                        null,
                        Objects.equals(phone, old.phone) ? null : phone,
                        Objects.equals(email, old.email) ? null : email,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)
                .check(errors, phoneField, emailField);
    }
}
