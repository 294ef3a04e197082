package org.callboard.desk;

import java.util.Objects;
import java.util.Set;
import org.callboard.database.RecordShape;
import org.callboard.desk.AddToCustomer.Added;
import org.callboard.desk.AddToCustomer.Decision;
import org.callboard.desk.AddToCustomer.Typed;
import org.callboard.leads.ConvertToLead;
import org.callboard.leads.CreateLead;
import org.callboard.leads.Lead;
import org.callboard.leads.LeadDraft;
import org.callboard.leads.LeadSource;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates a lead of a customer on record, who gets what was typed and is new to them. */
@Service
public class LeadForCustomer {

    private final CreateLead creation;
    private final AddToCustomer adding;
    private final ConvertToLead ofCalls;

    LeadForCustomer(CreateLead creation, AddToCustomer adding, ConvertToLead ofCalls) {
        this.creation = creation;
        this.adding = adding;
        this.ofCalls = ofCalls;
    }

    /**
     * Creates the lead at the location that it names, or else at the first that was typed. What is wrong with the lead is said
     * before what is wrong with the rest; both refuse as {@link CreateLead#create} and {@link AddToCustomer#add} do, and
     * then nothing is stored.
     *
     * @param call the telephone call of which it is one more lead; null for none
     */
    @Transactional
    public Lead create(long tenant, LeadDraft draft, Typed typed, @Nullable Long call, FieldErrors noted) {
        creation.check(tenant, draft, noted);
        long customer = Objects.requireNonNull(draft.customerId());
        Added added = adding.add(tenant, customer, typed, new Decision(Set.of(), null), noted);
        boolean open = draft.locationId() == null && !added.places().isEmpty();
        LeadDraft placed =
                open ? RecordShape.with(draft, "locationId", added.places().getFirst()) : draft;
        return create(tenant, placed, call, noted);
    }

    /** Creates the lead as it is; refuses as {@link CreateLead#create} and {@link ConvertToLead#anotherOfCall} do. */
    @Transactional
    public Lead create(long tenant, LeadDraft draft, @Nullable Long call, FieldErrors noted) {
        return call == null
                ? creation.create(tenant, draft, LeadSource.Hand, noted)
                : ofCalls.anotherOfCall(tenant, call, draft, noted);
    }
}
