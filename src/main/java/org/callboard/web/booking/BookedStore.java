package org.callboard.web.booking;

import java.time.Instant;
import java.util.List;
import org.callboard.addresses.Address;
import org.callboard.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the summary of a booking names beside the job itself. */
@Repository
class BookedStore {

    /**
     * The words for it.
     *
     * @param startOn of the first appointment
     * @param leadIds the leads that it won, newest first
     */
    record Names(String customerName, Address address, Instant startOn, List<Long> leadIds) {}

    private static final RecordMapper<Names> NAMES = RecordMapper.of(Names.class);

    private final JdbcClient jdbc;

    BookedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Names names(long tenant, long job) {
        return jdbc.sql("""
                select c.name as customer_name, l.street, l.unit, l.city, l.state, l.zip, l.country,
                    (
                        select a.start_on from appointment a
                        where a.tenant_id = j.tenant_id and a.job_id = j.id order by a.number limit 1
                    ) as start_on,
                    array(
                        select d.id from lead d
                        where d.tenant_id = j.tenant_id and d.job_id = j.id and d.active order by d.id desc
                    ) as lead_ids
                from job j
                join customer c on c.tenant_id = j.tenant_id and c.id = j.customer_id
                join location l on l.tenant_id = j.tenant_id and l.id = j.location_id
                where j.tenant_id = :tenant and j.id = :id
                """)
                .param("tenant", tenant)
                .param("id", job)
                .query(NAMES.rows())
                .single();
    }
}
