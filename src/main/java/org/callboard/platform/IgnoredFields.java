package org.callboard.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Fields and parameters that no operation knows, and parameters that are empty. They are accepted and named in {@code Callboard-Ignored}; under
 * {@code Prefer: handling=strict} (RFC 7240), or for a connection marked strict, they are wrong.
 */
public final class IgnoredFields {

    /** Request attribute, {@link Boolean#TRUE} where the connection is marked strict. */
    public static final String STRICT = IgnoredFields.class.getName() + ".strict";

    private static final String HEADER = "Callboard-Ignored";

    private IgnoredFields() {}

    /**
     * Names them in the answer; notes the problem of each where the client wants to know.
     *
     * @param problem a sentence about what is wrong with all of them
     */
    static void report(List<String> names, String problem, FieldErrors errors) {
        if (names.isEmpty()
                || !(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return;
        }
        if (strict(attributes.getRequest())) {
            names.forEach(name -> errors.add(name, problem));
        }
        HttpServletResponse response = attributes.getResponse();
        if (response != null) {
            String before = response.getHeader(HEADER);
            String now = String.join(
                    ", ", names.stream().limit(50).map(IgnoredFields::printable).toList());
            response.setHeader(HEADER, before == null ? now : before + ", " + now);
        }
    }

    /** A name comes from the client and goes into a header. */
    private static String printable(String name) {
        String cut = name.length() > 60 ? name.substring(0, 60) : name;
        return cut.replaceAll("[^!-~]|,", "?");
    }

    private static boolean strict(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(STRICT))
                || Collections.list(request.getHeaders("Prefer")).stream()
                        .anyMatch(value -> value.replace(" ", "").toLowerCase().contains("handling=strict"));
    }
}
