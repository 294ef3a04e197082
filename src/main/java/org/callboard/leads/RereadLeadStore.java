package org.callboard.leads;

import java.util.List;
import org.callboard.contactpoints.ContactOwner;
import org.callboard.contactpoints.ContactPoints;
import org.callboard.database.RecordMapper;
import org.callboard.understanding.RereadableStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RereadLeadStore extends RereadableStore {

    /** What a lead is reached by. */
    private record Reached(
            long id, @Nullable String leadPhone, @Nullable String leadEmail) {}

    private static final RecordMapper<Reached> REACHED = RecordMapper.of(Reached.class);

    private final ContactPoints points;

    RereadLeadStore(JdbcClient jdbc, ContactPoints points) {
        super(jdbc, "leads", "lead", "id", "true");
        this.points = points;
    }

    @Override
    public List<Long> reread(long tenant, List<Long> ids, boolean waiting) {
        List<Reached> leads = locked("id, lead_phone, lead_email", tenant, ids, waiting, REACHED.rows());
        points.put(
                ContactOwner.lead,
                tenant,
                leads.stream()
                        .flatMap(lead -> LeadStore.typed(lead.id, lead.leadPhone, lead.leadEmail).stream())
                        .toList());
        return leads.stream().map(Reached::id).toList();
    }
}
