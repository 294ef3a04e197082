package org.callboard.publicforms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.callboard.server.Admission;
import org.springframework.stereotype.Component;

/** Lets visitors in: to the page that their address names, and not too often. */
@Component
class PublicFormAccess {

    private final BookingPages pages;
    private final LeadPages leadPages;
    private final FormLimits limits;

    PublicFormAccess(BookingPages pages, LeadPages leadPages, FormLimits limits) {
        this.pages = pages;
        this.leadPages = leadPages;
        this.limits = limits;
    }

    /** The page under a token. NotFound where there is none, with the same words whatever the reason. */
    BookingPages.Open open(String token) {
        return pages.open(token).orElseThrow(PublicFormAccess::nothing);
    }

    /** The lead form under a token. NotFound in the same words. */
    LeadPages.Open leadForm(String token) {
        return leadPages.open(token).orElseThrow(PublicFormAccess::nothing);
    }

    private static Refusal nothing() {
        return NotFound.page();
    }

    /** Counts a use, and lets the request's body in only then. TooMany says what to do instead. */
    void admit(PublicForm form, FormLimits.Use use, HttpServletRequest request, HttpServletResponse response) {
        if (limits.admit(form, use, request.getRemoteAddr())) {
            if (use == FormLimits.Use.PICTURE) {
                Admission.picture(request, form.fullName());
            } else {
                Admission.form(request, form.fullName());
            }
            return;
        }
        response.setHeader("Retry-After", "600");
        String phone = form.phone();
        throw RefusalCode.TOO_MANY_CALLS.refuse("More was sent from your connection than we can take at once. "
                + (phone == null
                        ? "Please try again in ten minutes."
                        : "Please call us: " + phone + ". Or try again in ten minutes."));
    }
}
