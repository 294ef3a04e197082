package org.callboard.desk;

import org.callboard.customers.CreateCustomer;
import org.callboard.customers.CreateCustomer.Created;
import org.callboard.leads.Leads;
import org.callboard.validation.FieldErrors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a customer of a lead, which stays open: nothing is booked yet. */
@Service
public class CustomerOfLead {

    private final CreateCustomer creation;
    private final Leads leads;

    CustomerOfLead(CreateCustomer creation, Leads leads) {
        this.creation = creation;
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
}
