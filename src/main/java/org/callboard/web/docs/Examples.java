package org.callboard.web.docs;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An example of every operation: the requests of one story, in order, and the answers that it got when a test played it.
 * A request names what an earlier answer held with a dollar sign, such as {@code $customer}.
 */
record Examples(Map<String, JsonNode> given, List<Step> steps, ObjectNode answers) {

    /**
     * One request.
     *
     * @param path what stands in the path, by name; the tenant is given
     * @param form a body that is a form
     * @param text a body that is a file of rows
     * @param file whether the body is a picture
     * @param keeps what later requests name: a name, and where it is in the answer
     * @param until what the answer holds when work in the background is done: where it is, and the word
     * @param again whether it only carries the story on, and another is the example of its operation; what later requests name
     *     of its answer is given, or was named before
     */
    record Step(
            String operation,
            @Nullable Map<String, String> path,
            @Nullable Map<String, String> query,
            @Nullable JsonNode body,
            @Nullable JsonNode form,
            @Nullable String text,
            @Nullable Boolean file,
            @Nullable Map<String, String> keeps,
            @Nullable Map<String, String> until,
            @Nullable Boolean again) {

        boolean isExample() {
            return !Boolean.TRUE.equals(again);
        }

        /** The body with all values in it; null where there is none in JSON. */
        @Nullable
        JsonNode filled(Map<String, JsonNode> values) {
            JsonNode sent = body == null ? form : body;
            return sent == null ? null : fill(sent, values);
        }

        /** Takes what later requests name out of the answer. */
        void keep(JsonNode answer, Map<String, JsonNode> values) {
            if (keeps != null) {
                keeps.forEach((name, pointer) -> values.put(name, answer.at(pointer)));
            }
        }
    }

    private record Requests(Map<String, JsonNode> given, List<Step> steps) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    static Examples read() {
        try (InputStream requests = open("requests.json");
                InputStream answers = open("answers.json")) {
            Requests read = JSON.readValue(requests, Requests.class);
            return new Examples(read.given, read.steps, (ObjectNode) JSON.readTree(answers));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Examples.class.getResourceAsStream("/openapi/" + name), name);
    }

    /** The value with everything in it that a dollar sign names. */
    static JsonNode fill(JsonNode node, Map<String, JsonNode> values) {
        if (node.isString() && node.stringValue().startsWith("$")) {
            return values.getOrDefault(node.stringValue().substring(1), node);
        } else if (node.isArray()) {
            return JSON.createArrayNode()
                    .addAll(node.valueStream().map(item -> fill(item, values)).toList());
        } else if (node.isObject()) {
            ObjectNode filled = JSON.createObjectNode();
            node.properties().forEach(field -> filled.set(field.getKey(), fill(field.getValue(), values)));
            return filled;
        }
        return node;
    }

    static JsonNode fill(String text, Map<String, JsonNode> values) {
        return fill(JSON.getNodeFactory().stringNode(text), values);
    }

    /** Puts the examples to the operations, their parameters, bodies and answers. */
    void addTo(OpenAPI document) {
        Map<String, Operation> operations = document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .collect(Collectors.toMap(Operation::getOperationId, operation -> operation));
        Map<String, JsonNode> values = new HashMap<>(given);
        for (Step step : steps) {
            Operation operation = operations.get(step.operation);
            if (operation != null && step.isExample()) {
                addTo(operation, step, values);
            }
            JsonNode answer = answers.get(step.operation);
            if (answer != null && step.isExample()) {
                step.keep(answer, values);
            }
        }
    }

    private void addTo(Operation operation, Step step, Map<String, JsonNode> values) {
        Map<String, String> words = new HashMap<>(Map.of("tenant", "$tenant"));
        words.putAll(Objects.requireNonNullElse(step.path, Map.of()));
        words.putAll(Objects.requireNonNullElse(step.query, Map.of()));
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> words.containsKey(parameter.getName()))
                    .forEach(parameter -> parameter.setExample(typed(
                            parameter.getSchema(),
                            fill(Objects.requireNonNull(words.get(parameter.getName())), values))));
        }
        JsonNode body = step.filled(values);
        if (body != null) {
            set(operation.getRequestBody().getContent(), body);
        }
        if (step.text != null) {
            Objects.requireNonNull(operation.getRequestBody().getContent().get("text/csv"))
                    .setExample(step.text);
        }
        JsonNode answer = answers.get(step.operation);
        if (answer != null) {
            Stream.of("200", "202")
                    .map(operation.getResponses()::get)
                    .filter(Objects::nonNull)
                    .forEach(response -> set(response.getContent(), answer));
        }
    }

    /** What stands in an address is text; the document wants it in the parameter's own type. */
    private static Object typed(Schema<?> schema, JsonNode value) {
        return switch (Objects.requireNonNullElse(schema.getTypes(), Set.of("string"))
                .iterator()
                .next()) {
            case "integer" -> value.asLong();
            case "boolean" -> value.asBoolean();
            default -> value.asString();
        };
    }

    private static void set(Content content, JsonNode example) {
        content.values().forEach(type -> type.setExample(ofSwagger(example)));
    }

    /** The library that writes the document has another Jackson, whose nodes keep their nulls. */
    private static Object ofSwagger(JsonNode node) {
        try {
            return Json31.mapper().readTree(node.toString());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
