package org.callboard.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets forms with files through only where files are taken. Elsewhere the server would write a long body to its disk just
 * to look for a parameter in it, before anybody asked who sent it. An address that is to take files is named here.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class Uploads extends OncePerRequestFilter {

    private static final List<Pattern> TAKEN_AT = Stream.of(
                    "/callboard/v1/tenant/[^/]+/(booking-provider/[^/]+/)?pictures",
                    "/callboard/v1/tenant/[^/]+/imports",
                    "/settings/imports",
                    "/book/[^/]+(/pictures)?",
                    "/lead-form/[^/]+")
            .map(Pattern::compile)
            .toList();

    private final ApiErrors errors;

    Uploads(ApiErrors errors) {
        this.errors = errors;
    }

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
        return !isFile(request)
                || TAKEN_AT.stream()
                        .anyMatch(path -> path.matcher(request.getRequestURI()).matches());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (ApiPaths.matches(request)) {
            errors.write(
                    response,
                    ApiProblem.of(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "The body must be JSON: send it with the header Content-Type: application/json."));
        } else {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        }
    }
}
