package org.callboard.leads;

import java.util.Objects;
import java.util.Optional;
import org.callboard.addresses.Address;
import org.callboard.addresses.Limits.City;
import org.callboard.addresses.Limits.Country;
import org.callboard.addresses.Limits.EmailAddress;
import org.callboard.addresses.Limits.Name;
import org.callboard.addresses.Limits.PhoneNumber;
import org.callboard.addresses.Limits.State;
import org.callboard.addresses.Limits.Street;
import org.callboard.addresses.Limits.Unit;
import org.callboard.addresses.Limits.Zip;
import org.callboard.contactpoints.ContactParser;
import org.callboard.contactpoints.ContactType;
import org.callboard.database.RecordShape;
import org.callboard.search.Findable;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** What a lead itself knows of the person, who may be no customer yet. Each part may be there without the others. */
public record LeadPerson(
        @Name @Nullable String leadCustomerName,
        @PhoneNumber @Nullable String leadPhone,
        @EmailAddress @Nullable String leadEmail,
        @Street @Nullable String leadStreet,
        @Unit @Nullable String leadUnit,
        @City @Nullable String leadCity,
        @State @Nullable String leadState,
        @Zip @Nullable String leadZip,
        @Country @Nullable String leadCountry) {

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
                VisibleText.orNull(leadCustomerName),
                VisibleText.orNull(leadPhone),
                VisibleText.orNull(leadEmail),
                VisibleText.orNull(leadStreet),
                VisibleText.orNull(leadUnit),
                VisibleText.orNull(leadCity),
                VisibleText.orNull(leadState),
                VisibleText.orNull(leadZip),
                VisibleText.orNull(leadCountry));
    }

    /**
     * The other's parts where this one has none. An address is one piece: nobody lives in one's street and another's city.
     */
    LeadPerson orElse(LeadPerson other) {
        boolean own = leadStreet != null
                || leadUnit != null
                || leadCity != null
                || leadState != null
                || leadZip != null
                || leadCountry != null;
        LeadPerson place = own ? this : other;
        return new LeadPerson(
                leadCustomerName == null ? other.leadCustomerName : leadCustomerName,
                leadPhone == null ? other.leadPhone : leadPhone,
                leadEmail == null ? other.leadEmail : leadEmail,
                place.leadStreet,
                place.leadUnit,
                place.leadCity,
                place.leadState,
                place.leadZip,
                place.leadCountry);
    }

    /** Whether anything is known of the address but its country, which alone says nothing. */
    public boolean placed() {
        return leadStreet != null || leadUnit != null || leadCity != null || leadState != null || leadZip != null;
    }

    /** The same in this country, where none is known. */
    public LeadPerson inCountry(String usual) {
        return leadCountry != null ? this : RecordShape.with(this, "leadCountry", usual);
    }

    /** What is known of the address, where its missing parts are empty; null where that is nothing. */
    public @Nullable Address knownAddress() {
        return placed()
                ? new Address(
                        orEmpty(leadStreet),
                        leadUnit,
                        orEmpty(leadCity),
                        orEmpty(leadState),
                        orEmpty(leadZip),
                        orEmpty(leadCountry))
                : null;
    }

    /** The same in one line. */
    public @Nullable String place() {
        Address known = knownAddress();
        return known == null ? null : known.toString();
    }

    /** What a lead is found by, beside its number and its e-mail address. */
    Findable findable() {
        return Findable.of(leadCustomerName, knownAddress());
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** Whether the lead itself leads to the person: by a number, an e-mail address or a whole address. */
    public boolean isReachable() {
        return leadPhone != null && ContactParser.reaches(ContactType.Phone, leadPhone)
                || leadEmail != null && ContactParser.reaches(ContactType.Email, leadEmail)
                || Optional.ofNullable(knownAddress()).filter(Address::whole).isPresent();
    }

    /** Notes a phone number or e-mail address that can't be one, under the given names. */
    public FieldErrors check(FieldErrors errors, String phoneField, String emailField) {
        String number = leadPhone == null ? null : ContactParser.problem(ContactType.Phone, leadPhone);
        String mail = leadEmail == null ? null : ContactParser.problem(ContactType.Email, leadEmail);
        return errors.addIf(number != null, phoneField, String.valueOf(number))
                .addIf(mail != null, emailField, String.valueOf(mail));
    }

    /** The same for a change: what was there before may stay, whatever it is. */
    FieldErrors checkChanged(LeadPerson old, FieldErrors errors, String phoneField, String emailField) {
        return new LeadPerson(
                        null,
                        Objects.equals(leadPhone, old.leadPhone) ? null : leadPhone,
                        Objects.equals(leadEmail, old.leadEmail) ? null : leadEmail,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)
                .check(errors, phoneField, emailField);
    }
}
