package org.callboard.contacts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.callboard.details.RecordKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives the people of a customer or location to another one, which must be locked as well. Nothing is noted in the change log. */
@Service
public class MoveRelationships {

    /**
     * That a person belongs to a record.
     *
     * @param number of the person, under which the change log knows them
     */
    public record Related(UUID id, UUID contactId, long number, Instant createdOn, long createdBy) {}

    private final RelationshipStore store;

    MoveRelationships(RelationshipStore store) {
        this.store = store;
    }

    /** Removes those people of the first record whom the other one has too, and gives them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Related> dropShared(RecordKind kind, long tenant, long from, long to) {
        return store.dropShared(tenant, type(kind), from, to);
    }

    /** Gives people to another record: all, or those of the named rows. Whom it has already stays with the first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Related> move(RecordKind kind, long tenant, long from, long to, @Nullable Collection<UUID> ids) {
        return store.move(tenant, type(kind), from, to, ids);
    }

    /** Gives a record people back whom it had; gives those whom it has not got again in the meantime, and who still exist. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Related> restore(RecordKind kind, long tenant, long record, Collection<Related> people) {
        return store.restore(tenant, type(kind), record, people);
    }

    private static RelationshipType type(RecordKind kind) {
        return kind == RecordKind.Customer ? RelationshipType.Customer : RelationshipType.Location;
    }
}
