package org.callboard.web.leads;

import jakarta.servlet.http.HttpServletResponse;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Shell;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A form that somebody sent from the page of a lead, with what its answer needs. */
record LeadAction(
        long id,
        Form form,
        FollowUpQuery query,
        Shell shell,
        HttpServletResponse response,
        RedirectAttributes redirect) {

    /** Back to the page of the lead, which says what was done. */
    ModelAndView done(String toast) {
        return to("/leads/" + id + query.here(), toast);
    }

    /** On to another page, which says it. */
    ModelAndView to(String address, String toast) {
        redirect.addFlashAttribute("toast", toast);
        return new ModelAndView("redirect:" + address);
    }

    /** Brings one to the handlers that take it. */
    @ControllerAdvice(assignableTypes = {LeadPagesController.class, LeadBookingController.class})
    static class Arguments {

        @ModelAttribute
        LeadAction action(
                @PathVariable long id,
                Form form,
                FollowUpQuery query,
                Shell shell,
                HttpServletResponse response,
                RedirectAttributes redirect) {
            return new LeadAction(id, form, query, shell, response, redirect);
        }
    }
}
