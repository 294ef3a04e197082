package org.callboard.leads;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.callboard.addresses.AddressShape;
import org.callboard.addresses.CompleteAddress;
import org.callboard.addresses.Limits.City;
import org.callboard.addresses.Limits.Country;
import org.callboard.addresses.Limits.EmailAddress;
import org.callboard.addresses.Limits.LongText;
import org.callboard.addresses.Limits.Name;
import org.callboard.addresses.Limits.PhoneNumber;
import org.callboard.addresses.Limits.State;
import org.callboard.addresses.Limits.Street;
import org.callboard.addresses.Limits.Unit;
import org.callboard.addresses.Limits.Zip;
import org.callboard.database.RecordShape.Copy;
import org.callboard.details.RecordKind;
import org.callboard.jobs.Priority;
import org.callboard.mergedids.MergedId;
import org.callboard.requests.Inquiry.Complete;
import org.callboard.validation.Findings;
import org.jspecify.annotations.Nullable;

/** What clients send about leads. A missing or null field of a change leaves the lead's as it is. */
final class LeadRequests {

    private LeadRequests() {}

    public record LeadCreateRequest(
            @MergedId(RecordKind.Customer) @Nullable Long customerId,
            @MergedId(RecordKind.Location) @Nullable Long locationId,
            @NotNull Long campaignId,
            @Nullable Long businessUnitId,
            @Nullable Long jobTypeId,
            @NotNull @LongText String summary,
            @Size(max = 200) @Nullable List<@Nullable Long> tagTypeIds,
            @Nullable Priority priority,
            @Nullable Long callReasonId,
            @Nullable Instant followUpDate,
            @Nullable Long bookingId,
            @Name @Nullable String leadCustomerName,
            @PhoneNumber @Nullable String leadPhone,
            @EmailAddress @Nullable String leadEmail,
            @Street @Nullable String leadStreet,
            @Unit @Nullable String leadUnit,
            @City @Nullable String leadCity,
            @State @Nullable String leadState,
            @Zip @Nullable String leadZip,
            @Country @Nullable String leadCountry) {

        private static final Copy<LeadPerson> PERSON = Copy.of(LeadPerson.class, LeadCreateRequest.class);
        private static final Copy<LeadDraft> COPY =
                Copy.of(LeadDraft.class, LeadCreateRequest.class, "person", "tagTypeIds", "ownerId", "formId");

        public LeadDraft toDraft() {
            List<Long> tags = tagTypeIds == null
                    ? List.of()
                    : tagTypeIds.stream().filter(Objects::nonNull).toList();
            return COPY.from(this, PERSON.from(this).tidy(), tags, null, null);
        }
    }

    /** An empty text clears what is known of the person. */
    record LeadUpdateRequest(
            @Nullable Long campaignId,
            @Nullable Priority priority,
            @Nullable Long businessUnitId,
            @Nullable Long jobTypeId,
            @LongText @Nullable String summary,
            @Name @Nullable String leadCustomerName,
            @PhoneNumber @Nullable String leadPhone,
            @EmailAddress @Nullable String leadEmail,
            @Street @Nullable String leadStreet,
            @Unit @Nullable String leadUnit,
            @City @Nullable String leadCity,
            @State @Nullable String leadState,
            @Zip @Nullable String leadZip,
            @Country @Nullable String leadCountry) {

        private static final Copy<LeadPerson> PERSON = Copy.change(LeadPerson.class, LeadUpdateRequest.class);
        private static final Copy<LeadDetails> COPY = Copy.change(LeadDetails.class, LeadUpdateRequest.class, "person");

        LeadDetails applyTo(LeadDetails old) {
            return COPY.changed(old, this, PERSON.changed(old.person(), this).tidy());
        }
    }

    record LeadNoteCreateRequest(
            @NotBlank @LongText String text, @Nullable Boolean pinToTop) {}

    record DismissLeadRequest(@NotNull Long dismissingReasonId) {}

    record SubmitLeadFormRequest(
            @NotBlank @Name String name,
            @EmailAddress @Nullable String email,
            @PhoneNumber @Nullable String phoneNumber,
            @Valid @Nullable FormAddress address,
            @LongText @Nullable String summary) {

        /** Notes a number or e-mail address that can't be one, and whether the person can be reached. */
        LeadPerson toPerson(Findings found) {
            FormAddress place = address == null ? FormAddress.UNKNOWN : address;
            LeadPerson person = new LeadPerson(
                            name,
                            phoneNumber,
                            email,
                            place.street,
                            place.unit,
                            place.city,
                            place.state,
                            place.zip,
                            place.country)
                    .tidy();
            person.check(found.doubtful(), "phoneNumber", "email");
            found.reachableIf(person.isReachable());
            return person;
        }
    }

    /** The coordinates are the contract's; a lead has none. */
    @CompleteAddress(groups = Complete.class)
    record FormAddress(
            @Street @Nullable String street,
            @Unit @Nullable String unit,
            @City @Nullable String city,
            @State @Nullable String state,
            @Zip @Nullable String zip,
            @Country @Nullable String country,

            @DecimalMin("-90") @DecimalMax("90") @Nullable Double latitude,
            @DecimalMin("-180") @DecimalMax("180") @Nullable Double longitude)
            implements AddressShape {

        private static final FormAddress UNKNOWN = new FormAddress(null, null, null, null, null, null, null, null);
    }
}
