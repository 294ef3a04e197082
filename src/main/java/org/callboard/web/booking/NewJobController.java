package org.callboard.web.booking;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.desk.BookCall;
import org.callboard.desk.BookNewJob;
import org.callboard.people.CurrentUser;
import org.callboard.web.NewPerson;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Shell;
import org.callboard.web.telling.TellForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A job that somebody books without an inquiry: for anybody, or for whom a link named. */
@Controller
@RequestMapping("/jobs/new")
class NewJobController {

    /**
     * What the page shows.
     *
     * @param title what is booked, and for whom
     */
    record View(JobOrigin.From from, String title, BookJobModel.View job) {}

    private final JobOrigin origin;
    private final BookJobModel model;
    private final BookNewJob bookNewJob;
    private final BookCall bookCall;

    NewJobController(JobOrigin origin, BookJobModel model, BookNewJob bookNewJob, BookCall bookCall) {
        this.origin = origin;
        this.model = model;
        this.bookNewJob = bookNewJob;
        this.bookCall = bookCall;
    }

    @GetMapping
    @PageAccess(Role.CSR)
    ModelAndView form(
            @RequestParam(required = false) @Nullable Long customer,
            @RequestParam(required = false) @Nullable Long location,
            @RequestParam(required = false) @Nullable Long again,
            @RequestParam(required = false) @Nullable Long recall,
            @RequestParam(required = false) @Nullable Long call,
            NewPerson person,
            Shell shell) {
        return show(new JobOrigin.From(customer, location, again, recall, call), null, person, shell);
    }

    @PostMapping
    @PageAccess(Role.CSR)
    ModelAndView book(Form form, Shell shell, HttpServletResponse response, RedirectAttributes redirect) {
        form.hiding("customer")
                .hiding("location")
                .hiding("again")
                .hiding("recallForId")
                .hiding("call");
        JobOrigin.From from = new JobOrigin.From(
                form.id("customer"), form.id("location"), form.id("again"), form.id("recallForId"), form.id("call"));
        NewPerson person =
                new NewPerson(form.text("name"), form.text("phone"), form.text("email"), null, null, null, null, null);
        long[] booked = new long[1];
        if (!form.saved(response, BookJobForm::field, noted -> booked[0] = book(form, from.call()))) {
            return show(from, form, person, shell);
        }
        redirect.addFlashAttribute("toast", "Job " + booked[0] + " is booked.");
        redirect.addFlashAttribute("toastUndo", Booked.undoPath(booked[0]));
        return new ModelAndView("redirect:/jobs/" + booked[0]);
    }

    private long book(Form form, @Nullable Long call) {
        long tenant = CurrentUser.get().tenantId();
        List<ContactDraft> contacts = BookJobForm.contacts(form);
        return TellForm.decision(form)
                .call(() -> call == null
                        ? bookNewJob.book(tenant, BookJobForm.read(form), contacts)
                        : bookCall.another(tenant, call, BookJobForm.read(form), contacts));
    }

    private ModelAndView show(JobOrigin.From from, @Nullable Form sent, NewPerson person, Shell shell) {
        BookJobPrefill prefill = origin.prefill(from, person);
        BookJobModel.View job = model.form(sent, shell.getCompany(), prefill);
        String what = from.call() != null ? "Book another job" : from.recall() == null ? "Book a job" : "Book a recall";
        return new ModelAndView(
                "booking/new",
                "view",
                new View(from, prefill.known() == null ? what : what + " for " + prefill.name(), job));
    }
}
