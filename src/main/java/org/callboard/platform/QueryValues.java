package org.callboard.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of one query, by the one rule of how they count. Names stand in any case, and {@code ids[]} and
 * {@code ids[0]} are {@code ids}, whatever stands in the brackets. All values of a list count, in one query or many times
 * the name; another parameter may be repeated, but not with another value. An empty one counts as left out, except where
 * it would have narrowed the answer to certain records: an identifier that a client forgot to fill in must not be answered
 * with everything.
 */
final class QueryValues {

    private static final Set<Class<?>> LISTS = Set.of(Ids.class, CommaSeparated.class);
    private static final Pattern IDENTIFIER = Pattern.compile("ids?|.*(Ids?|Guid)");
    private static final Pattern INDEX = Pattern.compile("\\[[^\\[\\]]*]$");

    /** One parameter. */
    private record Sent(String name, List<String> values) {

        boolean hasBlank() {
            return values.stream().anyMatch(String::isBlank);
        }

        List<String> filled() {
            return values.stream().filter(value -> !value.isBlank()).toList();
        }
    }

    private final Map<String, Sent> parameters = new LinkedHashMap<>();

    private QueryValues() {}

    static QueryValues of(HttpServletRequest request) {
        QueryValues query = new QueryValues();
        request.getParameterMap()
                .forEach((name, values) -> query.parameters
                        .computeIfAbsent(
                                key(INDEX.matcher(name).replaceFirst("")), key -> new Sent(name, new ArrayList<>()))
                        .values()
                        .addAll(Arrays.asList(values)));
        return query;
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
            return component != null
                    && !identifies(component)
                    && sent.getValue().hasBlank();
        });
    }

    private List<String> names(Predicate<Map.Entry<String, Sent>> wanted) {
        return parameters.entrySet().stream()
                .filter(wanted)
                .map(sent -> sent.getValue().name())
                .toList();
    }

    private static @Nullable RecordComponent component(List<RecordComponent> components, Map.Entry<String, Sent> sent) {
        return components.stream()
                .filter(component -> key(QueryParameterName.of(component)).equals(sent.getKey()))
                .findFirst()
                .orElse(null);
    }

    /**
     * What stands for the components of a record, for {@link RecordBinder}: a text, or an array of texts where a single
     * one was sent more than once. An identifier that is empty is noted.
     */
    ObjectNode of(Class<?> record, FieldErrors errors) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (RecordComponent component : record.getRecordComponents()) {
            String name = QueryParameterName.of(component);
            Sent sent = parameters.get(key(name));
            if (sent == null) {
                continue;
            }
            List<String> filled = sent.filled();
            if (identifies(component) && sent.hasBlank()) {
                errors.add(name, "This parameter must not be empty; leave it out to have all.");
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
