package org.callboard.notices;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.addresses.Address;
import org.callboard.database.RecordMapper;
import org.callboard.mail.Channel;
import org.callboard.mail.MessageState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Knows which messages were about which appointment, and reads what they tell. It is written under the lock of the job. */
@Repository
class NoticeStore {

    /** What messages about a job tell beside the time. */
    record Facts(
            String jobNumber, long customerId, long locationId, String customerName, Address address, String jobType) {}

    private static final RecordMapper<Facts> FACTS = RecordMapper.of(Facts.class);
    private static final RecordMapper<JobMessage> MESSAGES = RecordMapper.of(JobMessage.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Facts facts(long tenant, long job) {
        return jdbc.sql("""
                select j.number as job_number, j.customer_id, j.location_id, c.name as customer_name,
                    l.street, l.unit, l.city, l.state, l.zip, l.country, t.name as job_type
                from job j
                join customer c on c.tenant_id = j.tenant_id and c.id = j.customer_id
                join location l on l.tenant_id = j.tenant_id and l.id = j.location_id
                join job_type t on t.tenant_id = j.tenant_id and t.id = j.job_type_id
                where j.tenant_id = :tenant and j.id = :job
                """)
                .param("tenant", tenant)
                .param("job", job)
                .query(FACTS.rows())
                .single();
    }

    /** Who comes to appointments, by their ids; those to which nobody comes are left out. */
    Map<Long, String> technicians(long tenant, Collection<Long> appointments) {
        Map<Long, String> names = new HashMap<>();
        jdbc.sql("""
                select a.appointment_id, string_agg(t.name, ', ' order by a.id) as names
                from appointment_assignment a
                join technician t on t.tenant_id = a.tenant_id and t.id = a.technician_id
                where a.tenant_id = :tenant and a.appointment_id = any(:appointments) and a.active
                group by a.appointment_id
                """)
                .param("tenant", tenant)
                .param("appointments", appointments.toArray(Long[]::new))
                .query(row -> {
                    names.put(row.getLong("appointment_id"), row.getString("names"));
                });
        return names;
    }

    /** The last message about each of the appointments on each way. */
    List<Told> told(long tenant, Collection<Long> appointments) {
        return jdbc.sql("""
                select distinct on (n.appointment_id, m.channel)
                    n.message_id, n.appointment_id, m.channel, m.state, n.was_from, n.was_until, n.is_from, n.is_until
                from appointment_message n
                join outgoing_message m on m.tenant_id = n.tenant_id and m.id = n.message_id
                where n.tenant_id = :tenant and n.appointment_id = any(:appointments)
                order by n.appointment_id, m.channel, n.message_id desc
                """)
                .param("tenant", tenant)
                .param("appointments", appointments.toArray(Long[]::new))
                .query((row, number) -> new Told(
                        row.getLong("message_id"),
                        row.getLong("appointment_id"),
                        Channel.valueOf(row.getString("channel")),
                        MessageState.valueOf(row.getString("state")),
                        ToldTime.read(row, "was"),
                        ToldTime.read(row, "is")))
                .list();
    }

    void insert(long tenant, long message, long job, long appointment, NoticeRule.Notice notice) {
        ToldTime was = notice.was();
        ToldTime is = notice.is();
        jdbc.sql("""
                insert into appointment_message (tenant_id, message_id, job_id, appointment_id, kind, was_from, was_until,
                    is_from, is_until, created_on)
                values (:tenant, :message, :job, :appointment, :kind, :wasFrom, :wasUntil, :isFrom, :isUntil, :now)
                """)
                .param("tenant", tenant)
                .param("message", message)
                .param("job", job)
                .param("appointment", appointment)
                .param("kind", notice.kind().name())
                .param("wasFrom", was == null ? null : was.from())
                .param("wasUntil", was == null ? null : was.until())
                .param("isFrom", is == null ? null : is.from())
                .param("isUntil", is == null ? null : is.until())
                .param("now", clock.instant())
                .update();
    }

    /** The messages about a job, the newest first. */
    List<JobMessage> ofJob(long tenant, long job, int most) {
        return jdbc.sql("""
                select m.id, n.job_id, n.appointment_id, n.kind, m.channel, m.state, m.recipient, m.subject, m.body, m.reason,
                    m.next_attempt_on, m.expires_on, m.modified_on
                from appointment_message n
                join outgoing_message m on m.tenant_id = n.tenant_id and m.id = n.message_id
                where n.tenant_id = :tenant and n.job_id = :job
                order by n.message_id desc
                limit :most
                """)
                .param("tenant", tenant)
                .param("job", job)
                .param("most", most)
                .query(MESSAGES.rows())
                .list();
    }

    /** The appointment that a message about a job is about; empty where there is no such message. */
    Optional<Long> appointmentOf(long tenant, long job, long message) {
        return jdbc.sql("""
                select appointment_id from appointment_message
                where tenant_id = :tenant and message_id = :message and job_id = :job
                """)
                .param("tenant", tenant)
                .param("message", message)
                .param("job", job)
                .query(Long.class)
                .optional();
    }

    /** The jobs of a customer about which there are messages, the latest first. */
    List<Long> jobsTold(long tenant, long customer, int most) {
        return jdbc.sql("""
                select j.id from job j
                where j.tenant_id = :tenant and j.customer_id = :customer and exists (
                    select from appointment_message n where n.tenant_id = j.tenant_id and n.job_id = j.id)
                order by j.id desc
                limit :most
                """)
                .param("tenant", tenant)
                .param("customer", customer)
                .param("most", most)
                .query(Long.class)
                .list();
    }
}
