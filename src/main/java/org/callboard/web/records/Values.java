package org.callboard.web.records;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Texts that are edited together, by the name of the part, in one spelling each, so that equal texts mean equal values. */
public record Values(Map<String, String> parts) {

    /** A form sends line ends of its own kind. */
    public Values {
        Map<String, String> plain = new LinkedHashMap<>();
        parts.forEach((name, text) -> plain.put(name, text.replace("\r\n", "\n")));
        parts = plain;
    }

    /** The part of a field that has only one. */
    public static final String ONE = "value";

    /** A single text; empty where there is nothing. */
    public static Values of(@Nullable Object value) {
        return new Values(Map.of(ONE, Objects.toString(value, "")));
    }

    /** The texts in the order of their parts; null stands for nothing. */
    public static Values of(Map<String, ? extends @Nullable Object> parts) {
        Map<String, String> texts = new LinkedHashMap<>();
        parts.forEach((name, value) -> texts.put(name, Objects.toString(value, "")));
        return new Values(texts);
    }

    /** The text of a field that has only one part. */
    public String text() {
        return get(ONE);
    }

    public String get(String part) {
        return parts.getOrDefault(part, "");
    }

    public boolean flag(String part) {
        return get(part).equals("true");
    }

    public boolean isEmpty() {
        return parts.values().stream().allMatch(String::isEmpty);
    }

    /** A change of texts as a change of what they are read from; what they leave alone stays the same. */
    static <T> UnaryOperator<T> change(
            Function<T, Values> read, Function<Values, T> write, UnaryOperator<Values> change) {
        return old -> {
            Values before = read.apply(old);
            Values after = change.apply(before);
            return after.equals(before) ? old : write.apply(after);
        };
    }
}
