package org.callboard.bench.fuzz;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One method of one path, and what a right request of it is made of.
 *
 * @param path with its variables, such as {@code /crm/v2/tenant/{tenant}/customers/{id}}
 * @param query the names of its parameters with an example of each, empty where none is known
 * @param contentType of its body; null where it takes none
 * @param body an example of its body
 * @param api whether a program calls it, with a token; else a person's browser does, with a session
 */
record Operation(
        String method,
        String path,
        Map<String, String> query,
        @Nullable String contentType,
        String body,
        List<String> fields,
        boolean api) {

    String route() {
        return method + " " + path;
    }
}
