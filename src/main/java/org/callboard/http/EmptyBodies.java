package org.callboard.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the type from a body that is not there, or that nobody reads: clients send that of a form, of JSON or of a file
 * with every request, and it says nothing then. Where a file is expected the type says what kind of file is missing.
 * Whether one that comes in chunks is empty, {@link ApiBodies} finds out, when its sender is known.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class EmptyBodies extends OncePerRequestFilter {

    private static final Set<String> UNREAD = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean none = request.getContentType() != null
                && (UNREAD.contains(request.getMethod())
                        || !Uploads.areTaken(request) && request.getContentLengthLong() == 0);
        chain.doFilter(none ? withoutType(request) : request, response);
    }

    static HttpServletRequest withoutType(HttpServletRequest request) {
        return new WithoutType(request);
    }

    /** Its parameters are those of the query: the container would look for more in a body that it takes for a form. */
    private static final class WithoutType extends HttpServletRequestWrapper {

        private @Nullable Map<String, String[]> parameters;

        WithoutType(HttpServletRequest request) {
            super(request);
        }

        private static boolean isType(String header) {
            return header.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            if (parameters == null) {
                parameters = QuerySyntax.parameters(getQueryString());
            }
            return parameters;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return getParameterMap().get(name);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = getParameterValues(name);
            return values == null ? null : values[0];
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isType(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isType(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                    .filter(name -> !isType(name))
                    .toList());
        }
    }
}
