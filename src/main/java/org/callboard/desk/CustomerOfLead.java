package org.callboard.desk;

import org.callboard.customers.CreateCustomer;
import org.callboard.customers.CreateCustomer.Created;
import org.callboard.desk.AddToCustomer.Added;
import org.callboard.leads.Leads;
import org.callboard.validation.FieldErrors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a lead a customer, new or on record. It stays open: nothing is booked yet. */
@Service
public class CustomerOfLead {

    private final CreateCustomer creation;
    private final AddToCustomer adding;
    private final Leads leads;

    CustomerOfLead(CreateCustomer creation, AddToCustomer adding, Leads leads) {
        this.creation = creation;
        this.adding = adding;
        this.leads = leads;
    }

    /**
     * Creates the customer, whose the lead is from then on. Invalid names every wrong field; NotFound where there is no such
     * lead, Conflict where it is closed or a customer's already; then nothing was created.
     */
    @Transactional
    public Created create(long tenant, long lead, CreateCustomer.Complete complete, FieldErrors noted) {
        Created made = creation.create(tenant, complete, noted);
        leads.give(
                tenant,
                lead,
                made.customer().id(),
                made.locations().isEmpty() ? null : made.locations().getFirst().id());
        return made;
    }

    /** Gives the lead to a customer on record, with what was typed; as {@link AddToCustomer#add} and above. */
    @Transactional
    public Added use(
            long tenant,
            long lead,
            long customer,
            AddToCustomer.Typed typed,
            AddToCustomer.Decision decision,
            FieldErrors noted) {
        Added added = adding.add(tenant, customer, typed, decision, noted);
        leads.give(
                tenant,
                lead,
                customer,
                added.places().isEmpty() ? null : added.places().getFirst());
        return added;
    }
}
