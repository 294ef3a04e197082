package org.callboard.jobs;

import java.util.Collection;
import java.util.List;
import org.callboard.details.RecordKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives the jobs of a customer or location to another one, with their invoices; both records must be locked. What moves counts
 * as changed, so that whoever reads by time sees it. Nothing is noted in the change log.
 */
@Service
public class MoveJobs {

    /** What went to the other record; the appointments are those that show the record. */
    public record Moved(List<Long> jobs, List<Long> appointments, List<Long> invoices) {}

    private final JobStore store;
    private final AppointmentStore appointments;

    MoveJobs(JobStore store, AppointmentStore appointments) {
        this.store = store;
        this.appointments = appointments;
    }

    /** Keeps the jobs of a record from change until the transaction ends, and those that are named; gives their ids. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> lock(RecordKind kind, long tenant, long owner, Collection<Long> ids) {
        return store.lock(kind, tenant, owner, ids);
    }

    /** Moves all jobs of a record in whatever state, or those of the named ones that it has. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Moved moveOwner(RecordKind kind, long tenant, long from, long to, @Nullable Collection<Long> ids) {
        List<Long> invoices = store.moveInvoices(kind, tenant, from, to, ids);
        List<Long> moved = store.move(kind, tenant, from, to, ids);
        // an appointment tells its customer, and no location
        return new Moved(moved, kind == RecordKind.Customer ? appointments.touch(tenant, moved) : List.of(), invoices);
    }
}
