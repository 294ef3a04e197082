package org.callboard.server;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.callboard.http.ApiErrorResponse;
import org.callboard.http.ApiErrors;
import org.callboard.http.ApiPaths;
import org.callboard.http.BodyType;
import org.callboard.http.QuerySyntax;
import org.callboard.http.RequestPath;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what no handler can read, before anything reads it: a query whose escapes are broken, a name with control
 * characters, the NUL character, which PostgreSQL can't store and no person types, and a type of body that is none. A
 * container answers some of it with a page of its own, and throws at whoever asks for a parameter first. The body itself
 * is read, and refused, when somebody asks for it: {@link LimitedRequest}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class ReadableRequests extends OncePerRequestFilter {

    /** In characters, the query included. The container takes more, so that the refusal is ours. */
    private static final int MAX_ADDRESS = 16_384;

    private static final Logger log = LoggerFactory.getLogger(ReadableRequests.class);

    /** A page that tells of an error must not stumble over the body again. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ApiErrorResponse problem = request.getDispatcherType() == DispatcherType.ERROR ? null : problem(request);
        if (problem == null) {
            HttpServletRequest limited = Body.of(request)
                    .<HttpServletRequest>map(body -> new LimitedRequest(request, body))
                    .orElse(request);
            try {
                chain.doFilter(limited, response);
                return;
            } catch (Refusal e) {
                if (response.isCommitted()) {
                    throw e;
                }
                problem = ApiErrorResponse.of(e);
            }
        }
        log.info("refused a request that can't be read: {}", problem.status());
        ApiErrors.refuse(request, response, problem);
    }

    private static @Nullable ApiErrorResponse problem(HttpServletRequest request) {
        if (RequestPath.length(request) > MAX_ADDRESS) {
            return ApiErrorResponse.of(HttpStatus.URI_TOO_LONG, "An address may have at most 16,384 characters.");
        }
        FieldErrors errors = new FieldErrors();
        errors.addIf(!RequestPath.isReadable(request), "path", "The path is not escaped as UTF-8.");
        QuerySyntax.check(request.getQueryString(), errors);
        if (!errors.isEmpty()) {
            return ApiErrorResponse.of(new Invalid(errors.asMap()));
        }
        return ApiPaths.matches(request) || BodyType.isReadable(request)
                ? null
                : ApiErrorResponse.of(BodyType.unreadable());
    }
}
