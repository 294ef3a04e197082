package org.callboard.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps what is read from being held for as long as a slow client takes it: answers are written to memory and sent when
 * everything else of the request is gone. Those of routes that are {@link Streamed} are let through.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Answers extends OncePerRequestFilter {

    /** The answers of others tell of one thing that changed. */
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !READING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        AnswerBuffer buffer = new AnswerBuffer(response);
        try {
            chain.doFilter(request, buffer);
            if (buffer.isStreamed()) {
                return;
            }
            if (buffer.refused().isPresent()) {
                ApiErrors.refuse(request, response, buffer.refused().get());
            } else {
                buffer.send(!request.getMethod().equals("HEAD"));
            }
        } finally {
            buffer.clear();
        }
    }
}
