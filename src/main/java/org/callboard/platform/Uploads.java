package org.callboard.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Lets forms with files through only where files are taken. Elsewhere the server would write a long body to its disk just
 * to look for a parameter in it, before anybody asked who sent it. An address that is to take files is named here.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class Uploads extends OncePerRequestFilter {

    private static final List<PathPattern> TAKEN_AT = RequestPath.patterns(
            "/callboard/v1/tenant/{tenant}/pictures",
            "/callboard/v1/tenant/{tenant}/booking-provider/{booking_provider}/pictures",
            "/callboard/v1/tenant/{tenant}/imports",
            "/settings/imports",
            "/book/{token}",
            "/book/{token}/pictures",
            "/lead-form/{token}");

    /** Whether the body is a file, or a form that may have some. */
    static boolean isFile(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.strip()
                        .toLowerCase(Locale.ROOT)
                        .matches(
                                "(multipart|image)/.*|(application/octet-stream|text/csv|text/tab-separated-values).*");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isFile(request) || RequestPath.matches(request, TAKEN_AT);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ApiErrors.refuse(
                request,
                response,
                ApiPaths.matches(request)
                        ? ApiErrors.notJson()
                        : ApiProblem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "No files are taken here."));
    }
}
