package org.callboard.bookings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.callboard.addresses.Address;
import org.callboard.addresses.ContactDraft;
import org.callboard.addresses.ContactType;
import org.callboard.addresses.ContactValues;
import org.callboard.customers.CustomerType;
import org.callboard.jobs.Priority;
import org.callboard.pictures.PictureUrl;
import org.callboard.platform.FieldErrors;
import org.jspecify.annotations.Nullable;

/** What clients send about bookings. A missing or null field of a change leaves the booking's as it is. */
final class BookingRequests {

    private BookingRequests() {}

    record AddressModel(
            @NotBlank @Size(max = 200) @Nullable String street,
            @Size(max = 100) @Nullable String unit,
            @NotBlank @Size(max = 100) @Nullable String city,
            @NotBlank @Size(max = 100) @Nullable String state,
            @NotBlank @Size(max = 20) @Nullable String zip,
            @NotBlank @Size(max = 100) @Nullable String country) {

        Address toAddress() {
            return new Address(
                    String.valueOf(street),
                    unit,
                    String.valueOf(city),
                    String.valueOf(state),
                    String.valueOf(zip),
                    String.valueOf(country));
        }
    }

    /** In a change the unit is needed too, though it may be empty: an address is replaced whole or not at all. */
    record AddressPatchModel(
            @NotBlank @Size(max = 200) @Nullable String street,
            @NotNull @Size(max = 100) @Nullable String unit,
            @NotBlank @Size(max = 100) @Nullable String city,
            @NotBlank @Size(max = 100) @Nullable String state,
            @NotBlank @Size(max = 20) @Nullable String zip,
            @NotBlank @Size(max = 100) @Nullable String country) {

        Address toAddress() {
            String door = unit == null || unit.isBlank() ? null : unit;
            return new AddressModel(street, door, city, state, zip, country).toAddress();
        }
    }

    record BookingContactModel(
            @NotNull @Nullable ContactType type,
            @NotBlank @Size(max = 320) @Nullable String value,
            @Size(max = 1000) @Nullable String memo) {}

    record CreateBookingRequest(
            @NotBlank @Size(max = 200) @Nullable String source,
            @NotBlank @Size(max = 200) @Nullable String name,
            @Valid @Nullable AddressModel address,
            @Size(max = 50) @Nullable List<@Valid BookingContactModel> contacts,
            @Nullable CustomerType customerType,
            @Nullable Instant start,
            @NotNull @Size(max = 20_000) @Nullable String summary,
            @Nullable Long campaignId,
            @Nullable Long businessUnitId,
            @Nullable Long jobTypeId,
            @Nullable Priority priority,
            @NotNull @Nullable Boolean isFirstTimeClient,
            @Size(max = 20) @Nullable List<@Size(max = 2000) String> uploadedImages,
            @Nullable Boolean isSendConfirmationEmail,
            @NotBlank @Size(max = 200) @Nullable String externalId) {

        /** Throws a 400 that names a contact without a usable value, and what is missing to reach the person. */
        BookingDraft toDraft(String region) {
            FieldErrors errors = new FieldErrors();
            List<BookingContactModel> given = Objects.requireNonNullElse(contacts, List.of());
            for (int i = 0; i < given.size(); i++) {
                BookingContactModel contact = given.get(i);
                String problem = ContactValues.problem(
                        Objects.requireNonNull(contact.type), Objects.requireNonNull(contact.value));
                errors.addIf(problem != null, "contacts[" + i + "].value", String.valueOf(problem));
            }
            if (address == null && given.stream().allMatch(contact -> contact.type == ContactType.Fax)) {
                String needed = "Either an address or a phone number or e-mail address is required.";
                errors.add("address", needed).add("contacts", needed);
            }
            requireImages(uploadedImages, errors);
            errors.throwIfAny();
            return new BookingDraft(
                    String.valueOf(externalId),
                    String.valueOf(source),
                    String.valueOf(name),
                    address == null ? null : address.toAddress(),
                    customerType,
                    start,
                    String.valueOf(summary),
                    campaignId,
                    businessUnitId,
                    jobTypeId,
                    priority,
                    Boolean.TRUE.equals(isFirstTimeClient),
                    uploadedImages,
                    Boolean.TRUE.equals(isSendConfirmationEmail),
                    given.stream()
                            .map(contact -> ContactDraft.of(
                                    Objects.requireNonNull(contact.type),
                                    Objects.requireNonNull(contact.value),
                                    contact.memo,
                                    region))
                            .toList());
        }
    }

    record UpdateBookingRequest(
            @Size(min = 1, max = 200) @Nullable String source,
            @Size(min = 1, max = 200) @Nullable String name,
            @Valid @Nullable AddressPatchModel address,
            @Nullable CustomerType customerType,
            @Nullable Instant start,
            @Size(max = 20_000) @Nullable String summary,
            @Nullable Long campaignId,
            @Nullable Long businessUnitId,
            @Nullable Long jobTypeId,
            @Nullable Priority priority,
            @Nullable Boolean isFirstTimeClient,
            @Size(max = 20) @Nullable List<@Size(max = 2000) String> uploadedImages,
            @Size(min = 1, max = 200) @Nullable String externalId) {

        BookingDraft applyTo(BookingDraft old) {
            FieldErrors errors = new FieldErrors();
            requireImages(uploadedImages, errors);
            errors.throwIfAny();
            return new BookingDraft(
                    Objects.requireNonNullElse(externalId, old.externalId()),
                    Objects.requireNonNullElse(source, old.source()),
                    Objects.requireNonNullElse(name, old.name()),
                    address == null ? old.address() : address.toAddress(),
                    customerType == null ? old.customerType() : customerType,
                    start == null ? old.start() : start,
                    Objects.requireNonNullElse(summary, old.summary()),
                    campaignId == null ? old.campaignId() : campaignId,
                    businessUnitId == null ? old.businessUnitId() : businessUnitId,
                    jobTypeId == null ? old.jobTypeId() : jobTypeId,
                    priority == null ? old.priority() : priority,
                    isFirstTimeClient == null ? old.firstTimeClient() : isFirstTimeClient,
                    uploadedImages == null ? old.uploadedImages() : uploadedImages,
                    old.sendConfirmationEmail(),
                    old.contacts());
        }
    }

    /** Pictures are shown to the office: only what a browser fetches safely. Those of ours are looked up later. */
    private static void requireImages(@Nullable List<String> images, FieldErrors errors) {
        for (int i = 0; images != null && i < images.size(); i++) {
            errors.addIf(
                    !images.get(i).regionMatches(true, 0, "https://", 0, 8)
                            && PictureUrl.of(images.get(i)).isEmpty(),
                    "uploadedImages[" + i + "]",
                    "An https URL is expected.");
        }
    }

    record ContactCreateRequest(
            @NotNull @Nullable ContactType type,
            @NotBlank @Size(max = 320) @Nullable String value,
            @Size(max = 1000) @Nullable String memo) {}

    /** Also what a change of a contact answers with. */
    record UpdateBookingContactRequest(
            @Nullable ContactType type,
            @Size(min = 1, max = 320) @Nullable String value,
            @Size(max = 1000) @Nullable String memo) {}

    record DismissBookingModel(
            @Nullable Long callReasonId,
            @Size(max = 2000) @Nullable String dismissingMemo) {}
}
