package org.callboard.web.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.callboard.addresses.Address;
import org.callboard.calls.Calls;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.Customers;
import org.callboard.customers.Locations;
import org.callboard.desk.CustomerOfCall;
import org.callboard.desk.OpenInquiries;
import org.callboard.details.RecordKind;
import org.callboard.jobs.Job;
import org.callboard.jobs.JobDetails;
import org.callboard.jobs.Jobs;
import org.callboard.matches.LikelyMatch;
import org.callboard.mergedids.MergedIds;
import org.callboard.people.CurrentUser;
import org.callboard.web.NewPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From where somebody came who books a job, and what is known by that. */
@Component
class JobOrigin {

    /**
     * What the address of the form names.
     *
     * @param again a job whose customer and work it is once more
     * @param recall the same where that work has to be put right
     * @param call the telephone call of which it is one more job
     */
    record From(
            @Nullable Long customer,
            @Nullable Long location,
            @Nullable Long again,
            @Nullable Long recall,
            @Nullable Long call) {

        /** The job whose page the form was asked for on; null for none. */
        public @Nullable Long job() {
            return recall == null ? again : recall;
        }
    }

    private final BookJobModel model;
    private final Jobs jobs;
    private final Customers customers;
    private final Locations locations;
    private final MergedIds merged;
    private final Calls calls;
    private final CustomerOfCall ofCalls;

    JobOrigin(
            BookJobModel model,
            Jobs jobs,
            Customers customers,
            Locations locations,
            MergedIds merged,
            Calls calls,
            CustomerOfCall ofCalls) {
        this.model = model;
        this.jobs = jobs;
        this.customers = customers;
        this.locations = locations;
        this.merged = merged;
        this.calls = calls;
        this.ofCalls = ofCalls;
    }

    /** What the form starts with; NotFound where the address names a record that is not there. */
    BookJobPrefill prefill(From from, NewPerson person) {
        long tenant = CurrentUser.get().tenantId();
        Long named = from.job();
        Job job = named == null ? null : jobs.get(tenant, named);
        MergedIds.Place place = from.call != null
                ? ofCalls.of(tenant, from.call)
                : job == null
                        ? new MergedIds.Place(from.customer, from.location)
                        : new MergedIds.Place(job.customerId(), job.locationId());
        Long location = live(RecordKind.Location, place.locationId());
        Long customer = live(RecordKind.Customer, place.customerId());
        if (location != null) {
            customer = locations.get(tenant, location).customerId();
        }
        LikelyMatch known = customer == null || !customers.get(tenant, customer).active()
                ? null
                : model.match(tenant, customer, List.of(), location);
        BookJobPrefill prefill = prefill(known, known == null ? null : who(known, location), job, person);
        return from.call == null ? prefill : prefill.creditedTo(calls.get(tenant, from.call));
    }

    private static BookJobPrefill prefill(
            @Nullable LikelyMatch known, @Nullable String who, @Nullable Job job, NewPerson person) {
        JobDetails work = job == null ? null : job.details();
        return new BookJobPrefill(
                known == null ? Objects.requireNonNullElse(person.name(), "") : known.name(),
                address(person),
                null,
                null,
                null,
                work == null ? null : work.priority(),
                work == null ? null : work.businessUnitId(),
                work == null ? null : work.jobTypeId(),
                work == null ? null : work.campaignId(),
                contacts(person),
                OpenInquiries.Self.NONE,
                known,
                who);
    }

    private static @Nullable Address address(NewPerson person) {
        return person.street() == null && person.zip() == null && person.city() == null
                ? null
                : new Address(
                        text(person.street()),
                        person.unit(),
                        text(person.city()),
                        text(person.state()),
                        text(person.zip()),
                        "USA");
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Phone and e-mail of the form. */
    static List<ContactDraft> contacts(NewPerson person) {
        List<ContactDraft> contacts = new ArrayList<>();
        if (person.phone() != null) {
            contacts.add(new ContactDraft(ContactType.Phone, person.phone(), null));
        }
        if (person.email() != null) {
            contacts.add(new ContactDraft(ContactType.Email, person.email(), null));
        }
        return contacts;
    }

    /** The location that is meant, or the only one there is; nothing for a customer who is not to be served. */
    private static String who(LikelyMatch known, @Nullable Long location) {
        if (known.doNotService()) {
            return "";
        }
        return known.locations().stream()
                .filter(place -> known.locations().size() == 1 || Objects.equals(place.id(), location))
                .findFirst()
                .map(place -> "location:" + place.id())
                .orElse("");
    }

    /** Who lives on of a record that an old link may name. */
    private @Nullable Long live(RecordKind kind, @Nullable Long id) {
        return id == null
                ? null
                : merged.survivor(kind, CurrentUser.get().tenantId(), id).orElse(id);
    }
}
