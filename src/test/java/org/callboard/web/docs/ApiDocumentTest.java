package org.callboard.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.callboard.testing.Api;
import org.callboard.testing.Routes;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiDocumentTest {

    private static final JsonNode DOCUMENT = read("/openapi.json").json();

    @Test
    void everyRouteOfTheApiIsInTheDocumentAndNothingElse() {
        TreeSet<String> documented = new TreeSet<>();
        DOCUMENT.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> documented.add(method.toUpperCase() + " " + path.getKey())));
        TreeSet<String> routes = new TreeSet<>(List.of("POST /connect/token"));
        Routes.api().forEach(route -> routes.add(route.method() + " " + route.path()));
        assertThat(documented).isEqualTo(routes);
    }

    @Test
    void itSaysWhatItIsAndHowToSignIn() {
        assertThat(text("/openapi")).startsWith("3.1");
        assertThat(text("/info/title")).isEqualTo("Callboard");
        assertThat(text("/info/license/name")).isEqualTo("Apache-2.0");
        assertThat(text("/servers/0/url")).isEqualTo("/");
        assertThat(text("/components/securitySchemes/token/flows/clientCredentials/tokenUrl"))
                .isEqualTo("/connect/token");
        assertThat(text("/components/securitySchemes/appKey/name")).isEqualTo("ST-App-Key");
        operations()
                .filteredOn(
                        operation -> !operation.get("operationId").stringValue().equals("Token_Create"))
                .allSatisfy(operation -> {
                    JsonNode security = operation.get("security");
                    assertThat(security).as("scopes that open it, each alone").isNotEmpty();
                    assertThat(security).allSatisfy(way -> {
                        assertThat(way.propertyNames()).containsExactlyInAnyOrder("token", "appKey");
                        assertThat(way.get("token")).hasSize(1);
                    });
                });
    }

    @Test
    void everyOperationHasAnIdOfItsOwnASummaryAndTheSharedAnswers() {
        List<String> ids = DOCUMENT.at("/paths").findValuesAsString("operationId");
        assertThat(ids).doesNotHaveDuplicates().noneMatch(id -> id.matches(".*_\\d+"));
        operations()
                .allSatisfy(operation ->
                        assertThat(operation.get("summary").stringValue()).isNotBlank());
        JsonNode create = DOCUMENT.at("/paths/~1crm~1v2~1tenant~1{tenant}~1booking-provider-tags/post");
        assertThat(create.get("responses").propertyNames())
                .containsExactlyInAnyOrder("200", "400", "401", "403", "406", "409", "413", "415", "422", "429");
        assertThat(create.get("parameters").get(1).get("$ref").stringValue()).endsWith("IdempotencyKey");
        assertThat(text("/components/responses/Refused409/content/application~1json/schema/$ref"))
                .isEqualTo("#/components/schemas/ApiErrorResponse");
    }

    @Test
    void queryParametersHaveTheTypesTheyHaveInAUrl() {
        JsonNode parameters = DOCUMENT.at("/paths/~1crm~1v2~1tenant~1{tenant}~1booking-provider-tags/get/parameters");
        assertThat(parameters
                        .valueStream()
                        .map(parameter -> parameter.get("name").stringValue()
                                + ":"
                                + parameter.get("schema").get("type").stringValue()))
                .contains("ids:string", "sort:string", "page:integer", "includeTotal:boolean", "createdBefore:string");
        assertThat(parameters
                        .valueStream()
                        .filter(parameter -> parameter.get("name").stringValue().equals("pageSize"))
                        .findFirst()
                        .orElseThrow()
                        .get("schema"))
                .isEqualTo(Api.JSON.readTree(
                        "{\"type\":\"integer\",\"format\":\"int32\",\"default\":50,\"minimum\":1,\"maximum\":5000}"));
    }

    @Test
    void requiredAndNullableFieldsAreMarked() {
        assertThat(required("CreateBookingProviderTagRequest")).containsExactly("description", "tagName");
        assertThat(required("UpdateBookingProviderTagRequest")).isEmpty();
        assertThat(required("UpdateContactRequest")).containsExactly("isArchived");
        assertThat(DOCUMENT.at("/components/schemas/UpdateContactRequest/properties/name/type"))
                .isEqualTo(Api.JSON.readTree("[\"string\",\"null\"]"));
        assertThat(DOCUMENT.get("components").get("schemas").propertyNames())
                .noneMatch(name -> name.startsWith("Patch"));
        assertThat(required("CampaignResponse")).containsExactly("active", "createdOn", "id", "modifiedOn", "name");
        assertThat(text("/components/schemas/CampaignResponse/properties/category/anyOf/1/type"))
                .isEqualTo("null");
        assertThat(DOCUMENT.at("/components/schemas/EmployeeResponse/properties/role/enum")
                        .valueStream()
                        .map(JsonNode::stringValue))
                .hasSize(17)
                .startsWith("Unspecified", "Technician", "Dispatch")
                .contains("CSR");
        assertThat(DOCUMENT.at("/components/schemas/EmployeeResponse/properties/email/type"))
                .isEqualTo(Api.JSON.readTree("[\"string\",\"null\"]"));
    }

    /** As whoever reads one by one knows it from the record itself. */
    @Test
    void aFeedPromisesWhatItsRecordsPromise() {
        for (String kind : List.of("Booking", "Lead")) {
            String feed = "Export" + kind + (kind.equals("Lead") ? "sResponse" : "Response");
            assertThat(required(feed)).containsAll(required(kind + "Response")).contains("active", "id", "status");
        }
        DOCUMENT.at("/components/schemas").properties().stream()
                .filter(schema -> schema.getKey().startsWith("Export"))
                .filter(schema -> schema.getValue().get("properties").size() > 2) // others are only named in one
                .forEach(schema -> assertThat(required(schema.getKey()))
                        .as(schema.getKey())
                        .hasSizeGreaterThan(2));
    }

    /** What a program has of an answer it sends in the same place, and would not learn that half of it is left out. */
    @Test
    void everyAddressThatIsSentHasThePartsOfOneThatIsAnswered() {
        JsonNode schemas = DOCUMENT.at("/components/schemas");
        TreeSet<String> missing = new TreeSet<>();
        TreeSet<String> sent = new TreeSet<>();
        DOCUMENT.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    JsonNode body = operation.getValue().at("/requestBody/content/application~1json/schema");
                    JsonNode address = parts(parts(body).path("address"));
                    if (address.isObject()) {
                        String ref = operation.getKey() + " " + path.getKey();
                        sent.add(ref);
                        boolean placed = path.getKey().matches(".*/(customers|locations|addresses)(/.*)?");
                        List<String> expected =
                                List.copyOf(schemas.at(placed ? "/CustomerAddress/properties" : "/Address/properties")
                                        .propertyNames());
                        expected.stream()
                                .filter(part -> !address.has(part))
                                .forEach(part -> missing.add(ref + " " + part));
                    }
                }));
        assertThat(missing).isEmpty();
        assertThat(sent).hasSizeGreaterThan(7);
    }

    /** The properties of a schema, of its reference, or of what else than null it may be. */
    private static JsonNode parts(JsonNode schema) {
        if (schema.has("$ref")) {
            return parts(DOCUMENT.at(schema.get("$ref").stringValue().substring(1)));
        }
        for (JsonNode one : schema.path("anyOf").isArray() ? schema.get("anyOf") : schema.path("oneOf")) {
            if (!one.path("type").asString("").equals("null")) {
                return parts(one);
            }
        }
        return schema.path("properties");
    }

    @Test
    void everyHeaderOfAnAnswerHasASchema() {
        assertThat(DOCUMENT.findValues("headers"))
                .isNotEmpty()
                .allSatisfy(headers -> assertThat(headers.valueStream())
                        .allMatch(header -> header.has("$ref") || header.has("schema")));
    }

    @Test
    void theWordsOfAPathAreTheOnesThatAnswersHave() {
        String relationship = "/paths/~1crm~1v2~1tenant~1{tenant}~1contacts~1{contactId}~1relationships";
        for (String operation : List.of("/get", "~1{relatedEntityId}~1{typeSlug}/post")) {
            assertThat(DOCUMENT.at(relationship + operation + "/parameters")
                            .valueStream()
                            .filter(parameter ->
                                    parameter.path("name").asString("").equals("typeSlug"))
                            .flatMap(parameter -> parameter.at("/schema/enum").valueStream())
                            .map(JsonNode::stringValue))
                    .containsExactly("customer", "location", "booking");
        }
    }

    @Test
    void theTagOfARecordAndWhatItIsGoodForAreDocumented() {
        JsonNode customer = DOCUMENT.at("/paths/~1crm~1v2~1tenant~1{tenant}~1customers~1{id}");
        assertThat(headers(customer.get("get"))).containsExactly("IfNoneMatch");
        assertThat(customer.at("/get/responses").propertyNames()).contains("200", "304", "404");
        assertThat(headers(customer.get("patch"))).containsExactly("IdempotencyKey", "IfMatch", "IfNoneMatch");
        assertThat(customer.at("/patch/responses").propertyNames())
                .contains("200", "412")
                .doesNotContain("304");
        assertThat(customer.at("/patch/responses/200/headers/ETag/$ref").stringValue())
                .isEqualTo("#/components/headers/ETag");
        assertThat(customer.at("/patch/responses/200/content/application~1json/schema/$ref")
                        .stringValue())
                .endsWith("/CustomerResponse");
        JsonNode entry = DOCUMENT.at("/paths/~1crm~1v2~1tenant~1{tenant}~1customers~1{id}~1contacts~1{contactId}");
        assertThat(headers(entry.get("delete"))).containsExactly("IfMatch", "IfNoneMatch");
        JsonNode list = DOCUMENT.at("/paths/~1crm~1v2~1tenant~1{tenant}~1customers/get");
        assertThat(headers(list)).containsExactly("Follow");
        assertThat(list.get("responses").propertyNames()).doesNotContain("304", "412");
        assertThat(DOCUMENT.get("components").get("schemas").propertyNames())
                .doesNotContain("Precondition", "EntityTag");
    }

    /** The last parts of the references to shared parameters, all of which are headers. */
    private static List<String> headers(JsonNode operation) {
        return operation
                .get("parameters")
                .valueStream()
                .filter(parameter -> parameter.has("$ref"))
                .map(parameter -> parameter.get("$ref").stringValue().replaceFirst(".*/", ""))
                .toList();
    }

    @Test
    void itIsValidByTheSpecification() {
        ParseOptions whole = new ParseOptions();
        whole.setResolve(true);
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(DOCUMENT.toString(), null, whole);
        assertThat(result.getMessages()).isEmpty();
        assertThat(new OpenAPIV3Parser()
                        .readContents(DOCUMENT.toString().replace("\"summary\":", "\"sumary\":"), null, whole)
                        .getMessages())
                .as("the parser really looks")
                .isNotEmpty();
    }

    @Test
    void whatLintersAskForIsThere() {
        List<String> tags = DOCUMENT.get("tags")
                .valueStream()
                .map(tag -> tag.get("name").stringValue())
                .toList();
        operations()
                .allSatisfy(operation -> assertThat(
                                operation.get("tags").valueStream().map(JsonNode::stringValue))
                        .isNotEmpty()
                        .isSubsetOf(tags));
        assertThat(DOCUMENT.findValues("tags").size()).isGreaterThan(100);
        assertThat(DOCUMENT.at("/info/contact/name").stringValue()).isNotBlank();
        assertThat(DOCUMENT.findValuesAsString("pattern"))
                .as("regular expressions of JavaScript have no flags in front")
                .isNotEmpty()
                .noneMatch(pattern -> pattern.startsWith("(?"));
    }

    /** For linters outside of this build; CONTRIBUTING.md names one. */
    @Test
    void theDocumentIsLeftForLinters() throws IOException {
        Path file = Path.of("target", "openapi.json");
        Files.writeString(file, DOCUMENT.toPrettyString());
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(DOCUMENT.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(DOCUMENT.at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
    }

    private static org.assertj.core.api.ListAssert<JsonNode> operations() {
        return assertThat(DOCUMENT.get("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .toList());
    }

    private static List<String> required(String schema) {
        JsonNode required = DOCUMENT.at("/components/schemas/" + schema + "/required");
        return required.isMissingNode()
                ? List.of()
                : required.valueStream().map(JsonNode::stringValue).sorted().toList();
    }

    private static String text(String pointer) {
        return DOCUMENT.at(pointer).stringValue();
    }

    private static Api.Answer read(String path) {
        return Api.send(HttpRequest.newBuilder(URI.create(Server.url() + path)).build());
    }
}
