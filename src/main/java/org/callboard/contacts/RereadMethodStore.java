package org.callboard.contacts;

import java.util.List;
import org.callboard.contactpoints.ContactOwner;
import org.callboard.contactpoints.ContactPoints;
import org.callboard.contactpoints.TypedContact;
import org.callboard.database.RecordMapper;
import org.callboard.understanding.RereadableStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RereadMethodStore extends RereadableStore {

    private static final RecordMapper<TypedContact> TYPED = RecordMapper.of(TypedContact.class);

    private static final String COLUMNS = """
            (select c.number from contact c
                where c.tenant_id = contact_method.tenant_id and c.id = contact_method.contact_id) as owner,
            number as entry, type, value
            """;

    private final ContactPoints points;

    RereadMethodStore(JdbcClient jdbc, ContactPoints points) {
        super(jdbc, "contact methods", "contact_method", "number", "true");
        this.points = points;
    }

    @Override
    public List<Long> reread(long tenant, List<Long> ids, boolean waiting) {
        List<TypedContact> typed = locked(COLUMNS, tenant, ids, waiting, TYPED.rows());
        points.put(ContactOwner.contact, tenant, typed);
        return typed.stream().map(TypedContact::entry).toList();
    }
}
