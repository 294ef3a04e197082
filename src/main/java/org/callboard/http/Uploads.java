package org.callboard.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.callboard.refusals.RefusalCode;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Lets forms with files through only where files are taken; those of programs are {@link ApiBodies}' matter. Elsewhere the
 * server would write a long body to its disk just to look for a parameter in it. An address that is to take files is named
 * here.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class Uploads extends OncePerRequestFilter {

    private static final List<PathPattern> PICTURES = RequestPath.patterns(
            "/callboard/v1/tenant/{tenant}/pictures",
            "/callboard/v1/tenant/{tenant}/booking-provider/{booking_provider}/pictures");
    private static final List<PathPattern> LISTS = RequestPath.patterns("/callboard/v1/tenant/{tenant}/imports");
    private static final List<PathPattern> PAGES =
            RequestPath.patterns("/settings/imports", "/book/{token}", "/book/{token}/pictures", "/lead-form/{token}");

    /** Whether files are taken at the address of the request. */
    static boolean areTaken(HttpServletRequest request) {
        return Stream.of(PICTURES, LISTS, PAGES).anyMatch(patterns -> RequestPath.matches(request, patterns));
    }

    /** What a program is to send to the address of the request, in a sentence. */
    static String expected(HttpServletRequest request) {
        String orForm = ", or as multipart/form-data with a file named file.";
        if (RequestPath.matches(request, PICTURES)) {
            return "Send the picture as the body with its own Content-Type, such as image/jpeg" + orForm;
        } else if (RequestPath.matches(request, LISTS)) {
            return "Send the list as the body with the header Content-Type: text/csv, or of a workbook" + orForm;
        }
        return "The body must be JSON: send it with the header Content-Type: application/json.";
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !BodyType.isFile(request) || ApiPaths.matches(request) || areTaken(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ApiErrors.refuse(
                request, response, ApiErrorResponse.of(RefusalCode.WRONG_TYPE.refuse("No files are taken here.")));
    }
}
