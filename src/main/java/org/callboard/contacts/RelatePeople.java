package org.callboard.contacts;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.callboard.details.Owned;
import org.callboard.http.Precondition;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives customers the people who speak for them, and takes these people back. */
@Service
public class RelatePeople {

    private final Contacts contacts;
    private final Relationships relationships;
    private final RelationshipStore store;

    RelatePeople(Contacts contacts, Relationships relationships, RelationshipStore store) {
        this.contacts = contacts;
        this.relationships = relationships;
        this.store = store;
    }

    /** Makes a person of each name, who belongs to that customer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addAll(long tenant, List<Owned<String>> names) {
        for (Owned<String> name : names) {
            Contact person = contacts.create(tenant, new Contact.Details(name.what(), null, null, false));
            relationships.add(tenant, person.id(), RelationshipType.Customer, name.owner());
        }
    }

    /** Parts all people from customers, and removes those who belong to nobody else. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void removeAll(long tenant, Collection<Long> customers) {
        for (Owned<UUID> one : store.ofCustomers(tenant, customers)) {
            relationships.remove(tenant, one.what(), RelationshipType.Customer, one.owner());
            if (store.count(tenant, one.what()) == 0) {
                contacts.delete(tenant, one.what(), Precondition.NONE);
            }
        }
    }
}
