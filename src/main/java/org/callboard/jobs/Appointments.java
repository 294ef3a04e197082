package org.callboard.jobs;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.callboard.refusals.Refusal.NotFound;
import org.springframework.stereotype.Service;

/** Reads the appointments of a tenant's jobs, and who comes to them. */
@Service
public class Appointments {

    private final AppointmentStore store;
    private final AssignmentStore assignments;

    Appointments(AppointmentStore store, AssignmentStore assignments) {
        this.store = store;
        this.assignments = assignments;
    }

    /** One appointment, be it removed or not. */
    public Optional<Appointment> find(long tenant, long id) {
        return store.find(tenant, id);
    }

    /** The appointment that people call so: the number of its job, and which one of it it is. */
    public Optional<Appointment> numbered(long tenant, String job, int number) {
        return store.numbered(tenant, job, number);
    }

    /** The same as {@link #find}; NotFound where there is none. */
    public Appointment get(long tenant, long id) {
        return find(tenant, id).orElseThrow(() -> new NotFound("Appointment", id));
    }

    /** All appointments of a job in the order in which they were made, removed ones too. */
    public List<Appointment> ofJob(long tenant, long job) {
        return store.ofJob(tenant, job);
    }

    /** Those of the ids that are appointments, in the order of their ids. */
    public List<Appointment> all(long tenant, Collection<Long> ids) {
        return store.all(tenant, ids);
    }

    /** The next appointments after an id, in the order of their ids. */
    public List<Appointment> after(long tenant, long id, int most) {
        return store.after(tenant, id, most);
    }

    /** A page of those that the conditions on the table {@code appointment} let through. */
    public Page<Appointment> page(Where where, Paging paging) {
        return store.page(where, paging);
    }

    /** A page of those that the conditions on the table {@code appointment_assignment} let through. */
    public Page<Assignment> assignments(Where where, Paging paging) {
        return assignments.page(where, paging);
    }

    /** Those of the ids that are assignments, in the order of their ids. */
    public List<Assignment> assignments(long tenant, Collection<Long> ids) {
        return assignments.all(tenant, ids);
    }

    /** The next assignments after an id, in the order of their ids. */
    public List<Assignment> assignmentsAfter(long tenant, long id, int most) {
        return assignments.after(tenant, id, most);
    }

    /** Where technicians are elsewhere at a time: what is on hold, done or canceled takes nobody's time. */
    public List<Overlap> overlaps(
            long tenant, Collection<Long> technicians, VisitTime time, Collection<Long> exceptAppointments) {
        return technicians.isEmpty() ? List.of() : assignments.overlaps(tenant, technicians, time, exceptAppointments);
    }
}
