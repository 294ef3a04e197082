package org.callboard.web.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.details.ContactEntries;
import org.callboard.details.ContactEntry;
import org.callboard.details.RecordKind;
import org.callboard.dispatch.JobNote;
import org.callboard.dispatch.JobNotes;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.jobs.Appointments;
import org.callboard.jobs.Job;
import org.callboard.jobs.Jobs;
import org.callboard.jobs.Overlap;
import org.callboard.jobs.VisitTime;
import org.callboard.paging.DateRange;
import org.callboard.paging.Paging;
import org.callboard.people.CurrentUser;
import org.callboard.people.Employees;
import org.callboard.settings.Setting;
import org.callboard.web.When;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the page of a job shows. */
@Component
class JobPageModel {

    /** More notes than anybody reads; and if so, the latest tell most. */
    private static final Paging NOTES = new Paging(1, 100, false);

    /** What goes on comes first, and then what is next. */
    private static final List<AppointmentStatus> AT_HAND = List.of(
            AppointmentStatus.Working,
            AppointmentStatus.Dispatched,
            AppointmentStatus.Scheduled,
            AppointmentStatus.Hold,
            AppointmentStatus.Canceled);

    private final Jobs jobs;
    private final Appointments appointments;
    private final JobNotes notes;
    private final JobViewStore views;
    private final ContactEntries contacts;
    private final Employees employees;
    private final JobFormChoices choices;
    private final CustomValues.Reader customValues;

    JobPageModel(
            Jobs jobs,
            Appointments appointments,
            JobNotes notes,
            JobViewStore views,
            ContactEntries contacts,
            Employees employees,
            JobFormChoices choices,
            CustomValues.Reader customValues) {
        this.jobs = jobs;
        this.appointments = appointments;
        this.notes = notes;
        this.views = views;
        this.contacts = contacts;
        this.employees = employees;
        this.choices = choices;
        this.customValues = customValues;
    }

    /**
     * The page with a form as it was sent, or a blank one; NotFound where there is no job.
     *
     * @param chosen the visit that is to be at hand; null for the one that is next
     * @param asked the times that a form asked for
     */
    JobPage page(long id, @Nullable Long chosen, boolean editing, AskedTimes asked, Form form, Shell shell) {
        SignedInUser user = CurrentUser.get();
        long tenant = user.tenantId();
        Job job = jobs.get(tenant, id);
        JobViewStore.Names names = views.names(tenant, id);
        List<Appointment> live = appointments.ofJob(tenant, id).stream()
                .filter(one -> one.active() || !job.active())
                .toList();
        Appointment atHand = atHand(live, chosen);
        When when = shell.getWhen();
        JobFormChoices.Known known = choices.known(tenant, job);
        List<JobPage.Visit> visits =
                live.stream().map(one -> visit(one, known, when)).toList();
        boolean acting = user.role().includes(Role.CSR) && job.active();
        JobForms.fill(form, job, atHand, live, shell.getDates());
        List<JobNote> written = notes.list(tenant, id, DateRange.ALL, NOTES).data();
        CustomValues custom = customValues.of(tenant, job);
        return new JobPage(
                job,
                names,
                reach(tenant, job),
                visits,
                visits.get(live.indexOf(atHand)),
                acting ? Acts.of(job, atHand, user.role(), when.now()) : null,
                written,
                people(tenant, job, written, known),
                known.tags(),
                custom,
                acting ? choices.offered(tenant, job, names, known, custom, editing) : JobPage.Choices.NONE,
                acting ? busy(tenant, known, atHand, asked.time() == null ? atHand.time() : asked.time()) : List.of(),
                asked.questions(),
                acting && editing,
                when,
                form);
    }

    private Map<Long, String> people(long tenant, Job job, List<JobNote> written, JobFormChoices.Known known) {
        Map<Long, String> people = new HashMap<>(known.technicianNames());
        if (!written.isEmpty() || job.details().soldById() != null) {
            employees.all(tenant).forEach(one -> people.put(one.id(), one.name()));
        }
        return people;
    }

    /** How to reach people: first at the location, then the customer. */
    private List<ContactEntry> reach(long tenant, Job job) {
        List<ContactEntry> all =
                new ArrayList<>(contacts.byOwner(RecordKind.Location, tenant, List.of(job.locationId()))
                        .getOrDefault(job.locationId(), List.of()));
        contacts
                .byOwner(RecordKind.Customer, tenant, List.of(job.customerId()))
                .getOrDefault(job.customerId(), List.of())
                .stream()
                .filter(one -> all.stream()
                        .noneMatch(other ->
                                other.content().value().equals(one.content().value())))
                .forEach(all::add);
        return all;
    }

    private List<Overlap> busy(long tenant, JobFormChoices.Known known, Appointment atHand, VisitTime time) {
        List<Long> all = known.technicians().stream()
                .filter(one -> one.active() || atHand.technicianIds().contains(one.id()))
                .map(Setting::id)
                .toList();
        return appointments.overlaps(tenant, all, time, List.of(atHand.id()));
    }

    private static Appointment atHand(List<Appointment> live, @Nullable Long chosen) {
        return live.stream()
                .filter(one -> chosen != null && one.id() == chosen)
                .findFirst()
                .orElseGet(() -> live.stream()
                        .filter(one -> AT_HAND.contains(one.status()))
                        .min(Comparator.comparing((Appointment one) -> AT_HAND.indexOf(one.status()))
                                .thenComparing(one -> one.time().startOn()))
                        .orElseGet(live::getLast));
    }

    private static JobPage.Visit visit(Appointment one, JobFormChoices.Known known, When when) {
        Map<Long, String> names = known.technicianNames();
        Long hold = one.status() == AppointmentStatus.Hold ? one.holdReasonId() : null;
        return new JobPage.Visit(
                one,
                Amounts.visit(one.time(), when),
                one.technicianIds().stream()
                        .map(technician -> Objects.requireNonNullElse(names.get(technician), "Somebody"))
                        .toList(),
                hold == null ? null : known.holdReason(hold));
    }
}
