package org.callboard.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.callboard.refusals.Refusal.Invalid;
import org.jspecify.annotations.Nullable;

/** A header with one value (RFC 9110, section 5.5): of two that differ nobody can say which is meant. */
public final class SingletonHeader {

    private SingletonHeader() {}

    /** Its value, null where it did not come; 400 that names it where it came with several values. */
    public static @Nullable String of(HttpServletRequest request, String name) {
        List<String> values =
                Collections.list(request.getHeaders(name)).stream().distinct().toList();
        if (values.size() > 1) {
            throw new Invalid(name, "This header is taken once, and it came with several values.");
        }
        return values.isEmpty() ? null : values.getFirst();
    }
}
