package org.callboard.web.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.callboard.http.SentForms;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A form with rows that people add and remove, as text: what stands under {@code locations[1].address.zip}, exactly as
 * typed. Rows in which nothing was typed are left out, and the ones after them move up.
 */
public final class Entry {

    private static final Pattern CONTACT =
            Pattern.compile("((?:locations\\[\\d{1,4}]\\.)?contacts)\\[(\\d{1,4})]\\.(type|value|memo)");
    private static final Pattern LOCATION =
            Pattern.compile("(locations)\\[(\\d{1,4})]\\.([\\w.]+|contacts\\[\\d{1,4}]\\.\\w+)");

    private final MultiValueMap<String, String> typed;

    private Entry(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    /** What was sent. */
    static Entry of(MultiValueMap<String, String> sent) {
        MultiValueMap<String, String> known = new LinkedMultiValueMap<>(sent);
        known.keySet()
                .removeIf(name -> name.contains("[")
                        && !CONTACT.matcher(name).matches()
                        && !LOCATION.matcher(name).matches());
        MultiValueMap<String, String> contacts = closeRanks(known, CONTACT, field -> !field.equals("type"));
        return new Entry(closeRanks(
                contacts,
                LOCATION,
                // a new row starts with state, country and type, which says nothing yet
                field -> !List.of("address.state", "address.country").contains(field) && !field.endsWith(".type")));
    }

    static Entry empty() {
        return new Entry(new LinkedMultiValueMap<>());
    }

    Entry with(String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            typed.set(field, value);
        }
        return this;
    }

    private static MultiValueMap<String, String> closeRanks(
            MultiValueMap<String, String> sent, Pattern row, Predicate<String> tells) {
        Map<String, TreeMap<Integer, Boolean>> lists = new LinkedHashMap<>();
        sent.forEach((name, values) -> {
            Matcher matcher = row.matcher(name);
            if (matcher.matches()) {
                boolean says = tells.test(matcher.group(3)) && values.stream().anyMatch(value -> !value.isBlank());
                lists.computeIfAbsent(matcher.group(1), list -> new TreeMap<>())
                        .merge(Integer.valueOf(matcher.group(2)), says, Boolean::logicalOr);
            }
        });
        MultiValueMap<String, String> result = new LinkedMultiValueMap<>();
        sent.forEach((name, values) -> {
            Matcher matcher = row.matcher(name);
            if (!matcher.matches()) {
                result.put(name, values);
                return;
            }
            TreeMap<Integer, Boolean> rows = lists.getOrDefault(matcher.group(1), new TreeMap<>());
            Integer old = Integer.valueOf(matcher.group(2));
            if (rows.getOrDefault(old, false)) {
                long index =
                        rows.headMap(old).values().stream().filter(says -> says).count();
                result.put(matcher.group(1) + "[" + index + "]." + matcher.group(3), values);
            }
        });
        return result;
    }

    /** What stands in a field; empty where nothing does. */
    public String text(String field) {
        String value = typed.getFirst(field);
        return value == null ? "" : value;
    }

    /** Without what stands around it; null where nothing does. */
    @Nullable
    String value(String field) {
        String value = text(field).strip();
        return value.isEmpty() ? null : value;
    }

    public boolean has(String field, Object value) {
        return typed.getOrDefault(field, List.of()).contains(value.toString());
    }

    public boolean flag(String field) {
        return has(field, "true");
    }

    List<String> values(String field) {
        return typed.getOrDefault(field, List.of());
    }

    /** The ids of the custom fields that say something, under a prefix such as {@code locations[0].}. */
    List<String> customFields(String prefix) {
        List<String> ids = new ArrayList<>();
        typed.forEach((name, values) -> {
            if (name.matches(Pattern.quote(prefix + "field.") + "\\d{1,18}") && value(name) != null) {
                ids.add(name.substring(prefix.length() + "field.".length()));
            }
        });
        return ids;
    }

    /** How many rows a list has. */
    int count(String list) {
        Pattern row = Pattern.compile(Pattern.quote(list) + "\\[(\\d+)]\\..+");
        return typed.keySet().stream()
                .map(row::matcher)
                .filter(Matcher::matches)
                .mapToInt(matcher -> Integer.parseInt(matcher.group(1)) + 1)
                .max()
                .orElse(0);
    }

    /** For the template: the rows of a list, at least so many. */
    public List<Integer> rows(String list, int least) {
        return IntStream.range(0, Math.max(least, count(list))).boxed().toList();
    }

    /** The token that the form was drawn with; a new one where it came without. */
    UUID token() {
        try {
            return UUID.fromString(text("once"));
        } catch (IllegalArgumentException e) {
            return SentForms.token();
        }
    }

    /** All of it, without the fields that differ from one sending to the next. */
    String content() {
        MultiValueMap<String, String> rest = new LinkedMultiValueMap<>();
        new TreeMap<>(typed).forEach(rest::put);
        rest.remove("once");
        rest.remove("_csrf");
        return rest.toString();
    }
}
