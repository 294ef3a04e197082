package org.callboard.bookings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressPart;
import org.callboard.addresses.AddressShape;
import org.callboard.addresses.CompleteAddress;
import org.callboard.addresses.Limits.City;
import org.callboard.addresses.Limits.ContactValue;
import org.callboard.addresses.Limits.Country;
import org.callboard.addresses.Limits.DismissingMemo;
import org.callboard.addresses.Limits.Line;
import org.callboard.addresses.Limits.LongText;
import org.callboard.addresses.Limits.Memo;
import org.callboard.addresses.Limits.Name;
import org.callboard.addresses.Limits.State;
import org.callboard.addresses.Limits.Street;
import org.callboard.addresses.Limits.Unit;
import org.callboard.addresses.Limits.Zip;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactParser;
import org.callboard.contactpoints.ContactPoint;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.CustomerType;
import org.callboard.database.RecordShape.Copy;
import org.callboard.jobs.Priority;
import org.callboard.requests.Inquiry.Complete;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.Findings;
import org.callboard.validation.NullOrNotBlank;
import org.callboard.validation.Patch;
import org.callboard.validation.RequiredField;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** What clients send about bookings. A missing or null field of a change leaves the booking's as it is. */
final class BookingRequests {

    private BookingRequests() {}

    @CompleteAddress(groups = Complete.class)
    record AddressModel(
            @Street @Nullable String street,
            @Unit @Nullable String unit,
            @City @Nullable String city,
            @State @Nullable String state,
            @Zip @Nullable String zip,
            @Country @Nullable String country)
            implements AddressShape {

        /** What is missing is empty. */
        Address toAddress() {
            return new Address(
                    Objects.requireNonNullElse(street, ""),
                    unit,
                    Objects.requireNonNullElse(city, ""),
                    Objects.requireNonNullElse(state, ""),
                    Objects.requireNonNullElse(zip, ""),
                    Objects.requireNonNullElse(country, ""));
        }
    }

    /** In a change the unit is needed too, though it may be empty or null: an address is replaced whole or not at all. */
    record AddressPatchModel(
            @NotNull @Street String street,
            @RequiredField Patch<@Unit String> unit,
            @NotNull @City String city,
            @NotNull @State String state,
            @NotNull @Zip String zip,
            @NotNull @Country String country) {

        Address toAddress() {
            return new AddressModel(street, VisibleText.orNull(unit.value()), city, state, zip, country).toAddress();
        }

        /** Notes a part that is emptied; one that was empty before may stay so. */
        void check(@Nullable Address old, FieldErrors errors) {
            for (AddressPart part : toAddress().missing()) {
                if (old == null || VisibleText.in(part.in(old))) {
                    errors.required("address." + part.field(), null);
                }
            }
        }
    }

    record BookingContactModel(
            @NotNull(groups = Complete.class) @Nullable ContactType type,
            @NotBlank @ContactValue String value,
            @Memo @Nullable String memo) {

        /** A value of no known kind is what it plainly is; null where that is nothing, or there is no value. */
        @Nullable
        ContactDraft toDraft() {
            if (value == null) {
                return null;
            }
            ContactType kind = type == null ? ContactParser.typeOf(value) : type;
            return kind == null ? null : new ContactDraft(kind, value, memo);
        }
    }

    record CreateBookingRequest(
            @NotBlank @Line String source,
            @NotBlank @Name String name,
            @Valid @Nullable AddressModel address,
            @Size(max = 50) @Nullable List<@Nullable @Valid BookingContactModel> contacts,
            @Nullable CustomerType customerType,
            @Nullable Instant start,
            @NotNull @LongText String summary,
            @Nullable Long campaignId,
            @Nullable Long businessUnitId,
            @Nullable Long jobTypeId,
            @Nullable Priority priority,
            @NotNull Boolean isFirstTimeClient,
            @Size(max = 20) @Nullable List<@Nullable @PictureAddress String> uploadedImages,
            @Nullable Boolean isSendConfirmationEmail,
            @NotBlank @Line String externalId) {

        private static final Copy<BookingDetails> COPY = Copy.of(
                BookingDetails.class,
                CreateBookingRequest.class,
                "address",
                "uploadedImages",
                "isSendConfirmationEmail");

        /** The booking without what can't be kept, which is noted. It needs a way to reach the person. */
        NewBooking toBooking(Findings found) {
            List<ContactDraft> reached = drafts(found);
            Address place = address == null ? null : address.toAddress();
            boolean reachable =
                    place != null && place.whole() || reached.stream().anyMatch(ContactDraft::reaches);
            String needed = "Either a whole address or a phone number or e-mail address is required.";
            found.reachableIf(reachable);
            found.refused().addIf(!reachable, "address", needed).addIf(!reachable, "contacts", needed);
            List<String> pictures = uploadedImages == null
                    ? null
                    : uploadedImages.stream().filter(Objects::nonNull).toList();
            BookingDetails details = COPY.from(this, place, pictures, Boolean.TRUE.equals(isSendConfirmationEmail));
            return new NewBooking(details, reached);
        }

        private List<ContactDraft> drafts(Findings found) {
            List<ContactDraft> drafts = new ArrayList<>();
            for (int i = 0; contacts != null && i < contacts.size(); i++) {
                BookingContactModel contact = contacts.get(i);
                if (contact == null || contact.value == null) {
                    continue;
                }
                String at = "contacts[" + i + "]";
                ContactDraft draft = contact.toDraft();
                if (draft == null) {
                    found.wrong().add(at, "A type, or a phone number or e-mail address is expected.");
                } else {
                    String problem = ContactParser.problem(draft.type(), draft.value());
                    found.doubtful().addIf(problem != null, at + ".value", String.valueOf(problem));
                    drafts.add(draft);
                }
            }
            return drafts;
        }
    }

    record UpdateBookingRequest(
            @NullOrNotBlank @Line @Nullable String source,
            @NullOrNotBlank @Name @Nullable String name,
            @Valid @Nullable AddressPatchModel address,
            @Nullable CustomerType customerType,
            @Nullable Instant start,
            @LongText @Nullable String summary,
            @Nullable Long campaignId,
            @Nullable Long businessUnitId,
            @Nullable Long jobTypeId,
            @Nullable Priority priority,
            @Nullable Boolean isFirstTimeClient,
            @Size(max = 20) @Nullable List<@PictureAddress String> uploadedImages,
            @NullOrNotBlank @Line @Nullable String externalId) {

        /** Notes parts of the address that are emptied. */
        void check(BookingDetails old, FieldErrors errors) {
            if (address != null) {
                address.check(old.address(), errors);
            }
        }

        private static final Copy<BookingDetails> COPY =
                Copy.change(BookingDetails.class, UpdateBookingRequest.class, "address");

        BookingDetails applyTo(BookingDetails old) {
            return COPY.changed(old, this, address == null ? old.address() : address.toAddress());
        }
    }

    record ContactCreateRequest(
            @NotNull ContactType type,
            @NotBlank @ContactValue String value,
            @Memo @Nullable String memo) implements ContactPoint {}

    /** Also what a change of a contact answers with. */
    record UpdateBookingContactRequest(
            @Nullable ContactType type,
            @NullOrNotBlank @ContactValue @Nullable String value,
            @Memo @Nullable String memo) {}

    record DismissBookingModel(
            @Nullable Long callReasonId,
            @DismissingMemo @Nullable String dismissingMemo) {}
}
