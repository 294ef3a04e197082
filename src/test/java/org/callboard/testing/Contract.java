package org.callboard.testing;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.api.Assertions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds answers against the wire contract, where its file lies beside the project; without the file nothing is checked.
 * An unknown or missing key, a wrong type, a null that the contract does not allow and a status that it does not declare
 * all fail.
 */
public final class Contract {

    private static final Path FILE = Path.of("..", "shared", "contract", "crm-v2.openapi.yaml");
    private static final String ADDRESS = "https://callboard.test/contract";

    /** Statuses that every operation may answer, though the contract declares them nowhere or only here and there. */
    private static final Set<Integer> EVERYWHERE = Set.of(401, 403, 409, 412, 413, 415, 422, 429);

    private static final Contract CONTRACT = Files.exists(FILE) ? new Contract() : null;

    private final Map<String, String> pointers = new TreeMap<>();
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final JsonNode document;
    private final SchemaRegistry registry;

    private Contract() {
        document = read();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> method.getValue().has("operationId"))
                        .forEach(method -> pointers.put(
                                method.getValue().get("operationId").stringValue(),
                                "/paths/" + path.getKey().replace("~", "~0").replace("/", "~1") + "/"
                                        + method.getKey())));
        registry = SchemaRegistry.withDialect(
                Dialects.getOpenApi30(),
                builder -> builder.schemas(Map.of(ADDRESS, document.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    /** The contract's guid and decimal are its own names; a checker knows the first as uuid and needs none for the other. */
    private static JsonNode read() {
        try {
            String text = Files.readString(FILE).replace("format: guid", "format: uuid");
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(Integer.MAX_VALUE);
            JsonNode document = Api.JSON.valueToTree(new Yaml(options).load(text));
            removeNotes(document);
            return document;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void removeNotes(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.propertyNames().stream()
                    .filter(name -> name.startsWith("x-"))
                    .toList()
                    .forEach(object::remove);
        }
        node.valueStream().forEach(Contract::removeNotes);
    }

    /** Fails unless the contract's operation may answer so. Gives the answer back, for further checks. */
    public static Api.Answer check(String operation, Api.Answer answer) {
        check(operation, answer.status(), answer.text());
        return answer;
    }

    static void check(String operation, int status, String body) {
        if (CONTRACT != null) {
            CONTRACT.hold(operation, status, body);
        }
    }

    private void hold(String operation, int status, String body) {
        String at = pointers.get(operation);
        Assertions.assertThat(at).as("the contract's operation %s", operation).isNotNull();
        String what = operation + " answered " + status + " " + body;
        String response = at + "/responses/" + status;
        String schema;
        if (!document.at(response).isMissingNode()) {
            schema = response + "/content/application~1json/schema";
        } else {
            Assertions.assertThat(EVERYWHERE)
                    .as("a status the contract declares: %s", what)
                    .contains(status);
            schema = "/components/schemas/ApiErrorResponse";
        }
        if (document.at(schema).isMissingNode()) {
            Assertions.assertThat(body).as(what).isEmpty();
            return;
        }
        Assertions.assertThat(problems(schema, body)).as(what).isEmpty();
    }

    private List<String> problems(String pointer, String body) {
        JsonNode json = Api.JSON.readTree(body);
        if (json.isMissingNode()) {
            return List.of("There is no body.");
        }
        return schemas
                .computeIfAbsent(
                        pointer,
                        p -> registry.getSchema(SchemaLocation.of(
                                ADDRESS + "#" + p.replace("{", "%7B").replace("}", "%7D"))))
                .validate(json)
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** For the test of this class: what is wrong with a body of a component's kind; nothing where the file is not there. */
    static List<String> problemsOf(String component, String body) {
        return CONTRACT == null ? List.of() : CONTRACT.problems("/components/schemas/" + component, body);
    }

    static boolean isThere() {
        return CONTRACT != null;
    }
}
