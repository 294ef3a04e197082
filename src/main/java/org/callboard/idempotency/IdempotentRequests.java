package org.callboard.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.callboard.http.ApiErrors;
import org.callboard.http.ApiPaths;
import org.callboard.http.BodyType;
import org.callboard.http.PublicUrl;
import org.callboard.http.RequestPath;
import org.callboard.http.Sha256;
import org.callboard.http.SingletonHeader;
import org.callboard.http.UrlPlaceholders;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.Conflict;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.RefusalCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes a POST or PATCH under an {@code Idempotency-Key} safe to repeat: the same key and request get the first answer
 * again, marked {@code Idempotent-Replay: true}; another request under the key gets 422, and one that is still running 409
 * with {@code Retry-After}. Keys belong to the connection and are kept for 24 hours.
 *
 * <p>The work and its answer are one transaction, so that a crash between the two leaves neither or both. An upload of a
 * file is not kept in memory for this: a picture that is uploaded twice is used once, and the other is removed; who takes
 * in a list looks after the key.
 */
@Component
public class IdempotentRequests extends OncePerRequestFilter {

    private static final String KEY = "Idempotency-Key";
    private static final int MAX_KEY = 255;

    private final IdempotentResponseStore answers;
    private final TransactionTemplate transaction;
    private final PublicUrl url;
    private final ApiErrors errors;

    IdempotentRequests(
            IdempotentResponseStore answers, TransactionTemplate transaction, PublicUrl url, ApiErrors errors) {
        this.answers = answers;
        this.transaction = transaction;
        this.url = url;
        this.errors = errors;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String method = request.getMethod();
        return request.getHeader(KEY) == null
                || !ApiPaths.matches(request)
                || BodyType.isFile(request)
                || !(method.equals("POST") || method.equals("PATCH"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key;
        try {
            key = key(request);
        } catch (Invalid e) {
            errors.write(response, e);
            return;
        }
        byte[] body = request.getInputStream().readAllBytes();
        ContentCachingResponseWrapper buffered = new ContentCachingResponseWrapper(response);
        UrlPlaceholders.leaveOpen(request);
        Optional<Refusal> problem;
        try {
            problem = Objects.requireNonNull(transaction.execute(status -> {
                Optional<Refusal> refused = answer(key, new Replayable(request, body), buffered, chain);
                if (refused.isPresent() || buffered.getStatus() >= 400) {
                    status.setRollbackOnly();
                }
                return refused;
            }));
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
        if (problem.isEmpty()) {
            byte[] filled = UrlPlaceholders.fill(buffered.getContentAsByteArray(), url.forAsker(""));
            buffered.resetBuffer();
            buffered.getOutputStream().write(filled);
            buffered.copyBodyToResponse();
            return;
        }
        if (problem.get() instanceof Conflict) {
            response.setHeader("Retry-After", "1");
        }
        errors.write(response, problem.get());
    }

    private static String key(HttpServletRequest request) {
        String key = Objects.requireNonNull(SingletonHeader.of(request, KEY)).strip();
        if (key.isEmpty() || key.length() > MAX_KEY) {
            throw new Invalid(KEY, "1 to " + MAX_KEY + " characters are expected.");
        }
        return key;
    }

    private Optional<Refusal> answer(
            String key, Replayable request, ContentCachingResponseWrapper response, FilterChain chain) {
        try {
            if (!answers.lock(key)) {
                return Optional.of(
                        RefusalCode.REQUEST_RUNNING.refuse("A request with this Idempotency-Key is still running."));
            }
            byte[] hash = request.hash();
            Optional<IdempotentResponseStore.Answer> known = answers.find(key);
            if (known.isEmpty()) {
                chain.doFilter(request, response);
                if (response.getStatus() < 400) {
                    answers.keep(
                            key,
                            hash,
                            new IdempotentResponseStore.Answer(
                                    hash, response.getStatus(), response.getContentAsByteArray(), headers(response)));
                }
                return Optional.empty();
            }
            if (!MessageDigest.isEqual(known.get().requestHash(), hash)) {
                return Optional.of(RefusalCode.IDEMPOTENCY_KEY_REUSED.refuse(
                        "This Idempotency-Key was used for another request."));
            }
            IdempotentReplays.allow(request, known.get());
            chain.doFilter(request, response);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> headers(HttpServletResponse response) {
        Map<String, String> headers = new HashMap<>();
        for (String name : IdempotentResponseStore.HEADERS) {
            String value = response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    /** The request with its body in memory, to be hashed and then read. */
    private static final class Replayable extends HttpServletRequestWrapper {
        private final byte[] body;

        Replayable(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        byte[] hash() {
            return Sha256.of(getMethod() + " " + RequestPath.decoded(this) + "?" + getQueryString() + "\n", body);
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream in = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return in.read();
                }

                @Override
                public int read(byte[] target, int offset, int length) {
                    return in.read(target, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return in.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("the body is in memory");
                }
            };
        }
    }
}
