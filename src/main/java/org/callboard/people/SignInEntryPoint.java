package org.callboard.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.callboard.http.ApiErrors;
import org.callboard.http.RequestPath;
import org.callboard.refusals.RefusalCode;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;

/**
 * What somebody without a session gets in place of a page: a person is led to the sign-in form, a script in a page is told
 * and decides itself, and a program learns where the API is.
 */
final class SignInEntryPoint extends LoginUrlAuthenticationEntryPoint {

    private final ApiErrors errors;

    SignInEntryPoint(ApiErrors errors) {
        super("/sign-in");
        this.errors = errors;
    }

    /** Whether a browser goes to a page, and may come back to it after signing in. */
    static boolean goesToPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return !ofScript(request) && accept != null && accept.contains("text/html");
    }

    private static boolean ofScript(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, ServletException {
        if (goesToPage(request)) {
            super.commence(request, response, e);
        } else if (ofScript(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            tell(response);
        }
    }

    private void tell(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        errors.write(
                response,
                RefusalCode.UNAUTHENTICATED.refuse(
                        "This is no address of the API, and without signing in there is no page. Addresses of the API"
                                + " begin as in /crm/v2/tenant/{tenant}/customers."));
    }

    /**
     * Stops programs, which have a token and no session, before a check for a form's token makes them one. A browser may
     * have such a header too, from a proxy that asks for a password.
     */
    OncePerRequestFilter forPrograms(String... openToAll) {
        List<PathPattern> open = RequestPath.patterns(openToAll);
        return new OncePerRequestFilter() {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return request.getHeader(HttpHeaders.AUTHORIZATION) == null
                        || goesToPage(request)
                        || ofScript(request)
                        || RequestPath.matches(request, open)
                        || request.getRequestedSessionId() != null;
            }

            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws IOException {
                tell(response);
            }
        };
    }
}
