package org.callboard.web.booking;

import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.people.CurrentUser;
import org.callboard.web.layout.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The questions of a booking form, which asks for them when somebody chooses another job type or another place. */
@Controller
class JobScriptController {

    /** What the piece of page shows. */
    record View(JobScript script, Form form) {}

    private final JobScriptModel model;

    JobScriptController(JobScriptModel model) {
        this.model = model;
    }

    /** A piece of page with the questions, and with what was answered so far. It is asked for by scripts and saves nothing. */
    @PostMapping("/jobs/script")
    @PageAccess(Role.CSR)
    ModelAndView questions(Form form) {
        return new ModelAndView(
                "booking/script :: asked",
                "view",
                new View(model.of(CurrentUser.get().tenantId(), form), form));
    }
}
