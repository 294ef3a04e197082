package org.callboard.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callboard.database.QueryComponents;
import org.callboard.paging.CommaSeparated;
import org.callboard.paging.Ids;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of one query, by the one rule of how they count. Names stand in any case, and brackets are dots:
 * {@code a[b]} is {@code a.b}. What stands behind a name is a place in a list or a key, so that {@code ids[]} and
 * {@code ids[0]} are {@code ids}. All values of a list count, in one query or many times
 * the name; another parameter may be repeated, but not with another value. An empty one counts as left out, except where
 * it would have narrowed the answer to certain records: an identifier that a client forgot to fill in must not be answered
 * with everything.
 */
final class QueryValues {

    private static final Set<Class<?>> LISTS = Set.of(Ids.class, CommaSeparated.class);
    private static final Pattern IDENTIFIER = Pattern.compile("ids?|.*(Ids?|Guid)");

    /** One parameter. */
    private record Sent(String name, String key, List<String> values) {

        Sent(String name, List<String> values) {
            this(name, QueryValues.key(name).replace("]", "").replace('[', '.'), values);
        }

        /** Whether it is the component, or a part of it. */
        boolean isOf(RecordComponent component) {
            String known = QueryValues.key(QueryComponents.name(component));
            return key.equals(known) || key.startsWith(known + ".");
        }

        boolean hasBlank() {
            return !values.stream().allMatch(Sent::says);
        }

        /** NUL is not to be seen, but not for nothing either. */
        private static boolean says(String value) {
            return VisibleText.in(value) || value.indexOf(0) >= 0;
        }

        List<String> filled() {
            return values.stream().filter(Sent::says).toList();
        }
    }

    private final List<Sent> parameters;

    private QueryValues(List<Sent> parameters) {
        this.parameters = parameters;
    }

    public static QueryValues of(HttpServletRequest request) {
        return new QueryValues(request.getParameterMap().entrySet().stream()
                .map(sent -> new Sent(sent.getKey(), List.of(sent.getValue())))
                .toList());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The names, as they were sent, that no component has. */
    List<String> unknown(List<RecordComponent> components) {
        return names(sent -> component(components, sent) == null);
    }

    /** The names, as they were sent, of what is empty and counts as left out. */
    List<String> empty(List<RecordComponent> components) {
        return names(sent -> {
            RecordComponent component = component(components, sent);
            return component != null && !identifies(component) && sent.hasBlank();
        });
    }

    private List<String> names(Predicate<Sent> wanted) {
        return parameters.stream().filter(wanted).map(Sent::name).toList();
    }

    private static @Nullable RecordComponent component(List<RecordComponent> components, Sent sent) {
        return components.stream().filter(sent::isOf).findFirst().orElse(null);
    }

    /** What was sent for a component, under all the names that it has. */
    private Optional<Sent> sent(RecordComponent component, String name) {
        return parameters.stream()
                .filter(sent -> sent.isOf(component))
                .reduce((one, other) -> new Sent(
                        name,
                        Stream.concat(one.values.stream(), other.values.stream())
                                .toList()));
    }

    /**
     * What stands for the components of a record, for {@link RecordBinder}: a text, or an array of texts where a single
     * one was sent more than once. An identifier that is empty is noted.
     */
    public ObjectNode of(Class<?> record, FieldErrors errors) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (RecordComponent component : QueryComponents.of(record)) {
            String name = QueryComponents.name(component);
            Sent sent = sent(component, name).orElse(null);
            if (sent == null) {
                continue;
            }
            List<String> filled = sent.filled();
            if (identifies(component) && sent.hasBlank()) {
                errors.add(name, "This parameter must not be empty: give it a value, or leave it out.");
            } else if (LISTS.contains(component.getType()) && !filled.isEmpty()) {
                object.put(name, String.join(",", filled));
            } else if (component.getType() == List.class && !filled.isEmpty()) {
                ArrayNode words = object.putArray(name);
                CommaSeparated.parse(String.join(",", filled)).values().forEach(words::add);
            } else if (filled.size() == 1) {
                object.put(name, filled.getFirst());
            } else if (filled.size() > 1) {
                ArrayNode all = object.putArray(name);
                filled.forEach(all::add);
            }
        }
        return object;
    }

    private static boolean identifies(RecordComponent component) {
        return IDENTIFIER.matcher(component.getName()).matches();
    }
}
