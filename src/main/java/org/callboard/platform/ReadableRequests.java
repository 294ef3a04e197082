package org.callboard.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what no handler can read, before anything reads it: a query or a form whose escapes are broken, a name with
 * control characters, the NUL character, which PostgreSQL can't store and no person types, and a type of body that is
 * none. A container answers some of it with a page of its own, and throws at whoever asks for a parameter first.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class ReadableRequests extends OncePerRequestFilter {

    /** In characters, the query included. The container takes more, so that the refusal is ours. */
    private static final int LONGEST_ADDRESS = 16_384;

    private static final Logger log = LoggerFactory.getLogger(ReadableRequests.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ApiProblem problem = problem(request);
        if (problem == null) {
            chain.doFilter(request, response);
        } else {
            log.info(
                    "refused a request that can't be read: {}", problem.status().value());
            ApiErrors.refuse(request, response, problem);
        }
    }

    private static @Nullable ApiProblem problem(HttpServletRequest request) {
        if (RequestPath.length(request) > LONGEST_ADDRESS) {
            return ApiProblem.of(HttpStatus.URI_TOO_LONG, "An address may have at most 16,384 characters.");
        }
        FieldErrors errors = new FieldErrors();
        QuerySyntax.check(request.getQueryString(), errors);
        if (!errors.isEmpty()) {
            return ApiProblem.invalid(errors.asMap());
        }
        if (!hasReadableType(request)) {
            return ApiProblem.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The header Content-Type names no type that a body can have.");
        }
        if (ApiPaths.matches(request)) {
            return isForm(request) ? ApiErrors.wrongType(request) : null;
        }
        if (!Uploads.isFile(request)) { // whoever takes files reads the form, when it is known who sent it
            checkForm(request, errors);
        }
        return errors.isEmpty() ? null : ApiProblem.invalid(errors.asMap());
    }

    private static boolean hasReadableType(HttpServletRequest request) {
        if (!StringUtils.hasText(request.getContentType())) {
            return true;
        }
        try {
            MediaType type = MediaType.parseMediaType(request.getContentType());
            return !type.isWildcardType() && !type.isWildcardSubtype();
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    /** A form with broken escapes, or one that is too long, makes the container refuse here. */
    private static void checkForm(HttpServletRequest request, FieldErrors errors) {
        request.getParameterMap().forEach((name, values) -> {
            if (QuerySyntax.hasControls(name)) {
                errors.add("form", "The name of a field has a control character.");
            }
            for (String value : values) {
                if (value.indexOf(0) >= 0) {
                    errors.add(name, QuerySyntax.withNul(name));
                }
            }
        });
    }
}
