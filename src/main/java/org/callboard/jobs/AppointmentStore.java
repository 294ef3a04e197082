package org.callboard.jobs;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.callboard.database.Caller;
import org.callboard.database.ReadById;
import org.callboard.database.RecordMapper;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes appointments. They are written under the lock of their job. */
@Repository
class AppointmentStore {

    private static final RecordMapper<Appointment> APPOINTMENTS = RecordMapper.of(Appointment.class);
    private static final RecordMapper<VisitTime> TIMES = RecordMapper.of(VisitTime.class);

    private static final String COLUMNS = """
            appointment.*,
            (
                select j.number || '-' || appointment.number from job j
                where j.tenant_id = appointment.tenant_id and j.id = appointment.job_id
            ) as appointment_number,
            (
                select j.customer_id from job j
                where j.tenant_id = appointment.tenant_id and j.id = appointment.job_id
            ) as customer_id,
            array(
                select s.technician_id from appointment_assignment s
                where s.tenant_id = appointment.tenant_id and s.appointment_id = appointment.id and s.active order by s.id
            ) as technician_ids
            """;

    private static final String APPOINTMENT = "select " + COLUMNS + " from appointment ";

    private static final String INSERT = TIMES.sql("""
            insert into appointment (tenant_id, job_id, number, COLUMNS, special_instructions, created_on, created_by_id,
                modified_on)
            values (:tenant, :job,
                (select coalesce(max(number), 0) + 1 from appointment where tenant_id = :tenant and job_id = :job),
                PARAMETERS, :instructions, :now, :by, :now)
            returning id
            """);

    private static final String UPDATE = TIMES.sql("""
            update appointment set ASSIGNMENTS, status = :status, active = :active, canceled_from = :canceledFrom,
                special_instructions = :specialInstructions, is_confirmed = :isConfirmed, hold_reason_id = :holdReasonId,
                hold_memo = :holdMemo, version = version + 1, modified_on = :now
            where tenant_id = :tenant and id = :id
            """);

    private final JdbcClient jdbc;
    private final ReadById<Appointment> byId;
    private final Clock clock;

    AppointmentStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        byId = new ReadById<>(jdbc, APPOINTMENT, APPOINTMENTS);
        this.clock = clock;
    }

    Optional<Appointment> find(long tenant, long id) {
        return jdbc.sql(APPOINTMENT + "where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(APPOINTMENTS.rows())
                .optional();
    }

    Optional<Appointment> numbered(long tenant, String job, int number) {
        return jdbc.sql(APPOINTMENT + """
                where tenant_id = :tenant and number = :number and job_id = (
                    select id from job where tenant_id = :tenant and job.number = :job and job.active limit 1)
                """)
                .param("tenant", tenant)
                .param("number", number)
                .param("job", job)
                .query(APPOINTMENTS.rows())
                .optional();
    }

    Optional<Long> jobOf(long tenant, long id) {
        return jdbc.sql("select job_id from appointment where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    /** All of a job, in the order in which they were made. */
    List<Appointment> ofJob(long tenant, long job) {
        return jdbc.sql(APPOINTMENT + "where tenant_id = :tenant and job_id = :job order by number")
                .param("tenant", tenant)
                .param("job", job)
                .query(APPOINTMENTS.rows())
                .list();
    }

    List<Appointment> all(long tenant, Collection<Long> ids) {
        return byId.all(tenant, ids);
    }

    List<Appointment> after(long tenant, long id, int most) {
        return byId.after(tenant, id, most);
    }

    Page<Appointment> page(Where where, Paging paging) {
        return where.pageOf(jdbc, "appointment", COLUMNS, paging, APPOINTMENTS.rows());
    }

    /** Makes the next appointment of a job. */
    long insert(long tenant, long job, AppointmentDraft draft) {
        return jdbc.sql(INSERT)
                .params(TIMES.params(draft.time()))
                .param("tenant", tenant)
                .param("job", job)
                .param("instructions", draft.specialInstructions())
                .param("now", clock.instant())
                .param("by", Caller.current().employeeId())
                .query(Long.class)
                .single();
    }

    void update(long tenant, Appointment appointment) {
        jdbc.sql(UPDATE)
                .params(APPOINTMENTS.params(appointment))
                .param("now", clock.instant())
                .param("tenant", tenant)
                .update();
    }

    /** Marks the appointments of jobs as changed, since they show whose the job is; gives their ids. */
    List<Long> touch(long tenant, Collection<Long> jobs) {
        return jdbc.sql("""
                update appointment set version = version + 1, modified_on = :now
                where tenant_id = :tenant and job_id = any(:jobs)
                returning id
                """)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("jobs", jobs.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }
}
