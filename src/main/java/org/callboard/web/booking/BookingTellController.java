package org.callboard.web.booking;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.addresses.Address;
import org.callboard.bookings.Bookings;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.customers.Customers;
import org.callboard.customers.Location;
import org.callboard.customers.Locations;
import org.callboard.desk.BookLeadJob;
import org.callboard.details.ContactContent;
import org.callboard.details.ContactPreferences;
import org.callboard.jobs.AppointmentDraft;
import org.callboard.jobs.VisitTime;
import org.callboard.jobs.VisitsChanged.Visit;
import org.callboard.leads.Leads;
import org.callboard.notices.NoticeFacts;
import org.callboard.notices.Notices;
import org.callboard.people.CurrentUser;
import org.callboard.settings.JobType;
import org.callboard.settings.JobTypes;
import org.callboard.settings.Technicians;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.WallClockTime;
import org.callboard.web.NewPerson;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Shell;
import org.callboard.web.telling.TellForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What the customer would be told of a job that is being booked; it is the same wherever that is done. */
@Controller
@RequestMapping("/jobs/new/tell")
class BookingTellController {

    private final Notices notices;
    private final Customers customers;
    private final Locations locations;
    private final Bookings bookings;
    private final Leads leads;
    private final BookLeadJob leadJobs;
    private final JobTypes jobTypes;
    private final Technicians technicians;

    BookingTellController(
            Notices notices,
            Customers customers,
            Locations locations,
            Bookings bookings,
            Leads leads,
            BookLeadJob leadJobs,
            JobTypes jobTypes,
            Technicians technicians) {
        this.notices = notices;
        this.customers = customers;
        this.locations = locations;
        this.bookings = bookings;
        this.leads = leads;
        this.leadJobs = leadJobs;
        this.jobTypes = jobTypes;
        this.technicians = technicians;
    }

    /** The part of a booking form that tells the customer, for what is typed; {@code tellBooking} or {@code tellLead} is answered. */
    @PostMapping
    @PageAccess(Role.CSR)
    ModelAndView tell(Form form, Shell shell, HttpServletResponse response) {
        long tenant = CurrentUser.get().tenantId();
        VisitTime time = time(form, shell);
        List<Visit> visits = time == null ? List.of() : List.of(Visit.made(Visit.NEW, AppointmentDraft.of(time)));
        String comes = technicians.names(tenant, form.ids("technicianIds"));
        return TellForm.shown(
                "new",
                form,
                true,
                notices.preview(
                        tenant,
                        () -> facts(tenant, form),
                        visits,
                        comes.isEmpty() ? Map.of() : Map.of(Visit.NEW, comes),
                        false),
                response);
    }

    private static @Nullable VisitTime time(Form form, Shell shell) {
        LocalDateTime typed = WallClockTime.read(form.text("start"), "start", new FieldErrors());
        if (typed == null) {
            return null;
        }
        WallClockTime clocks = new WallClockTime(typed, shell.getDates().zone());
        if (!clocks.check("start", new FieldErrors())) {
            return null;
        }
        Instant start = clocks.first();
        return VisitTime.of(start, start.plus(Duration.ofHours(1))); // how long it takes is not told
    }

    private NoticeFacts facts(long tenant, Form form) {
        Optional<Location> place =
                Optional.ofNullable(BookJobForm.location(form)).flatMap(id -> locations.find(tenant, id));
        Long customer = place.map(Location::customerId).orElse(BookJobForm.customer(form));
        List<ContactContent> reach = new ArrayList<>(
                notices.reach(tenant, customer, place.map(Location::id).orElse(null)));
        asking(tenant, form).stream().map(BookingTellController::content).forEach(reach::add);
        return new NoticeFacts(
                Optional.ofNullable(customer)
                        .flatMap(id -> customers.find(tenant, id))
                        .map(one -> one.details().name())
                        .orElse(form.textOrEmpty("name")),
                place.map(one -> one.details().address()).orElse(typed(form)),
                "",
                Optional.ofNullable(form.id("jobTypeId"))
                        .flatMap(id -> jobTypes.find(tenant, id))
                        .map(JobType::name)
                        .orElse(""),
                reach);
    }

    /** How whoever asks is reached, which a customer gets with the job. */
    private List<ContactDraft> asking(long tenant, Form form) {
        Long booking = form.id("tellBooking");
        if (booking != null) {
            return bookings.find(tenant, booking).isPresent() ? bookings.contacts(tenant, booking) : List.of();
        }
        Long lead = form.id("tellLead");
        if (lead != null) {
            return leads.find(tenant, lead)
                    .map(found -> leadJobs.contacts(tenant, found))
                    .orElse(List.of());
        }
        return JobOrigin.contacts(
                new NewPerson(null, form.text("phone"), form.text("email"), null, null, null, null, null));
    }

    private static ContactContent content(ContactDraft draft) {
        return new ContactContent(draft.type(), draft.value(), draft.memo(), false, ContactPreferences.UNASKED);
    }

    private static Address typed(Form form) {
        return new Address(
                form.textOrEmpty("street"),
                form.text("unit"),
                form.textOrEmpty("city"),
                form.textOrEmpty("state"),
                form.textOrEmpty("zip"),
                form.textOrEmpty("country"));
    }
}
