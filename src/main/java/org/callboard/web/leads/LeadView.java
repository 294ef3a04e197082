package org.callboard.web.leads;

import java.util.List;
import java.util.Objects;
import org.callboard.addresses.Address;
import org.callboard.details.ContactEntry;
import org.callboard.followups.LeadLogEntry;
import org.callboard.leads.Lead;
import org.jspecify.annotations.Nullable;

/**
 * A lead with the words for what it refers to, how to reach its customer, and its log.
 *
 * @param location where the work would be done
 * @param holder who follows it up just now
 * @param contacts the customer's
 */
public record LeadView(
        Lead lead,
        @Nullable String customer,
        boolean doNotService,
        @Nullable Address location,
        String campaign,
        @Nullable String callReason,
        @Nullable String dismissingReason,
        @Nullable String businessUnit,
        @Nullable String jobType,
        @Nullable String owner,
        @Nullable String holder,
        @Nullable String createdBy,
        @Nullable String form,
        List<ContactEntry> contacts,
        List<LeadLogEntry> log) {

    /** Whom it is about, as far as anybody said. */
    public String name() {
        if (customer != null) {
            return customer;
        }
        return Objects.requireNonNullElse(lead.details().person().leadCustomerName(), "Somebody");
    }
}
