package org.callboard.jobs;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.callboard.database.Caller;
import org.callboard.database.ReadById;
import org.callboard.database.RecordMapper;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who comes to which appointment. It is written under the lock of the job. */
@Repository
class AssignmentStore {

    /** One that was made, ended or changed. */
    record Changed(long id, long technicianId, AppointmentStatus before) {}

    private static final RecordMapper<Assignment> ASSIGNMENTS = RecordMapper.of(Assignment.class);
    private static final RecordMapper<Changed> CHANGED = RecordMapper.of(Changed.class);
    private static final RecordMapper<Overlap> OVERLAPS = RecordMapper.of(Overlap.class);

    private static final String COLUMNS = """
            appointment_assignment.*,
            (
                select a.job_id from appointment a
                where a.tenant_id = appointment_assignment.tenant_id and a.id = appointment_assignment.appointment_id
            ) as job_id,
            (
                select t.name from technician t
                where t.tenant_id = appointment_assignment.tenant_id and t.id = appointment_assignment.technician_id
            ) as technician_name
            """;

    private static final String ASSIGNMENT = "select " + COLUMNS + " from appointment_assignment ";

    private final JdbcClient jdbc;
    private final ReadById<Assignment> byId;
    private final Clock clock;

    AssignmentStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        byId = new ReadById<>(jdbc, ASSIGNMENT, ASSIGNMENTS);
        this.clock = clock;
    }

    Page<Assignment> page(Where where, Paging paging) {
        return where.pageOf(jdbc, "appointment_assignment", COLUMNS, paging, ASSIGNMENTS.rows());
    }

    List<Assignment> all(long tenant, Collection<Long> ids) {
        return byId.all(tenant, ids);
    }

    List<Assignment> after(long tenant, long id, int most) {
        return byId.after(tenant, id, most);
    }

    /** Assigns those who are not yet; gives the assignments that were made. */
    List<Changed> insert(long tenant, long appointment, AppointmentStatus status, Collection<Long> technicians) {
        return jdbc.sql("""
                insert into appointment_assignment (tenant_id, appointment_id, technician_id, status, assigned_by_id,
                    assigned_on, modified_on)
                select :tenant, :appointment, technician, :status, :by, :now, :now
                from unnest(:technicians::bigint[]) with ordinality as t (technician, position)
                order by position
                on conflict (tenant_id, appointment_id, technician_id) where active do nothing
                returning id, technician_id, status as before
                """)
                .param("tenant", tenant)
                .param("appointment", appointment)
                .param("status", status.name())
                .param("by", Caller.current().employeeId())
                .param("now", clock.instant())
                .param("technicians", technicians.toArray(Long[]::new))
                .query(CHANGED.rows())
                .list();
    }

    /** Takes technicians off an appointment; gives the assignments that ended. */
    List<Changed> end(long tenant, long appointment, Collection<Long> technicians) {
        return jdbc.sql("""
                update appointment_assignment set active = false, modified_on = :now
                where tenant_id = :tenant and appointment_id = :appointment and technician_id = any(:technicians) and active
                returning id, technician_id, status as before
                """)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("appointment", appointment)
                .param("technicians", technicians.toArray(Long[]::new))
                .query(CHANGED.rows())
                .list();
    }

    /** Lets the assignments of an appointment be as far as it is; gives those that were not. */
    List<Changed> follow(long tenant, long appointment, AppointmentStatus status) {
        return jdbc.sql("""
                update appointment_assignment s set status = :status, modified_on = :now
                from appointment_assignment old
                where s.tenant_id = :tenant and s.appointment_id = :appointment and s.active and s.status <> :status
                    and old.tenant_id = s.tenant_id and old.id = s.id
                returning s.id, s.technician_id, old.status as before
                """)
                .param("status", status.name())
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("appointment", appointment)
                .query(CHANGED.rows())
                .list();
    }

    /** Where technicians are at a time, by technician and time. What is on hold takes nobody's time. */
    List<Overlap> overlaps(
            long tenant, Collection<Long> technicians, VisitTime time, Collection<Long> exceptAppointments) {
        return jdbc.sql("""
                select s.technician_id, t.name as technician_name, a.id as appointment_id, a.job_id,
                    j.number || '-' || a.number as appointment_number, a.start_on, a.end_on
                from appointment a
                join appointment_assignment s on s.tenant_id = a.tenant_id and s.appointment_id = a.id and s.active
                join technician t on t.tenant_id = s.tenant_id and t.id = s.technician_id
                join job j on j.tenant_id = a.tenant_id and j.id = a.job_id
                where a.tenant_id = :tenant and a.start_on > :earliest and a.start_on < :end and a.end_on > :start
                    and a.active and a.status in ('Scheduled', 'Dispatched', 'Working')
                    and s.technician_id = any(:technicians) and not a.id = any(:except)
                order by s.technician_id, a.start_on, a.id
                """)
                .param("tenant", tenant)
                .param("earliest", time.startOn().minus(VisitTime.LONGEST))
                .param("start", time.startOn())
                .param("end", time.endOn())
                .param("technicians", technicians.toArray(Long[]::new))
                .param("except", exceptAppointments.toArray(Long[]::new))
                .query(OVERLAPS.rows())
                .list();
    }
}
