package org.callboard.customers;

import java.util.List;
import java.util.function.UnaryOperator;
import org.callboard.addresses.ContactDraft;
import org.callboard.addresses.ContactType;
import org.callboard.platform.Precondition;
import org.callboard.platform.Submission;
import org.callboard.records.ContactContent;
import org.callboard.records.ContactEntries;
import org.callboard.records.ContactEntry;
import org.callboard.records.ContactRequests.ContactPatch;
import org.callboard.records.Owned;
import org.callboard.records.RecordKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes to the contact entries of a customer: 404 where there is no such customer, 409 where it is not active. */
@Service
public class CustomerContacts {

    private final Customers customers;
    private final ContactEntries entries;

    CustomerContacts(Customers customers, ContactEntries entries) {
        this.customers = customers;
        this.entries = entries;
    }

    @Transactional
    ContactEntry add(long tenant, long customer, ContactType type, String value, @Nullable String memo) {
        lockActive(tenant, customer);
        ContactDraft draft = entries.draft(tenant, type, value, memo);
        long id = entries.add(RecordKind.Customer, tenant, List.of(new Owned<>(customer, draft)))
                .getFirst();
        return entries.get(RecordKind.Customer, tenant, customer, id);
    }

    /** Adds an entry with all that is said of it. 400 for a value that is no number or address. */
    @Transactional
    public ContactEntry add(long tenant, long customer, ContactContent content) {
        ContactEntry entry = add(tenant, customer, content.type(), content.value(), content.memo());
        return entries.change(RecordKind.Customer, tenant, customer, entry.id(), old -> content);
    }

    /** Makes of an entry what the change says; it sees what is stored, and nobody else can come in between. */
    @Transactional
    public ContactEntry change(long tenant, long customer, long id, UnaryOperator<ContactContent> change) {
        lockActive(tenant, customer);
        return entries.change(RecordKind.Customer, tenant, customer, id, change);
    }

    @Transactional
    ContactEntry update(long tenant, long customer, long id, Submission<ContactPatch> sent, Precondition precondition) {
        lockActive(tenant, customer);
        return entries.update(RecordKind.Customer, tenant, customer, id, sent, precondition);
    }

    @Transactional
    public void remove(long tenant, long customer, long id, Precondition precondition) {
        lockActive(tenant, customer);
        entries.remove(RecordKind.Customer, tenant, customer, id, precondition);
    }

    private void lockActive(long tenant, long customer) {
        RecordKind.Customer.requireActive(
                customer, customers.lock(tenant, customer).active());
    }
}
