package org.callboard.web.booking;

import java.util.stream.Collectors;
import org.callboard.access.Role;
import org.callboard.customers.Customers;
import org.callboard.customers.Locations;
import org.callboard.desk.UndoBooking;
import org.callboard.jobs.Appointments;
import org.callboard.jobs.Job;
import org.callboard.jobs.Jobs;
import org.callboard.leads.Lead;
import org.callboard.leads.Leads;
import org.callboard.people.CurrentUser;
import org.springframework.stereotype.Component;

/** Gathers what is said of a job that was booked just now. */
@Component
public class BookedModel {

    private final Jobs jobs;
    private final Appointments appointments;
    private final Customers customers;
    private final Locations locations;
    private final Leads leads;
    private final UndoBooking undo;

    BookedModel(
            Jobs jobs,
            Appointments appointments,
            Customers customers,
            Locations locations,
            Leads leads,
            UndoBooking undo) {
        this.jobs = jobs;
        this.appointments = appointments;
        this.customers = customers;
        this.locations = locations;
        this.leads = leads;
        this.undo = undo;
    }

    /** What is said of the job; NotFound where there is none. */
    public Booked of(long id) {
        long tenant = CurrentUser.get().tenantId();
        Job job = jobs.get(tenant, id);
        return new Booked(
                job,
                customers.get(tenant, job.customerId()).details().name(),
                locations.get(tenant, job.locationId()).details().address().toString(),
                appointments.ofJob(tenant, id).getFirst().time().startOn(),
                leads.ofJob(tenant, id).stream().map(Lead::id).collect(Collectors.toList()),
                CurrentUser.get().role().includes(Role.CSR)
                        ? undo.barrier(tenant, job)
                        : "Only who booked a job can undo that.");
    }
}
