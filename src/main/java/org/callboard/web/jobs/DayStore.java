package org.callboard.web.jobs;

import java.time.Instant;
import java.util.List;
import org.callboard.addresses.Address;
import org.callboard.database.RecordMapper;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.jobs.Priority;
import org.callboard.jobs.VisitTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the visits of some hours as people look through them: with names instead of ids. */
@Repository
class DayStore {

    /** More visits than anybody looks through at once. */
    static final int MOST = 1000;

    /**
     * One visit.
     *
     * @param technicianIds who comes, in the order in which they were assigned
     */
    record Line(
            long id,
            long jobId,
            String appointmentNumber,
            AppointmentStatus status,
            VisitTime time,
            boolean isConfirmed,
            String jobType,
            Priority priority,
            @Nullable String summary,
            long customerId,
            String customerName,
            Address address,
            List<Long> technicianIds) {}

    private static final RecordMapper<Line> LINES = RecordMapper.of(Line.class);

    private final JdbcClient jdbc;

    DayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The visits that take some of the time between two moments, in their order; those that were removed or canceled are
     * none. One that began before is found as far back as a visit may last: the index of the starts finds them all.
     */
    List<Line> between(long tenant, Instant from, Instant to) {
        return jdbc.sql("""
                select a.*, j.number || '-' || a.number as appointment_number, t.name as job_type, j.priority, j.summary,
                    j.customer_id, c.name as customer_name, l.street, l.unit, l.city, l.state, l.zip, l.country,
                    array(
                        select s.technician_id from appointment_assignment s
                        where s.tenant_id = a.tenant_id and s.appointment_id = a.id and s.active order by s.id
                    ) as technician_ids
                from appointment a
                join job j on j.tenant_id = a.tenant_id and j.id = a.job_id
                join job_type t on t.tenant_id = j.tenant_id and t.id = j.job_type_id
                join customer c on c.tenant_id = j.tenant_id and c.id = j.customer_id
                join location l on l.tenant_id = j.tenant_id and l.id = j.location_id
                where a.tenant_id = :tenant and a.start_on >= :earliest and a.start_on < :to
                    and (a.end_on > :from or a.start_on >= :from) and a.active and a.status <> 'Canceled' and j.active
                order by a.start_on, a.id
                limit :most
                """)
                .param("tenant", tenant)
                .param("earliest", from.minus(VisitTime.LONGEST))
                .param("from", from)
                .param("to", to)
                .param("most", MOST + 1)
                .query(LINES.rows())
                .list();
    }
}
