package org.callboard.web.book;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.callboard.bookingpages.BookingPages;
import org.callboard.platform.ApiProblem;
import org.callboard.publicforms.FormLimits;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Lets visitors in: to the page that their address names, and not too often. */
@Component
class Door {

    private final BookingPages pages;
    private final FormLimits limits;

    Door(BookingPages pages, FormLimits limits) {
        this.pages = pages;
        this.limits = limits;
    }

    /** The page under a token. 404 where there is none, with the same words whatever the reason. */
    BookingPages.Open open(String token) {
        return pages.open(token)
                .orElseThrow(() -> ApiProblem.of(HttpStatus.NOT_FOUND, "There is no page at this address."));
    }

    /** Counts a use before anything of the request is read. 429 says what to do instead. */
    void admit(BookingPages.Open open, FormLimits.Use use, HttpServletRequest request, HttpServletResponse response) {
        if (open.caller().call(() -> limits.admit(open.tenant(), open.form(), use, request.getRemoteAddr()))) {
            return;
        }
        response.setHeader("Retry-After", Long.toString(limits.untilMore().toSeconds()));
        String phone = open.page().texts().phone();
        throw ApiProblem.of(
                HttpStatus.TOO_MANY_REQUESTS,
                "More was sent from your connection than we can take at once. "
                        + (phone == null
                                ? "Please try again in ten minutes."
                                : "Please call us: " + phone + ". Or try again in ten minutes."));
    }
}
