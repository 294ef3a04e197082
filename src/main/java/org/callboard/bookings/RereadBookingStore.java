package org.callboard.bookings;

import java.util.List;
import org.callboard.database.RecordMapper;
import org.callboard.details.Owned;
import org.callboard.understanding.RereadableStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The inquiries that wait, by what they are found; their contacts are read before them. */
@Repository
class RereadBookingStore extends RereadableStore {

    private record Waiting(long id, BookingDetails details) {}

    private static final RecordMapper<Waiting> WAITING = RecordMapper.of(Waiting.class);

    private final BookingDocuments documents;

    RereadBookingStore(JdbcClient jdbc, BookingDocuments documents) {
        super(jdbc, "bookings", "booking", "id", "status in ('New', 'Accepted')");
        this.documents = documents;
    }

    @Override
    public List<Long> reread(long tenant, List<Long> ids, boolean waiting) {
        List<Waiting> found = locked("*", tenant, ids, waiting, WAITING.rows());
        documents.put(
                tenant,
                found.stream().map(one -> new Owned<>(one.id, one.details)).toList());
        return found.stream().map(Waiting::id).toList();
    }
}
