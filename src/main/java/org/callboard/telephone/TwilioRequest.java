package org.callboard.telephone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.http.QuerySyntax;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * A form that came to the address of an account of Twilio, letter by letter as it was sent.
 *
 * @param fields what stands in it; mostly one value for each name
 * @param query the query of the address, as it came; null where there was none
 */
record TwilioRequest(
        Map<String, List<String>> fields, @Nullable String query) {

    private static final int MOST_FIELDS = 200;

    /** Reads a body; empty where it is no form, or one that can't be kept. */
    static Optional<TwilioRequest> of(String body, @Nullable String query) {
        FieldErrors errors = new FieldErrors();
        QuerySyntax.check(body, errors);
        Map<String, String[]> read = QuerySyntax.parameters(body);
        if (!errors.isEmpty() || read.isEmpty() || read.size() > MOST_FIELDS) {
            return Optional.empty();
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        read.forEach((name, values) -> fields.put(name, List.of(values)));
        return Optional.of(new TwilioRequest(fields, query));
    }

    /** A field; null where it is not there, or empty. */
    @Nullable
    String get(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() || values.getFirst().isEmpty() ? null : values.getFirst();
    }

    /** What the address says beside the account; null where it does not. */
    @Nullable
    String parameter(String name) {
        String[] values = QuerySyntax.parameters(query).get(name);
        return values == null ? null : values[0];
    }

    /** What is signed. */
    List<Map.Entry<String, String>> signed() {
        List<Map.Entry<String, String>> all = new ArrayList<>();
        fields.forEach((name, values) -> values.forEach(value -> all.add(Map.entry(name, value))));
        return all;
    }
}
