package org.callboard.validation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Fields and parameters that no operation knows, parameters that are empty, and what an operation leaves out. They
 * are accepted and named in {@code Callboard-Ignored}; under {@code Prefer: handling=strict} (RFC 7240), or for a
 * connection marked strict, they are wrong.
 */
public final class IgnoredFields {

    /** Request attribute, {@link Boolean#TRUE} where the connection is marked strict. */
    public static final String STRICT = IgnoredFields.class.getName() + ".strict";

    /** What is wrong with a field that no operation knows. */
    public static final String UNKNOWN = "This field is unknown.";

    /** How many are named at a time. */
    public static final int MAX = 50;

    /** The header that names them. */
    public static final String HEADER = "Callboard-Ignored";

    private IgnoredFields() {}

    /**
     * Names them in the answer; notes the problem of each where the client wants to know.
     *
     * @param problem a sentence about what is wrong with all of them
     */
    public static void report(List<String> names, String problem, FieldErrors errors) {
        if (strict()) {
            names.forEach(name -> errors.add(name, problem));
        }
        name(names);
    }

    /** The same for one field whose value an operation can't take. Throws the Invalid where the client wants to know. */
    public static void report(String name, String problem) {
        FieldErrors errors = new FieldErrors();
        report(List.of(name), problem, errors);
        errors.throwIfAny();
    }

    /** Names in the answer what was left out. */
    public static void name(List<String> names) {
        if (names.isEmpty()
                || !(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return;
        }
        HttpServletResponse response = attributes.getResponse();
        if (response != null) {
            String before = response.getHeader(HEADER);
            String now = String.join(
                    ", ",
                    names.stream().limit(MAX).map(IgnoredFields::printable).toList());
            response.setHeader(HEADER, before == null ? now : before + ", " + now);
        }
    }

    /** A name comes from the client and goes into a header. */
    private static String printable(String name) {
        String cut = name.length() > 60 ? name.substring(0, 60) : name;
        return cut.replaceAll("[^!-~]|,", "?");
    }

    /** Whether the current request wants to be refused rather than understood in part. */
    public static boolean strict() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && strict(attributes.getRequest());
    }

    private static boolean strict(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(STRICT)) || Preferences.is(request, "handling", "strict");
    }
}
