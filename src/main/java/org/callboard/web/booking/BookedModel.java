package org.callboard.web.booking;

import org.callboard.access.Role;
import org.callboard.desk.UndoBooking;
import org.callboard.jobs.Job;
import org.callboard.jobs.Jobs;
import org.callboard.people.CurrentUser;
import org.springframework.stereotype.Component;

/** Gathers what is said of a job that was booked just now. */
@Component
public class BookedModel {

    private final Jobs jobs;
    private final BookedStore store;
    private final UndoBooking undo;

    BookedModel(Jobs jobs, BookedStore store, UndoBooking undo) {
        this.jobs = jobs;
        this.store = store;
        this.undo = undo;
    }

    /** What is said of the job; NotFound where there is none. */
    public Booked of(long id) {
        long tenant = CurrentUser.get().tenantId();
        Job job = jobs.get(tenant, id);
        BookedStore.Names names = store.names(tenant, id);
        return new Booked(
                job,
                names.customerName(),
                names.address().toString(),
                names.startOn(),
                names.leadIds(),
                CurrentUser.get().role().includes(Role.CSR)
                        ? undo.barrier(tenant, job)
                        : "Only who booked a job can undo that.");
    }
}
