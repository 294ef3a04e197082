package org.callboard.web.layout;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.callboard.access.OpenAccess;
import org.callboard.access.SignedInUser;
import org.callboard.database.DatabaseOutage;
import org.callboard.http.ApiErrorResponse;
import org.callboard.http.ApiErrors;
import org.callboard.http.RequestPath;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.pattern.PathPattern;

/** Where the container sends what failed outside of any handler, such as a request without its CSRF token. */
@Controller
class ErrorController implements org.springframework.boot.webmvc.error.ErrorController {

    private static final Set<String> DOOR = Set.of("/sign-in", "/sign-out");

    private static final List<PathPattern> OF_OAUTH = RequestPath.patterns("/connect/token");

    /** Nothing is wrong with the request itself. */
    private static final Set<HttpStatus> AGAIN = Set.of(HttpStatus.REQUEST_TIMEOUT, HttpStatus.SERVICE_UNAVAILABLE);

    private final ErrorPages pages;
    private final ApiErrors errors;

    ErrorController(ErrorPages pages, ApiErrors errors) {
        this.pages = pages;
        this.errors = errors;
    }

    @RequestMapping("/error")
    @OpenAccess("says only what the failed request was already refused with")
    @Nullable
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return null; // the answer broke off in the middle, and must not look whole
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                && DatabaseOutage.isBehind(failure)) {
            throw new IllegalStateException(failure);
        }
        ApiErrorResponse problem = ApiErrors.refusal(request).orElseGet(() -> problem(request));
        HttpStatus status = HttpStatus.valueOf(problem.status());
        if (status == HttpStatus.FORBIDDEN && DOOR.contains(path(request))) {
            return new ModelAndView(
                    "redirect:/sign-in"); // its token went with an old session: a fresh form is all it takes
        }
        if (status == HttpStatus.FORBIDDEN && !signedIn() && pages.wanted(request) && !ErrorPages.isHtmx(request)) {
            return new ModelAndView("redirect:/sign-in?ended"); // what was typed waits in the browser
        }
        if (pages.wanted(request)) {
            return pages.page(request, response, problem);
        } else if (RequestPath.matches(request, OF_OAUTH) && AGAIN.contains(status)) {
            errors.writeOAuth(response, status, "temporarily_unavailable");
        } else if (RequestPath.matches(request, OF_OAUTH) && status.is4xxClientError()) {
            errors.writeOAuth(response, "invalid_request");
        } else {
            errors.write(response, problem);
        }
        return null;
    }

    private static String path(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    }

    private static ApiErrorResponse problem(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        if (status == null || status.is2xxSuccessful()) {
            status = HttpStatus.INTERNAL_SERVER_ERROR;
        }
        return switch (status) {
            case FORBIDDEN -> ApiErrorResponse.of(forbidden(request));
            case NOT_FOUND -> ApiErrorResponse.of(NotFound.page());
            default ->
                ApiErrorResponse.of(
                        status,
                        status.is5xxServerError()
                                ? "Something went wrong in Callboard."
                                : status.getReasonPhrase() + ".");
        };
    }

    /** A form whose session is gone fails for its CSRF token first; a script must then learn that the session is gone. */
    private static Refusal forbidden(HttpServletRequest request) {
        if (!ErrorPages.isHtmx(request)) {
            return RefusalCode.FORBIDDEN.refuse(
                    "This form is no longer valid, so nothing was saved. Open it anew and send it"
                            + " again; sign in first if your session has ended.");
        }
        return signedIn()
                ? RefusalCode.FORBIDDEN.refuse("This page is older than your session, so nothing was saved. Try again.")
                : RefusalCode.UNAUTHENTICATED.refuse("Your session ended. Sign in again.");
    }

    private static boolean signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInUser;
    }
}
