package org.callboard.customers;

import java.util.List;
import java.util.Optional;
import org.callboard.addresses.Address;
import org.callboard.addresses.ContactDraft;
import org.callboard.platform.ApiProblem;
import org.callboard.platform.Changes;
import org.callboard.platform.Diff;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers of a tenant. */
@Service
public class Customers {

    private final CustomerStore store;
    private final Changes changes;

    Customers(CustomerStore store, Changes changes) {
        this.store = store;
        this.changes = changes;
    }

    public Optional<Customer> find(long tenant, long id) {
        return store.find(tenant, id);
    }

    /** One customer; 404 where there is none. */
    public Customer get(long tenant, long id) {
        return find(tenant, id).orElseThrow(() -> ApiProblem.notFound("Customer", id));
    }

    /** Creates a customer with its contacts and gives its id. A customer without a location is not complete. */
    @Transactional
    public long create(long tenant, String name, CustomerType type, Address address, List<ContactDraft> contacts) {
        long id = store.insert(tenant, name, type, address);
        store.insertContacts(tenant, id, contacts);
        changes.record(
                "customer",
                id,
                "created",
                Diff.none().now("name", name).now("type", type).now("address", address));
        return id;
    }

    /** Adds those contacts that the customer does not have yet, and tells how many. */
    @Transactional
    public int addMissingContacts(long tenant, long id, List<ContactDraft> contacts) {
        List<String> known = store.normalizedContacts(tenant, id);
        List<ContactDraft> missing = contacts.stream()
                .filter(contact -> contact.normalized() != null && !known.contains(contact.normalized()))
                .toList();
        if (!missing.isEmpty()) {
            store.insertContacts(tenant, id, missing);
            changes.record("customer", id, "contacts added", Diff.none().now("contacts", missing.size()));
        }
        return missing.size();
    }
}
