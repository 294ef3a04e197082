package org.callboard.bench.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.callboard.testing.Api;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** All operations: those of the API as the running server publishes them, and the pages of the golden routes table. */
final class Operations {

    private static final Path ROUTES = Path.of("src", "test", "resources", "golden", "routes.txt");
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    /** What the pages' own links ask, beside the fields that their forms have. */
    private static final List<String> PAGE_QUERY =
            List.of("page", "sort", "q", "owner", "field", "customer", "filter", "number", "who");

    private Operations() {}

    static List<Operation> ofApi(JsonNode document) {
        List<Operation> all = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> all.add(
                                ofApi(method.getKey().toUpperCase(), path.getKey(), method.getValue(), document))));
        return all;
    }

    private static Operation ofApi(String method, String path, JsonNode operation, JsonNode document) {
        Map<String, String> query = new TreeMap<>();
        operation
                .path("parameters")
                .valueStream()
                .map(p -> resolved(p, document))
                .forEach(parameter -> {
                    if (parameter.path("in").asString().equals("query")) {
                        JsonNode example = parameter.path("example");
                        query.put(parameter.get("name").asString(), example.isMissingNode() ? "" : example.asString());
                    }
                });
        JsonNode content = operation.path("requestBody").path("content");
        if (content.isEmpty()) {
            return new Operation(method, path, query, null, "", List.of(), true);
        }
        String type = content.propertyNames().iterator().next();
        return new Operation(
                method, path, query, type, content.get(type).path("example").toString(), List.of(), true);
    }

    private static JsonNode resolved(JsonNode node, JsonNode document) {
        return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
    }

    /** The pages and what else is no operation of the API; {@code fields} are the names that forms have. */
    static List<Operation> ofPages(List<String> fields) {
        try {
            return Files.readAllLines(ROUTES).stream()
                    .filter(line -> !line.contains("/tenant/"))
                    .map(line -> line.split("\\s+"))
                    .filter(words -> !words[1].equals("/error"))
                    .map(words -> page(words[0].replace("ANY", "GET"), words[1], fields))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Operation page(String method, String path, List<String> fields) {
        Map<String, String> query = new TreeMap<>();
        if (method.equals("GET")) {
            PAGE_QUERY.forEach(name -> query.put(name, ""));
        }
        String type = method.equals("GET") ? null : "application/x-www-form-urlencoded";
        return new Operation(method, path, query, type, "", fields, false);
    }

    /** A copy of an example with the ids of this company, an external id that nobody has used, and one of some calls. */
    static JsonNode withIds(String example, Map<String, List<String>> ids, HostileValues values) {
        JsonNode body = Api.JSON.readTree(example);
        replaceIds(body, ids, values);
        return body;
    }

    private static void replaceIds(JsonNode node, Map<String, List<String>> ids, HostileValues values) {
        if (node instanceof ObjectNode object) {
            object.propertyNames().stream().toList().forEach(name -> {
                List<String> known = ids.getOrDefault(name.replaceFirst("s$", ""), List.of());
                if (name.equals("externalId")) {
                    object.put(name, "fuzz-" + values.number());
                } else if (name.equals("callId") && object.get(name).isString()) {
                    object.put(name, "fuzz-" + values.below(50)); // several events of each of some calls
                } else if (!known.isEmpty() && object.get(name).isIntegralNumber()) {
                    object.put(name, Long.parseLong(values.oneOf(known)));
                } else if (!known.isEmpty() && object.get(name).isArray()) {
                    object.putArray(name).add(Long.parseLong(values.oneOf(known)));
                }
            });
        }
        node.valueStream().forEach(child -> replaceIds(child, ids, values));
    }
}
