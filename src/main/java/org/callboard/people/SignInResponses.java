package org.callboard.people;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.callboard.access.SignedInUser;
import org.callboard.server.Admission;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Leads who signed in to the page that was asked for, or to the one with the form that the browser kept what was typed of;
 * and everybody else back to the form, without a trace in the session.
 */
final class SignInResponses extends SavedRequestAwareAuthenticationSuccessHandler
        implements AuthenticationFailureHandler {

    private static final Duration LATE = Duration.ofSeconds(1);

    /** Those who wait hold no thread of the processor, but what a request needs. A flood must not make that much. */
    private final Semaphore places = new Semaphore(200);

    private final KnownDevices devices;

    SignInResponses(KnownDevices devices, RequestCache wanted) {
        this.devices = devices;
        setRequestCache(wanted);
        setDefaultTargetUrl("/calls");
        setTargetUrlParameter("to");
    }

    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response) {
        String to = super.determineTargetUrl(request, response);
        return LocalAddress.is(to) ? to : getDefaultTargetUrl();
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        if (authentication.getPrincipal() instanceof SignedInUser user) {
            devices.remember(user, request, response);
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws ServletException, IOException {
        if (e instanceof PasswordSignIn.Busy) {
            request.setAttribute("busy", e.getMessage());
            request.getRequestDispatcher("/sign-in/later").forward(request, response); // with what was typed
            return;
        }
        boolean tooMany = e instanceof PasswordSignIn.TooManyTries;
        if (tooMany && places.tryAcquire()) {
            try {
                Admission.waits();
                Thread.sleep(LATE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } finally {
                places.release();
            }
        }
        getRedirectStrategy().sendRedirect(request, response, tooMany ? "/sign-in?tries" : "/sign-in?failed");
    }
}
