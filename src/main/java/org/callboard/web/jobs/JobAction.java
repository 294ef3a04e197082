package org.callboard.web.jobs;

import jakarta.servlet.http.HttpServletResponse;
import org.callboard.people.CurrentUser;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A form that somebody sent from the page of a job, with what its answer needs.
 *
 * @param visitId the visit that it is about; null for one about the job
 */
record JobAction(
        long id,
        @Nullable Long visitId,
        Form form,
        Shell shell,
        HttpServletResponse response,
        RedirectAttributes redirect) {

    long tenant() {
        return CurrentUser.get().tenantId();
    }

    /** Back to the page of the job, with the same visit at hand, which says what is now true. */
    ModelAndView done(String toast) {
        return done(toast, visitId);
    }

    ModelAndView done(String toast, @Nullable Long visit) {
        redirect.addFlashAttribute("toast", toast);
        return new ModelAndView("redirect:/jobs/" + id + (visit == null ? "" : "?appointment=" + visit));
    }

    /** Brings one to the handlers that take it. */
    @ControllerAdvice(assignableTypes = {JobPagesController.class, JobActsController.class, VisitActsController.class})
    static class Arguments {

        @ModelAttribute
        JobAction action(
                @PathVariable long id,
                @PathVariable(required = false) @Nullable Long appointmentId,
                Form form,
                Shell shell,
                HttpServletResponse response,
                RedirectAttributes redirect) {
            return new JobAction(id, appointmentId, form, shell, response, redirect);
        }
    }
}
