package org.callboard.leads;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.callboard.contactpoints.ContactOwner;
import org.callboard.contactpoints.PhoneSearch;
import org.callboard.details.RecordKind;
import org.callboard.mergedids.MergedId;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;

/** The filters of the list of leads beside ids and dates. Words are found in any case and in part. */
record LeadFilter(
        @Nullable LeadStatus status,

        @MergedId(RecordKind.Customer) @Nullable Long customerId,

        @Schema(description = "true: no customer, or one without a job. false: a customer with a job.") @Nullable
        Boolean isProspect,

        @Schema(description = "true: no customer or no location. false: both.") @Nullable
        Boolean withoutCustomer,

        @Schema(description = "Finds in any case and in part.") @Nullable
        String customerCity,

        @Schema(description = "Finds in any case and in part.") @Nullable
        String customerState,

        @Schema(description = "Finds in any case and in part.") @Nullable
        String customerZip,

        @Schema(description = "Includes the instant.") @Nullable
        Instant customerCreatedOnOrAfter,

        @Schema(description = "Excludes the instant.") @Nullable
        Instant customerCreatedBefore,

        @Schema(description = "Includes the instant.") @Nullable
        Instant customerModifiedOnOrAfter,

        @Schema(description = "The lead's own name. Finds in any case and in part.") @Nullable
        String leadCustomerName,

        @Schema(description = "The lead's own number in any format, or at least its last 3 digits.")
        @Pattern(regexp = "([^0-9]*[0-9]){3}[\\s\\S]*", message = "At least 3 digits are expected.")
        @Nullable
        String leadPhone,

        @Schema(description = "true: came from a form. false: did not.") @Nullable
        Boolean isCaptureSourceForm,

        @Schema(description = "true fills leadUrl.") @Nullable
        Boolean genPermUrl) {

    private static final String CUSTOMER =
            "exists (select from customer c where c.tenant_id = lead.tenant_id and c.id = lead.customer_id and ";

    private static final String WITH_JOB =
            "exists (select from job j where j.tenant_id = lead.tenant_id and j.customer_id = lead.customer_id)";

    /** Adds the conditions. */
    Where applyTo(Where where, String region) {
        where.andIf("status = :status", "status", status == null ? null : status.name())
                .andIf("customer_id = :customer", "customer", customerId)
                .andIf(inPart("city"), "city", customerCity)
                .andIf(inPart("state"), "state", customerState)
                .andIf(inPart("zip"), "zip", customerZip)
                .andIf(CUSTOMER + "c.created_on >= :customerFrom)", "customerFrom", customerCreatedOnOrAfter)
                .andIf(CUSTOMER + "c.created_on < :customerTo)", "customerTo", customerCreatedBefore)
                .andIf(CUSTOMER + "c.modified_on >= :customerChanged)", "customerChanged", customerModifiedOnOrAfter)
                .andIf("position(lower(:name) in lower(lead_customer_name)) > 0", "name", leadCustomerName);
        when(where, isProspect, "not " + WITH_JOB, WITH_JOB);
        when(where, withoutCustomer, "(customer_id is null or location_id is null)", "location_id is not null");
        when(where, isCaptureSourceForm, "capture_source = 'Form'", "capture_source <> 'Form'");
        if (leadPhone != null) {
            PhoneSearch.of(leadPhone, region).applyTo(where, ContactOwner.lead);
        }
        return where;
    }

    private static void when(Where where, @Nullable Boolean wanted, String yes, String no) {
        if (wanted != null) {
            where.and(wanted ? yes : no);
        }
    }

    private static String inPart(String column) {
        return CUSTOMER + "position(lower(:%1$s) in lower(c.%1$s)) > 0)".formatted(column);
    }
}
