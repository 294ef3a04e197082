package org.callboard.web.leads;

import java.util.Arrays;
import java.util.List;
import org.callboard.jobs.Priority;
import org.callboard.leads.LeadDraft;
import org.callboard.leads.LeadPerson;
import org.callboard.validation.FieldErrors;
import org.callboard.web.QuickDates;
import org.jspecify.annotations.Nullable;

/** A lead that somebody enters by hand, exactly as typed. With a customer it needs no name of its own. */
public record NewLeadForm(
        @Nullable String customerId,
        @Nullable String locationId,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String street,
        @Nullable String unit,
        @Nullable String city,
        @Nullable String state,
        @Nullable String zip,
        @Nullable String country,
        @Nullable String campaignId,
        @Nullable String callReasonId,
        @Nullable String followUpDate,
        @Nullable String ownerId,
        @Nullable String businessUnitId,
        @Nullable String jobTypeId,
        @Nullable String priority,
        @Nullable String summary) {

    /** What the form starts with; a customer or location may be given by a link. */
    static NewLeadForm blank(@Nullable Long customer, @Nullable Long location, long user, QuickDates dates) {
        return new NewLeadForm(
                customer == null ? null : customer.toString(),
                location == null ? null : location.toString(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "USA",
                null,
                null,
                dates.tomorrow(),
                Long.toString(user),
                null,
                null,
                Priority.Normal.name(),
                null);
    }

    /** What was typed, read; what can't be read, is missing or too long is noted under the field's name. */
    LeadDraft read(QuickDates dates, FieldErrors errors) {
        LeadPerson person = new LeadPerson(name, phone, email, street, unit, city, state, zip, country).tidy();
        boolean placed = person.leadStreet() != null || person.leadCity() != null || person.leadZip() != null;
        // a country alone says nothing
        LeadPerson kept = placed
                ? person
                : LeadPerson.at(null, person.leadCustomerName(), person.leadPhone(), person.leadEmail());
        Long customer = number(customerId, "customerId", errors);
        boolean unknown = customer == null
                && kept.leadCustomerName() == null
                && kept.leadPhone() == null
                && kept.leadEmail() == null;
        errors.addIf(unknown, "name", "Say who it is, or how to reach them.");
        errors.required("campaignId", campaignId).required("summary", summary);
        check(errors, "name", kept.leadCustomerName(), 200);
        check(errors, "phone", kept.leadPhone(), 100);
        check(errors, "email", kept.leadEmail(), 320);
        check(errors, "street", kept.leadStreet(), 200);
        check(errors, "unit", kept.leadUnit(), 100);
        check(errors, "city", kept.leadCity(), 100);
        check(errors, "state", kept.leadState(), 100);
        check(errors, "zip", kept.leadZip(), 20);
        check(errors, "country", kept.leadCountry(), 100);
        check(errors, "summary", summary, 20_000);
        kept.check(errors, "phone", "email");
        return new LeadDraft(
                customer,
                number(locationId, "locationId", errors),
                number(businessUnitId, "businessUnitId", errors),
                number(jobTypeId, "jobTypeId", errors),
                number(campaignId, "campaignId", errors),
                Arrays.stream(Priority.values())
                        .filter(one -> one.name().equals(priority))
                        .findFirst()
                        .orElse(null),
                summary == null ? null : summary.strip(),
                number(callReasonId, "callReasonId", errors),
                dates.read(followUpDate, "followUpDate", errors),
                number(ownerId, "ownerId", errors),
                kept,
                List.of(),
                null,
                null);
    }

    private static void check(FieldErrors errors, String field, @Nullable String value, int longest) {
        errors.addIf(
                value != null && value.length() > longest, field, "At most " + longest + " characters are allowed.");
    }

    private static @Nullable Long number(@Nullable String value, String field, FieldErrors errors) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (!value.matches("\\d{1,18}")) {
            errors.add(field, "Choose one from the list.");
            return null;
        }
        return Long.valueOf(value);
    }
}
