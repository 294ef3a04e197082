package org.callboard.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.database.RecordShape;
import org.callboard.requests.BoundBody.To;
import org.callboard.requests.RecordBinder.Source;
import org.callboard.testing.Golden;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.Patch;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The records that operations take as their bodies, all of them, with whatever stands in their fields. */
class EveryRequestTest {

    private static final Set<Class<? extends Record>> REQUESTS = RequestTypes.all();

    private static final Set<Class<? extends Record>> INQUIRIES = RequestTypes.inquiries();

    private static final String LONG_TEXT = "\"" + "x".repeat(20_001) + "\"";

    private static Class<?> plain(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == Patch.class
                ? (Class<?>) generic.getActualTypeArguments()[0]
                : type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    private static Stream<RecordComponent> components() {
        return REQUESTS.stream().flatMap(type -> Stream.of(type.getRecordComponents()));
    }

    private static String name(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }

    /** What a wrong kind of value is; never the right one. */
    private static String wrongKind(RecordComponent component) {
        return plain(component.getGenericType()) == String.class ? "{}" : "\"?\"";
    }

    @Test
    void everyWrongFieldIsNamedInOneAnswer() {
        for (Class<? extends Record> type : REQUESTS) {
            String body = Stream.of(type.getRecordComponents())
                    .map(component -> '"' + component.getName() + "\":" + wrongKind(component))
                    .collect(Collectors.joining(",", "{", "}"));
            String[] names = Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toArray(String[]::new);
            for (To to : List.of(To.OPERATION, To.INQUIRY)) {
                assertThat(BoundBody.of(body, type, to).said())
                        .as(type.getSimpleName())
                        .containsOnlyKeys(names);
            }
        }
    }

    /** A field that is missing is null, whatever the type; what follows from it is for the constraints to say. */
    @Test
    void noRequestNeedsAFieldToBeBuilt() {
        assertThat(components()
                        .filter(component -> component.getType().isPrimitive())
                        .map(EveryRequestTest::name))
                .isEmpty();
        for (Class<? extends Record> type : REQUESTS) {
            BoundBody bound = BoundBody.of("{}", type);
            assertThat(bound.errors().keySet()).allMatch(path -> path.matches("\\w+"));
            assertThat(bound.errors().values()).allMatch(said -> said.size() == 1);
        }
    }

    @Test
    void everyWordIsTakenInAnyCase() {
        components().filter(component -> component.getType().isEnum()).forEach(component -> {
            Class<? extends Record> type = component.getDeclaringRecord().asSubclass(Record.class);
            List<?> words = List.of(component.getType().getEnumConstants());
            for (Object word : words) {
                String body = "{\"%s\":\"%s\"}"
                        .formatted(component.getName(), word.toString().toLowerCase(Locale.ROOT));
                assertThat(BoundBody.of(body, type).errors()).as(body).doesNotContainKey(component.getName());
            }
            assertThat(BoundBody.of("{\"" + component.getName() + "\":\"?\"}", type)
                            .said()
                            .get(component.getName()))
                    .isEqualTo("One of " + words.stream().map(Object::toString).collect(Collectors.joining(", "))
                            + " is expected.");
        });
    }

    @Test
    void theLimitsOfEveryFieldAreThoseThatWereReviewed() {
        List<String> lines = new ArrayList<>(List.of(
                "# What a value of the right kind is refused for: each field by itself, with what was tried. The paths of",
                "# the fields are their names. A field that nothing is said of takes all of it.",
                "# left out   null   empty: \"\" or []   blank   long: 20,001 characters   a long one: in a list",
                "# many: 5,001 ids or 201 others   each: of the items, of a list of an inquiry those beyond its end",
                "# trimmed: kept without what nobody sees at its edges; any other text is kept letter by letter"));
        for (Class<? extends Record> type : REQUESTS) {
            lines.addAll(List.of("", "## " + type.getSimpleName(), ""));
            for (RecordComponent component : type.getRecordComponents()) {
                lines.add("%-30s %-20s %s"
                        .formatted(
                                component.getName(),
                                RequestTypes.named(component.getGenericType()),
                                (trimmed(type, component) ? "trimmed  " : "") + said(type, component))
                        .stripTrailing());
            }
        }
        Golden.check("request-fields.txt", lines, EveryRequestTest.class);
    }

    private static String said(Class<? extends Record> type, RecordComponent component) {
        Map<String, Set<String>> tried = new LinkedHashMap<>();
        values(component).forEach((label, json) -> {
            String body = json.isEmpty() ? "{}" : "{\"" + component.getName() + "\":" + json + "}";
            To to = INQUIRIES.contains(type) ? To.INQUIRY : To.OPERATION;
            BoundBody.of(body, type, to).said().forEach((path, sentence) -> {
                if (path.matches(component.getName() + "(\\[\\d+])?")) {
                    tried.computeIfAbsent(sentence, s -> new LinkedHashSet<>())
                            .add(path.endsWith("]") ? label + ", each" : label);
                }
            });
        });
        return tried.entrySet().stream()
                .map(said -> said.getKey() + " (" + String.join(", ", said.getValue()) + ")")
                .collect(Collectors.joining("  "));
    }

    private static boolean trimmed(Class<? extends Record> type, RecordComponent component) {
        String text = " \u00a0x\u200b\n";
        ObjectNode body = JsonNodeFactory.instance.objectNode().put(component.getName(), text);
        Record bound = new RecordBinder(new FieldErrors(), new ArrayList<>(), Source.BODY).bind(body, type, "");
        Object value = RecordShape.of(type).get(bound, component.getName());
        return "x".equals(value instanceof Patch<?> patch ? patch.value() : value);
    }

    private static Map<String, String> values(RecordComponent component) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("left out", "");
        values.put("null", "null");
        Class<?> type = plain(component.getGenericType());
        if (type == String.class) {
            values.put("empty", "\"\"");
            values.put("blank", "\" \\u00a0\\u200b\"");
            values.put("long", LONG_TEXT);
        } else if (type == List.class) {
            values.put("empty", "[]");
            values.put(
                    "many",
                    Stream.generate(() -> item(component))
                            .limit(item(component).equals("1") ? 5001 : 201)
                            .collect(Collectors.joining(",", "[", "]")));
            values.put("a long one", "[" + item(component).replace("x", "x".repeat(20_001)) + "]");
        } else if (Number.class.isAssignableFrom(type)) {
            for (String number : type == Long.class ? List.of("-1", "0") : List.of("-1e9", "1e9", "1e20", "0.00001")) {
                values.put(number, number);
            }
        }
        return values;
    }

    private static String item(RecordComponent list) {
        Type item = ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
        return item == String.class ? "\"x\"" : item == Long.class ? "1" : "{}";
    }
}
