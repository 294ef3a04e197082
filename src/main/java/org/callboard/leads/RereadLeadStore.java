package org.callboard.leads;

import java.util.List;
import org.callboard.contactpoints.ContactOwner;
import org.callboard.contactpoints.ContactPoints;
import org.callboard.database.RecordMapper;
import org.callboard.details.Owned;
import org.callboard.search.SearchDocuments;
import org.callboard.understanding.RereadableStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RereadLeadStore extends RereadableStore {

    /** What a lead is found by, unless it was taken back. */
    private record Known(long id, boolean active, LeadPerson person) {}

    private static final RecordMapper<Known> KNOWN = RecordMapper.of(Known.class);

    private final ContactPoints points;
    private final SearchDocuments documents;

    RereadLeadStore(JdbcClient jdbc, ContactPoints points, SearchDocuments documents) {
        super(jdbc, "leads", "lead", "id", "true");
        this.points = points;
        this.documents = documents;
    }

    @Override
    public List<Long> reread(long tenant, List<Long> ids, boolean waiting) {
        List<Known> leads = locked("*", tenant, ids, waiting, KNOWN.rows());
        points.put(
                ContactOwner.lead,
                tenant,
                leads.stream()
                        .flatMap(lead -> LeadStore.typed(lead.id, lead.person).stream())
                        .toList());
        documents.put(
                ContactOwner.lead,
                tenant,
                leads.stream()
                        .filter(Known::active)
                        .map(lead -> new Owned<>(lead.id, lead.person.findable()))
                        .toList());
        return leads.stream().map(Known::id).toList();
    }
}
