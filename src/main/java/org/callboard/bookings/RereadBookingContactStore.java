package org.callboard.bookings;

import java.util.List;
import org.callboard.contactpoints.ContactOwner;
import org.callboard.contactpoints.ContactPoints;
import org.callboard.contactpoints.TypedContact;
import org.callboard.database.RecordMapper;
import org.callboard.understanding.RereadableStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RereadBookingContactStore extends RereadableStore {

    private static final RecordMapper<TypedContact> TYPED = RecordMapper.of(TypedContact.class);

    private final ContactPoints points;

    RereadBookingContactStore(JdbcClient jdbc, ContactPoints points) {
        super(jdbc, "booking contacts", "booking_contact", "id", "true");
        this.points = points;
    }

    @Override
    public List<Long> reread(long tenant, List<Long> ids, boolean waiting) {
        List<TypedContact> typed =
                locked("booking_id as owner, id as entry, type, value", tenant, ids, waiting, TYPED.rows());
        points.put(ContactOwner.booking, tenant, typed);
        return typed.stream().map(TypedContact::entry).toList();
    }
}
