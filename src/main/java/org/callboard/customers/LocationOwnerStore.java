package org.callboard.customers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.callboard.addresses.Address;
import org.callboard.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose a location was and is, told from both sides: houses are sold, and both histories stay true. */
@Repository
public class LocationOwnerStore {

    private static final int MAX = 100;

    /** A customer and the time in which the location was theirs; {@code until} is null for the present one. */
    public record Owner(
            long customerId,
            String name,
            Instant since,
            @Nullable Instant until) {}

    /** A location that was a customer's once, and whose it is now. */
    public record Former(long id, String name, Address address, Instant until, long customerId, String customerName) {}

    private record Past(long customerId, String name, Instant until) {}

    private static final RecordMapper<Past> PAST = RecordMapper.of(Past.class);
    private static final RecordMapper<Former> FORMER = RecordMapper.of(Former.class);

    private final JdbcClient jdbc;

    LocationOwnerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The present owner first, then the earlier ones. */
    public List<Owner> of(long tenant, Location location, String presentOwner) {
        List<Past> past = jdbc.sql("""
                select h.customer_id, c.name, h.until_on as until
                from location_owner_history h
                join customer c on c.tenant_id = h.tenant_id and c.id = h.customer_id
                where h.tenant_id = :tenant and h.location_id = :location
                order by h.until_on desc limit :most
                """)
                .param("tenant", tenant)
                .param("location", location.id())
                .param("most", MAX)
                .query(PAST.rows())
                .list();
        List<Owner> owners = new ArrayList<>();
        Instant created = location.createdOn();
        owners.add(
                new Owner(location.customerId(), presentOwner, past.isEmpty() ? created : past.getFirst().until, null));
        for (int i = 0; i < past.size(); i++) {
            Past one = past.get(i);
            Instant since = i + 1 < past.size() ? past.get(i + 1).until : created;
            owners.add(new Owner(one.customerId, one.name, since, one.until));
        }
        return owners;
    }

    /** The locations that moved away from a customer and are another's now, the latest first. */
    public List<Former> formerlyOf(long tenant, long customer) {
        return jdbc.sql("""
                select l.*, h.until_on as until, c.name as customer_name
                from (
                    select location_id, max(until_on) as until_on from location_owner_history
                    where tenant_id = :tenant and customer_id = :customer group by location_id
                ) h
                join location l on l.tenant_id = :tenant and l.id = h.location_id and l.customer_id <> :customer
                join customer c on c.tenant_id = l.tenant_id and c.id = l.customer_id
                order by h.until_on desc limit :most
                """)
                .param("tenant", tenant)
                .param("customer", customer)
                .param("most", MAX)
                .query(FORMER.rows())
                .list();
    }
}
