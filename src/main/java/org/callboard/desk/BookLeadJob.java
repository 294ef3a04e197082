package org.callboard.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.callboard.access.Tenants;
import org.callboard.bookings.Bookings;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.leads.Lead;
import org.callboard.leads.LeadDetails;
import org.callboard.leads.Leads;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns a lead into a booked job, as {@link BookJob} does an inquiry. */
@Service
public class BookLeadJob {

    private final Leads leads;
    private final Bookings bookings;
    private final BookJob bookJob;
    private final Tenants tenants;

    BookLeadJob(Leads leads, Bookings bookings, BookJob bookJob, Tenants tenants) {
        this.leads = leads;
        this.bookings = bookings;
        this.bookJob = bookJob;
        this.tenants = tenants;
    }

    /**
     * Books and gives the job's id; the lead is won. Of many who do so at once one does, the others get a Conflict that names
     * the job. NotFound where there is no such lead, Invalid names every wrong field of the form.
     */
    @Transactional
    public long book(long tenant, long id, BookJobRequest form) {
        BookJobRequest live = bookJob.hold(tenant, form);
        Lead lead = leads.lockOpen(tenant, id);
        return bookJob.place(tenant, live, contacts(tenant, lead), null, id, new FieldErrors());
    }

    /** How to reach the person: by what the inquiry said, if there was one, and what the lead itself says, each once. */
    public List<ContactDraft> contacts(long tenant, Lead lead) {
        List<ContactDraft> all = new ArrayList<>();
        LeadDetails details = lead.details();
        if (details.bookingId() != null) {
            all.addAll(bookings.contacts(tenant, details.bookingId()));
        }
        String region = tenants.get(tenant).region();
        add(all, ContactType.Phone, details.person().leadPhone());
        add(all, ContactType.Email, details.person().leadEmail());
        Set<String> seen = new HashSet<>();
        return all.stream()
                .filter(contact -> seen.addAll(contact.identities(region)))
                .toList();
    }

    private static void add(List<ContactDraft> all, ContactType type, @Nullable String value) {
        if (value != null) {
            all.add(new ContactDraft(type, value, null));
        }
    }
}
