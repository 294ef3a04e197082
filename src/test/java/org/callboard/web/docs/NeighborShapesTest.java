package org.callboard.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.testing.Api;
import org.callboard.testing.Server;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Clients with strict models refuse an answer that lacks a field, and one that has another: what is published, and so
 * answered, is held against {@code neighbors.txt}, which says of each list what the contract's neighbors say.
 */
class NeighborShapesTest {

    private static final Pattern LINE = Pattern.compile("(\\S+?)([*?]?) (\\S+)");
    private static final String LATER = "LATER ";

    private static final JsonNode DOCUMENT = Api.send(HttpRequest.newBuilder(URI.create(Server.url() + "/openapi.json"))
                    .build())
            .json();

    private record Field(String type, String mark) {}

    @Test
    void everyListAnswersWithTheFieldsOfTheContract() {
        Map<String, List<String>> faults = new TreeMap<>();
        for (String block : blocks()) {
            String head = block.lines().findFirst().orElseThrow();
            String path = head.replace(LATER, "").replace("GET ", "");
            List<String> wrong = compare(path, expected(block));
            if (head.startsWith(LATER) == wrong.isEmpty()) {
                faults.put(path, wrong.isEmpty() ? List.of("answers so: take LATER away") : wrong);
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aFieldThatIsMissingOrMoreOrOfAnotherKindIsSeen() {
        String path = "/jbce/v2/tenant/{tenant}/call-reasons";
        Map<String, Field> right = expected(blocks().stream()
                .filter(block -> block.startsWith("GET " + path))
                .findFirst()
                .orElseThrow());
        assertThat(compare(path, right)).isEmpty();
        Map<String, Field> wrong = new TreeMap<>(right);
        wrong.remove("name");
        wrong.put("title", new Field("text", "*"));
        wrong.put("isLead", new Field("text", "*"));
        assertThat(compare(path, wrong)).containsExactly("isLead is bool", "name is more", "title is missing");
    }

    private static List<String> blocks() {
        try (InputStream table = NeighborShapesTest.class.getResourceAsStream("/neighbors.txt")) {
            String text = new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.strip().split("\n\n", -1)).skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Field> expected(String block) {
        Map<String, Field> fields = new TreeMap<>();
        block.lines().skip(1).forEach(line -> {
            Matcher field = LINE.matcher(line);
            assertThat(field.matches()).as(line).isTrue();
            fields.put(field.group(1), new Field(field.group(3), field.group(2)));
        });
        return fields;
    }

    private static List<String> compare(String path, Map<String, Field> expected) {
        Map<String, Field> published = new TreeMap<>();
        JsonNode schema = resolve(DOCUMENT.path("paths")
                .path(path)
                .path("get")
                .path("responses")
                .path("200")
                .path("content")
                .path("application/json")
                .path("schema"));
        JsonNode data = schema.path("properties").path("data");
        collect("", data.isMissingNode() ? schema : resolve(data.path("items")), published);
        Set<String> names = new HashSet<>(expected.keySet());
        names.addAll(published.keySet());
        List<String> wrong = new ArrayList<>();
        names.stream().sorted().forEach(name -> wrong.addAll(said(name, expected.get(name), published.get(name))));
        return wrong;
    }

    private static List<String> said(String name, @Nullable Field expected, @Nullable Field published) {
        if (expected == null || published == null) {
            return List.of(name + (expected == null ? " is more" : " is missing"));
        }
        List<String> wrong = new ArrayList<>();
        if (!fits(expected.type, published.type)) {
            wrong.add(name + " is " + published.type);
        }
        if (published.mark.equals("?") && !expected.mark.equals("?")) {
            wrong.add(name + " may be null");
        }
        return wrong;
    }

    /** A word of a list of words is one of those that a client knows. */
    private static boolean fits(String expected, String published) {
        return expected.equals(published)
                || published.contains("|")
                        && (expected.equals("text")
                                || Set.of(expected.split("\\|")).containsAll(Set.of(published.split("\\|"))));
    }

    private static void collect(String prefix, JsonNode schema, Map<String, Field> fields) {
        Set<String> required =
                schema.path("required").valueStream().map(JsonNode::stringValue).collect(Collectors.toSet());
        schema.path("properties").properties().forEach(property -> {
            String name = prefix + property.getKey();
            JsonNode value = resolve(property.getValue());
            boolean list = types(value).contains("array");
            JsonNode one = list ? resolve(value.path("items")) : value;
            String type = one.has("properties") ? "object" : word(one);
            fields.put(
                    name, new Field(list ? "[" + type + "]" : type, required.contains(property.getKey()) ? "*" : "?"));
            if (one.has("properties")) {
                collect(name + (list ? "[]." : "."), one, fields);
            }
        });
    }

    private static String word(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.get("enum")
                    .valueStream()
                    .filter(JsonNode::isString)
                    .map(JsonNode::stringValue)
                    .collect(Collectors.joining("|"));
        }
        String format = schema.path("format").asString("");
        List<String> types = types(schema);
        if (types.contains("integer")) {
            return format;
        }
        return types.contains("boolean")
                ? "bool"
                : types.contains("number") ? "number" : format.equals("date-time") ? format : "text";
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? type.valueStream().map(JsonNode::stringValue).toList()
                : Stream.of(type.asString("")).toList();
    }

    /** What a reference names, and of two alternatives the one that is not null. */
    private static JsonNode resolve(JsonNode schema) {
        if (schema.has("anyOf")) {
            return resolve(schema.get("anyOf").get(0));
        }
        return schema.has("$ref") ? DOCUMENT.at(schema.get("$ref").stringValue().substring(1)) : schema;
    }
}
