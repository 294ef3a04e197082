package org.callboard.contactpoints;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.access.Tenants;
import org.callboard.contactpoints.ContactPointStore.Point;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what numbers and e-mail addresses are understood as beside the entries that hold them as they were typed. It belongs
 * to the change that makes them: whoever writes a value puts its points in the same transaction, holding the record's row.
 */
@Service
public class ContactPoints {

    private final ContactPointStore store;
    private final Tenants tenants;
    private final ApplicationEventPublisher events;

    ContactPoints(ContactPointStore store, Tenants tenants, ApplicationEventPublisher events) {
        this.store = store;
        this.tenants = tenants;
        this.events = events;
    }

    /** Writes the points of entries that are new. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(ContactOwner kind, long tenant, List<TypedContact> entries) {
        if (!entries.isEmpty()) {
            store.insert(kind, tenant, points(tenant, entries));
            tell(kind, tenant, entries);
        }
    }

    /**
     * Makes the points of entries what their values are understood as now; where that is the same, nothing is written. It
     * is for reading again, which comes to the owners of the entries by itself: nobody is told.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(ContactOwner kind, long tenant, List<TypedContact> entries) {
        if (!entries.isEmpty()) {
            store.put(kind, tenant, entries, points(tenant, entries));
        }
    }

    /** The same for entries that were changed in anything: one with the value that it had has its points already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(ContactOwner kind, long tenant, List<TypedContact> before, List<TypedContact> after) {
        if (!after.equals(before)) {
            put(kind, tenant, after);
            tell(kind, tenant, after);
        }
    }

    /** Forgets the points of some entries of a record. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(ContactOwner kind, long tenant, long owner, Collection<Long> entries) {
        store.remove(kind, tenant, owner, entries);
        events.publishEvent(new ContactsChanged(kind, tenant, Set.of(owner)));
    }

    /**
     * What the entries of records are understood as, by entry: each number (E.164) and e-mail address, with a space and
     * its extension behind it. An entry in which nothing is understood is not among them.
     */
    public Map<Long, Set<String>> formsOf(ContactOwner kind, long tenant, Collection<Long> owners) {
        return store.forms(kind, tenant, owners);
    }

    /** Gives the points of entries to another record, to which the entries were given. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(ContactOwner kind, long tenant, long from, long to, Collection<Long> entries) {
        store.move(kind, tenant, from, to, entries);
        events.publishEvent(new ContactsChanged(kind, tenant, Set.of(from, to)));
    }

    private void tell(ContactOwner kind, long tenant, List<TypedContact> entries) {
        Set<Long> owners = entries.stream().map(TypedContact::owner).collect(Collectors.toSet());
        events.publishEvent(new ContactsChanged(kind, tenant, owners));
    }

    private List<Point> points(long tenant, List<TypedContact> entries) {
        String region = tenants.get(tenant).region();
        return entries.stream()
                .flatMap(entry -> Point.of(entry, ContactParser.of(entry.type(), entry.value(), region)))
                .toList();
    }
}
