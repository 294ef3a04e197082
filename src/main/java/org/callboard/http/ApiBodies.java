package org.callboard.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses forms and files of programs where they are not taken, with a 415 that says what is, but for empty ones, which
 * are as good as none. It stands behind authentication, since only a read shows whether a body in chunks is empty.
 */
public final class ApiBodies extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean filesAreTaken = Uploads.areTaken(request);
        if (!filesAreTaken && isEmpty(request)) {
            chain.doFilter(EmptyBodies.withoutType(request), response);
        } else if (!BodyType.isReadable(request)) {
            ApiErrors.refuse(request, response, ApiErrorResponse.of(BodyType.unreadable()));
        } else if (BodyType.isForm(request) || !filesAreTaken && BodyType.isFile(request)) {
            ApiErrors.refuse(request, response, ApiErrorResponse.of(ApiErrors.wrongType(request)));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** To look for a first byte takes it away, so this is for bodies of which nobody reads more. */
    private static boolean isEmpty(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        return type != null
                && !type.toLowerCase(Locale.ROOT).contains("json")
                && request.getContentLengthLong() < 0
                && request.getInputStream().read() < 0;
    }
}
