package org.callboard.requests;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.validation.ValidationConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.validation.MessageInterpolatorFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.validation.beanvalidation.SpringConstraintValidatorFactory;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What became of a body that was read into a record as the server does it, but without a server.
 *
 * @param value null where the body was refused
 * @param errors what was said of each wrong field
 * @param ignored the header {@code Callboard-Ignored}
 */
record BoundBody(
        @Nullable Record value,
        Map<String, List<String>> errors,
        @Nullable String ignored) {

    /** Which of the two kinds of operation the body was sent to. */
    enum To {
        /** One that takes all of a body or nothing. */
        OPERATION,
        /** One that keeps what it can; nobody could be reached, so that it says what is wrong. */
        INQUIRY,
        /** The same, and the person can be reached. */
        REACHABLE_INQUIRY
    }

    private static final RequestReader READER = reader();

    static RequestReader reader() {
        LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean();
        validator.setConfigurationInitializer(
                configuration -> new ValidationConfiguration().constraints().customize(configuration));
        validator.setMessageInterpolator(new MessageInterpolatorFactory().getObject());
        validator.setConstraintValidatorFactory(new SpringConstraintValidatorFactory(new DefaultListableBeanFactory()));
        validator.afterPropertiesSet();
        return new RequestReader(validator, RequestConfiguration.jsonQueue(new SimpleMeterRegistry()));
    }

    static BoundBody of(String body, Class<? extends Record> type) {
        return of(body, type, To.OPERATION);
    }

    static BoundBody of(String body, Class<? extends Record> type, To to) {
        return of(body.getBytes(StandardCharsets.UTF_8), type, to, false);
    }

    static BoundBody strictly(String body, Class<? extends Record> type) {
        return of(body.getBytes(StandardCharsets.UTF_8), type, To.OPERATION, true);
    }

    static BoundBody of(byte[] body, Class<? extends Record> type, To to, boolean strict) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (strict) {
            request.addHeader("Prefer", "handling=strict");
        }
        HttpServletResponse response = new MockHttpServletResponse();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
        try {
            Record value = read(body, type, to);
            return new BoundBody(value, Map.of(), response.getHeader("Callboard-Ignored"));
        } catch (Invalid e) {
            return new BoundBody(null, e.errors(), response.getHeader("Callboard-Ignored"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    private static <T extends Record> T read(byte[] body, Class<T> type, To to) throws IOException {
        ByteArrayInputStream stream = new ByteArrayInputStream(body);
        return to == To.OPERATION
                ? READER.body(stream, type)
                : READER.inquiry(stream, type).read((request, found) -> {
                    found.reachableIf(to == To.REACHABLE_INQUIRY);
                    return request;
                });
    }

    /** The record that the body became. */
    <T extends Record> T as(Class<T> type) {
        if (value == null) {
            throw new AssertionError("refused: " + errors);
        }
        return type.cast(value);
    }

    /** The one sentence that was said of each field. */
    Map<String, String> said() {
        Map<String, String> said = new TreeMap<>();
        errors.forEach((field, sentences) -> said.put(field, String.join(" | ", sentences)));
        return said;
    }

    boolean isRefused() {
        return value == null;
    }
}
