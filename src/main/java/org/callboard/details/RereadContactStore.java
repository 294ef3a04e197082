package org.callboard.details;

import java.util.List;
import org.callboard.contactpoints.ContactPoints;
import org.callboard.contactpoints.TypedContact;
import org.callboard.database.RecordMapper;
import org.callboard.understanding.RereadableStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

abstract class RereadContactStore extends RereadableStore {

    private static final RecordMapper<TypedContact> TYPED = RecordMapper.of(TypedContact.class);

    private final RecordKind kind;
    private final ContactPoints points;

    private RereadContactStore(RecordKind kind, JdbcClient jdbc, ContactPoints points) {
        super(jdbc, kind.word() + " contacts", "contact_entry", "id", "owner_kind = '" + kind.word() + "' and active");
        this.kind = kind;
        this.points = points;
    }

    @Override
    public List<Long> reread(long tenant, List<Long> ids, boolean waiting) {
        List<TypedContact> typed =
                locked("owner_id as owner, id as entry, type, value", tenant, ids, waiting, TYPED.rows());
        points.put(kind.contactOwner(), tenant, typed);
        return typed.stream().map(TypedContact::entry).toList();
    }

    @Repository
    static class OfCustomersStore extends RereadContactStore {
        OfCustomersStore(JdbcClient jdbc, ContactPoints points) {
            super(RecordKind.Customer, jdbc, points);
        }
    }

    @Repository
    static class OfLocationsStore extends RereadContactStore {
        OfLocationsStore(JdbcClient jdbc, ContactPoints points) {
            super(RecordKind.Location, jdbc, points);
        }
    }
}
