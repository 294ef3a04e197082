package org.callboard.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.callboard.http.ApiErrorResponse;
import org.callboard.http.ApiErrors;
import org.callboard.http.ReadingMethods;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Keeps what is read from being held for as long as a slow client takes it: answers are written to memory and sent when
 * everything else of the request is gone. Those of routes that are {@link Streamed} are let through.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class BufferedResponses extends OncePerRequestFilter {

    /**
     * Whether the answer is to a HEAD: its headers are those of a GET (RFC 9110, 9.3.2), and who would write much, or would
     * note that somebody took it, ends behind them.
     */
    public static boolean wantsHeadersAlone(HttpServletResponse response) {
        ResponseBuffer buffer = WebUtils.getNativeResponse(response, ResponseBuffer.class);
        return buffer != null && buffer.wantsHeadersAlone();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ReadingMethods.contain(request.getMethod()); // the answers of others tell of one thing that changed
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ResponseBuffer buffer = new ResponseBuffer(response, request.getMethod().equals("HEAD"));
        try {
            chain.doFilter(request, buffer);
            if (buffer.isStreamed()) {
                buffer.flushWriter();
                return;
            }
            if (buffer.refused().isPresent()) {
                ApiErrors.refuse(
                        request, response, ApiErrorResponse.of(buffer.refused().get()));
            } else {
                buffer.send();
            }
        } finally {
            buffer.clear();
        }
    }
}
