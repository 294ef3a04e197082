package org.callboard.locations;

import java.util.List;
import java.util.Optional;
import org.callboard.addresses.Address;
import org.callboard.addresses.ContactDraft;
import org.callboard.platform.ApiProblem;
import org.callboard.platform.Changes;
import org.callboard.platform.Diff;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The locations of a tenant's customers. */
@Service
public class Locations {

    private final LocationStore store;
    private final Changes changes;

    Locations(LocationStore store, Changes changes) {
        this.store = store;
        this.changes = changes;
    }

    public Optional<Location> find(long tenant, long id) {
        return store.find(tenant, id);
    }

    /** One location; 404 where there is none. */
    public Location get(long tenant, long id) {
        return find(tenant, id).orElseThrow(() -> ApiProblem.notFound("Location", id));
    }

    /** Creates a location of a customer, with contacts of its own, and gives its id. */
    @Transactional
    public long create(long tenant, long customer, String name, Address address, List<ContactDraft> contacts) {
        long id = store.insert(tenant, customer, name, address);
        store.insertContacts(tenant, id, contacts);
        changes.record(
                "location",
                id,
                "created",
                Diff.none().now("name", name).now("customerId", customer).now("address", address));
        return id;
    }
}
