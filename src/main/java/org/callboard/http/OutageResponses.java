package org.callboard.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.callboard.database.DatabaseOutage;
import org.callboard.database.DatabaseTimeout;
import org.callboard.database.Demand;
import org.callboard.refusals.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Answers 503 with {@code Retry-After} where a request failed for want of the database, wherever on its way: the session,
 * the token, a handler, a commit. It stands around all of these, and needs none of them for the answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class OutageResponses extends OncePerRequestFilter {

    private static final List<PathPattern> OF_OAUTH = RequestPath.patterns("/connect/token");

    /** Whole copies, and what goes over all rows of an imported list: longer by its nature than others may take. */
    private static final List<PathPattern> LONG = RequestPath.patterns(
            "/callboard/v1/tenant/{tenant}/export/{file:.+\\.ndjson}",
            "/callboard/v1/tenant/{tenant}/imports/**",
            "/settings/imports/**",
            "/customers/export",
            "/locations/export");

    /** Says 503 by itself where the database is away. */
    private static final List<PathPattern> READY = RequestPath.patterns("/health/ready");

    private static final Pattern ABOUT_THE_ANSWER = Pattern.compile(
            "(?i)content-(?!security-policy).*|transfer-encoding|etag|last-modified|location|set-cookie|date");

    private final ApiErrors errors;
    private final OutagePages pages;

    OutageResponses(ApiErrors errors, OutagePages pages) {
        this.errors = errors;
        this.pages = pages;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Demand.<ServletException, IOException>ofRequest(
                    RequestPath.matches(request, LONG) ? DatabaseTimeout.LONG : DatabaseTimeout.QUICK,
                    () -> chain.doFilter(
                            request, RequestPath.matches(request, READY) ? new ComesAgain(response) : response));
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || !DatabaseOutage.isBehind(e)) {
                throw e;
            }
            answer(request, response, ApiErrors.noDatabase(e));
        }
    }

    /** Has {@code Retry-After} with every 503. */
    private static final class ComesAgain extends HttpServletResponseWrapper {

        private final HttpServletResponse response;

        ComesAgain(HttpServletResponse response) {
            super(response);
            this.response = response;
        }

        @Override
        public void setStatus(int status) {
            ApiErrors.head(response, HttpStatus.valueOf(status));
        }
    }

    /** What was begun of another answer goes, and the headers that are about it; those that every answer has stay, or the server gives them anew (Date). */
    private static void forgetAnswer(HttpServletResponse response) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        for (String name : response.getHeaderNames()) {
            if (!ABOUT_THE_ANSWER.matcher(name).matches()) {
                kept.put(name, List.copyOf(response.getHeaders(name)));
            }
        }
        response.reset();
        kept.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Refusal problem) throws IOException {
        forgetAnswer(response);
        response.setHeader("Cache-Control", "no-store");
        if (RequestPath.matches(request, OF_OAUTH)) {
            errors.writeOAuth(response, HttpStatus.SERVICE_UNAVAILABLE, "temporarily_unavailable");
        } else if (pages.wanted(request)) {
            ApiErrors.head(response, HttpStatus.SERVICE_UNAVAILABLE);
            pages.write(request, response);
        } else {
            errors.write(response, problem);
        }
    }
}
