package org.callboard.web.booking;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.database.RecordShape;
import org.callboard.desk.UndoBooking;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.jobs.Appointments;
import org.callboard.jobs.VisitsChanged.Visit;
import org.callboard.notices.Notices;
import org.callboard.people.CurrentUser;
import org.callboard.web.layout.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page that says what was booked, and takes it back. */
@Controller
@RequestMapping("/jobs/{id}/undo")
class UndoBookingController {

    /**
     * What the page shows.
     *
     * @param heard whether the customer has heard of the appointment
     * @param told whether they are told that it is canceled
     */
    record View(Booked booked, boolean heard, boolean told, Form form) {}

    private final BookedModel booked;
    private final UndoBooking undo;
    private final Notices notices;
    private final Appointments appointments;

    UndoBookingController(BookedModel booked, UndoBooking undo, Notices notices, Appointments appointments) {
        this.booked = booked;
        this.undo = undo;
        this.notices = notices;
        this.appointments = appointments;
    }

    @GetMapping
    @PageAccess(Role.CSR)
    ModelAndView page(@PathVariable long id) {
        return show(id, Form.blank());
    }

    /** On to what waits for an answer again. */
    @PostMapping
    @PageAccess(Role.CSR)
    ModelAndView undo(@PathVariable long id, Form form, HttpServletResponse response, RedirectAttributes redirect) {
        UndoBooking.Undone[] undone = new UndoBooking.Undone[1];
        if (!form.saved(response, () -> undone[0] = undo.undo(CurrentUser.get().tenantId(), id))) {
            return show(id, form);
        }
        redirect.addFlashAttribute("toast", "The booking of job " + undone[0].jobNumber() + " is undone.");
        return new ModelAndView("redirect:" + next(undone[0]));
    }

    private static String next(UndoBooking.Undone undone) {
        if (undone.inquiry() != null) {
            return undone.inquiry().path();
        }
        return undone.leadIds().isEmpty()
                ? "/customers/" + undone.customerId()
                : "/leads/" + undone.leadIds().getFirst();
    }

    private ModelAndView show(long id, Form form) {
        Booked shown = booked.of(id);
        long tenant = CurrentUser.get().tenantId();
        boolean heard = shown.undoable()
                && notices.ofJob(tenant, id).stream()
                        .anyMatch(message -> message.state().mayHaveArrived());
        return new ModelAndView("booking/undo", "view", new View(shown, heard, heard && isTold(tenant, id), form));
    }

    private boolean isTold(long tenant, long id) {
        List<Visit> undone = appointments.ofJob(tenant, id).stream()
                .filter(Appointment::active)
                .map(one -> Visit.of(one, RecordShape.with(one.in(AppointmentStatus.Canceled), "active", false)))
                .toList();
        return notices.preview(tenant, () -> notices.facts(tenant, id), undone, Map.of(), true).texts().stream()
                .anyMatch(text -> text.problem() == null);
    }
}
