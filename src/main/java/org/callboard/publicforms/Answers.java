package org.callboard.publicforms;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.callboard.validation.VisibleText;

/** What a visitor typed, field by field, without what no person types. */
public final class Answers {

    /** The names of all fields that such forms have. */
    public static final Set<String> FIELDS = Set.of(
            "name",
            "phone",
            "phoneAsked",
            "email",
            "street",
            "unit",
            "city",
            "state",
            "zip",
            "jobType",
            "summary",
            "day",
            "part",
            "firstTime");

    private final Map<String, String> values;

    /** Takes the fields that it knows; stripped, with line feeds alone, and without control characters. */
    public Answers(Map<String, String> typed) {
        values = new TreeMap<>(typed.entrySet().stream()
                .filter(entry -> FIELDS.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> clean(entry.getKey(), entry.getValue()))));
    }

    private static String clean(String field, String typed) {
        if (field.startsWith("phone") || field.equals("email")) {
            return VisibleText.clean(typed);
        }
        return VisibleText.strip(typed.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", ""));
    }

    /** What stands in a field; empty where nothing does. */
    public String get(String field) {
        return Objects.requireNonNullElse(values.get(field), "");
    }

    /** Whether anything stands in it. */
    public boolean has(String field) {
        return !get(field).isEmpty();
    }
}
