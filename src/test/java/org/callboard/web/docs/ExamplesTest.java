package org.callboard.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.callboard.campaigns.Campaign;
import org.callboard.campaigns.CampaignCategories;
import org.callboard.campaigns.CampaignCategory;
import org.callboard.campaigns.Campaigns;
import org.callboard.jobreasons.JobCancelReasons;
import org.callboard.jobreasons.JobHoldReasons;
import org.callboard.jobreasons.ReasonName;
import org.callboard.jobs.Jobs;
import org.callboard.leads.LeadForm;
import org.callboard.leads.LeadForms;
import org.callboard.settings.CallReason;
import org.callboard.settings.CallReasons;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.settings.Technician;
import org.callboard.settings.Technicians;
import org.callboard.testing.Api;
import org.callboard.testing.Eventually;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.TestPictures;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Every example of the published document is sent, and what comes back is what the document shows. */
class ExamplesTest {

    private static final Path ANSWERS = Path.of("src", "main", "resources", "openapi", "answers.json");
    private static final String ADDRESS = "https://callboard.test/openapi";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z";
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static final JsonNode DOCUMENT = Api.send(HttpRequest.newBuilder(URI.create(Server.url() + "/openapi.json"))
                    .build())
            .json();

    private record Place(String method, String path) {
        String pointer() {
            return "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method;
        }
    }

    private final Examples examples = Examples.read();
    private final Map<String, Place> places = places();
    private final SoftAssertions all = new SoftAssertions();

    private static Map<String, Place> places() {
        Map<String, Place> places = new TreeMap<>();
        DOCUMENT.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> places.put(
                                operation.getValue().get("operationId").stringValue(),
                                new Place(operation.getKey(), path.getKey()))));
        return places;
    }

    @Test
    void everyOperationHasOneExampleOfEachThingThatGoesInOrOut() {
        assertThat(examples.steps().stream()
                        .filter(Examples.Step::isExample)
                        .map(Examples.Step::operation)
                        .sorted())
                .containsExactlyElementsOf(places.keySet());
        places.forEach((name, place) -> {
            JsonNode operation = DOCUMENT.at(place.pointer());
            all.assertThat(operation.path("summary").asString()).as(name).isNotBlank();
            for (JsonNode parameter : operation.path("parameters")) {
                JsonNode said = parameter.has("$ref")
                        ? DOCUMENT.at(parameter.get("$ref").stringValue().substring(1))
                        : parameter;
                all.assertThat(said.path("description").asString())
                        .as(name + " " + said.get("name"))
                        .isNotBlank();
                if (said.path("required").asBoolean()) {
                    all.assertThat(said.has("example"))
                            .as(name + " " + said.get("name"))
                            .isTrue();
                }
            }
            for (String content : List.of("/requestBody/content", "/responses/200/content", "/responses/202/content")) {
                operation.at(content).properties().forEach(type -> {
                    if (type.getKey().contains("json") || type.getKey().contains("form-urlencoded")) {
                        all.assertThat(type.getValue().has("example"))
                                .as(name + content)
                                .isTrue();
                    }
                });
            }
            all.assertThat(operation.get("responses").propertyNames()).as(name).contains(success(operation), "400");
        });
        all.assertAll();
    }

    @Test
    void everyExampleIsOfItsSchema() {
        SchemaRegistry registry = SchemaRegistry.withDialect(
                Dialects.getOpenApi31(),
                builder -> builder.schemas(Map.of(ADDRESS, DOCUMENT.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
        int checked = 0;
        for (Map.Entry<String, Place> place : places.entrySet()) {
            for (String content : List.of("/requestBody/content", "/responses/200/content", "/responses/202/content")) {
                String pointer = place.getValue().pointer() + content + "/application~1json";
                JsonNode type = DOCUMENT.at(pointer);
                if (type.has("example")) {
                    String at = ADDRESS + "#"
                            + (pointer + "/schema").replace("{", "%7B").replace("}", "%7D");
                    all.assertThat(registry.getSchema(SchemaLocation.of(at)).validate(type.get("example")))
                            .as(place.getKey() + content)
                            .isEmpty();
                    checked++;
                }
            }
        }
        all.assertAll();
        assertThat(checked).isGreaterThan(140);
    }

    @Test
    void theStoryGoesAsTheExamplesTellIt() throws IOException {
        Shop shop = company();
        Api api = shop.tenant.merging();
        Map<String, JsonNode> values = new HashMap<>(examples.given());
        values.put("tenant", Api.JSON.valueToTree(api.tenant));
        values.put("clientId", Api.JSON.valueToTree(api.connection.clientId()));
        values.put("clientSecret", Api.JSON.valueToTree(api.connection.clientSecret()));
        ObjectNode now = Api.JSON.createObjectNode();
        for (Examples.Step step : examples.steps()) {
            work(step);
            Api.Answer answer = answer(api, step, values);
            assertThat(Integer.toString(answer.status()))
                    .as(step.operation() + " " + answer.text())
                    .isEqualTo(success(DOCUMENT.at(places.get(step.operation()).pointer())));
            String type = Objects.requireNonNullElse(answer.header("Content-Type"), "");
            if (type.startsWith("application/json") && !answer.text().isEmpty()) {
                if (step.isExample()) {
                    now.set(step.operation(), answer.json());
                }
                step.keep(answer.json(), values);
            } else if (type.startsWith("application/x-ndjson")) {
                now.put(step.operation(), answer.text().lines().findFirst().orElseThrow());
            } else if (type.startsWith("text/csv")) {
                now.put(step.operation(), answer.text());
            }
        }
        if (Boolean.getBoolean("golden.accept")) {
            Files.writeString(
                    ANSWERS,
                    now.properties().stream()
                            .map(answer -> "  \"" + answer.getKey() + "\": " + fit(answer.getValue()))
                            .collect(Collectors.joining(",\n", "{\n", "\n}\n")));
            return;
        }
        assertThat(examples.answers().propertyNames()).containsExactlyInAnyOrderElementsOf(now.propertyNames());
        now.properties()
                .forEach(answer -> all.assertThat(plain("id", answer.getValue()))
                        .as(answer.getKey() + " (where this is how it should be: -Dgolden.accept=true)")
                        .isEqualTo(plain(
                                "id", Objects.requireNonNull(examples.answers().get(answer.getKey())))));
        all.assertAll();
    }

    /** The status of an operation's answer where all is well. */
    private static String success(JsonNode operation) {
        return Stream.of("200", "202", "302")
                .filter(status -> operation.get("responses").has(status))
                .findFirst()
                .orElse("");
    }

    /** An import is stopped before its first row, which only works while nothing works in the background. */
    private static void work(Examples.Step step) {
        if (step.operation().equals("Imports_Create") && step.isExample()) {
            Server.bean(Scheduler.class).pause();
        } else if (step.operation().equals("Imports_Check")) {
            Server.bean(Scheduler.class).resume();
        }
    }

    private Api.Answer answer(Api api, Examples.Step step, Map<String, JsonNode> values) {
        if (step.until() == null) {
            return send(api, step, values);
        }
        AtomicReference<Api.Answer> answer = new AtomicReference<>();
        Eventually.is(true, () -> {
            answer.set(send(api, step, values));
            return step.until().entrySet().stream()
                    .allMatch(want ->
                            answer.get().json().at(want.getKey()).asString().equals(want.getValue()));
        });
        return answer.get();
    }

    /** What the story finds: settings of each kind, and a job. */
    private static Shop company() {
        Shop shop = new Shop();
        long tenant = shop.tenant.id;
        shop.tenant.caller.run(() -> {
            Server.bean(JdbcClient.class)
                    .sql("update business_unit set active = false where id = :id")
                    .param("id", shop.otherUnit)
                    .update();
            CampaignCategory category = Server.bean(CampaignCategories.class)
                    .add(tenant, new CampaignCategory.Details("Online", CampaignCategory.Type.Regular));
            Server.bean(Campaigns.class).add(tenant, new Campaign.Details("Search ads", category.id()));
            Server.bean(CallReasons.class).add(tenant, new CallReason.Details("Wants a price first", true));
            Server.bean(JobCancelReasons.class).add(tenant, new ReasonName("Customer changed their mind"));
            Server.bean(JobHoldReasons.class).add(tenant, new ReasonName("Waiting for parts"));
            Server.bean(TagTypes.class).add(tenant, new TagType.Details("VIP"));
            Server.bean(Technicians.class).add(tenant, new Technician.Details("Sam Lee", null, null, shop.unit));
            Server.bean(CustomFieldTypes.class).add(tenant, "customer", "Pets", CustomFieldType.DataType.Text, null);
            Server.bean(CustomFieldTypes.class)
                    .add(tenant, "location", "Gate code", CustomFieldType.DataType.Text, null);
            Server.bean(LeadForms.class).add(tenant, new LeadForm.Details("Call me", shop.campaign, shop.reason, null));
        });
        long customer = shop.customer("Robin Hale", "937-555-0100", "7 Elm St");
        shop.tenant.caller.run(() -> {
            long location = Server.bean(JdbcClient.class)
                    .sql("select id from location")
                    .query(Long.class)
                    .single();
            long technician = Server.bean(JdbcClient.class)
                    .sql("select id from technician")
                    .query(Long.class)
                    .single();
            Server.bean(Jobs.class).book(tenant, Shop.visitedBy(shop.jobDraft(customer, location), technician));
        });
        return shop;
    }

    private Api.Answer send(Api api, Examples.Step step, Map<String, JsonNode> values) {
        Place place = Objects.requireNonNull(places.get(step.operation()), step.operation());
        String path = place.path.replace("{tenant}", Long.toString(api.tenant));
        for (Map.Entry<String, String> variable : Objects.requireNonNullElse(step.path(), Map.<String, String>of())
                .entrySet()) {
            String value = Examples.fill(variable.getValue(), values).asString();
            path = path.replace("{" + variable.getKey() + "}", value);
        }
        assertThat(path).as(step.operation()).doesNotContain("{");
        if (step.query() != null) {
            path += step.query().entrySet().stream()
                    .map(one -> one.getKey() + "=" + encoded(Examples.fill(one.getValue(), values)))
                    .collect(Collectors.joining("&", "?", ""));
        }
        JsonNode body = step.filled(values);
        if (step.form() != null) {
            return Api.takeToken(Objects.requireNonNull(body).properties().stream()
                    .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                    .collect(Collectors.joining("&")));
        }
        String method = place.method.toUpperCase();
        String text = body == null ? null : body.toString();
        if (step.text() != null) {
            return Api.send(HttpRequest.newBuilder(api.request("GET", path, null), (name, value) -> true)
                    .header("Content-Type", "text/csv")
                    .POST(BodyPublishers.ofString(step.text()))
                    .build());
        }
        if (!Boolean.TRUE.equals(step.file())) {
            return Api.send(api.request(method, path, text));
        }
        HttpRequest upload = api.request("GET", path, null);
        return Api.send(HttpRequest.newBuilder(upload, (name, value) -> true)
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(TestPictures.jpeg(40, 30)))
                .build());
    }

    private static String encoded(JsonNode value) {
        return URLEncoder.encode(value.asString(), StandardCharsets.UTF_8);
    }

    /**
     * An answer without what differs from one time to the next: ids, times, tokens and the digits in texts. An answer that
     * is a bare number is an id.
     */
    private static JsonNode plain(String name, JsonNode node) {
        if (node.isObject()) {
            ObjectNode object = Api.JSON.createObjectNode();
            node.properties().forEach(field -> object.set(field.getKey(), plain(field.getKey(), field.getValue())));
            return object;
        } else if (node.isArray()) {
            return Api.JSON
                    .createArrayNode()
                    .addAll(node.valueStream().map(item -> plain(name, item)).toList());
        } else if (node.isNumber() && name.matches("id|kept|removed|result|.*(Id|Ids|By)")) {
            return StringNode.valueOf("<id>");
        } else if (node.isString()
                && List.of("secret", "access_token", "continueFrom", "planTag").contains(name)) {
            return StringNode.valueOf("<secret>");
        } else if (node.isString()) {
            return StringNode.valueOf(fit(node.stringValue())
                    .replaceAll(TIME, "<time>")
                    .replaceAll(UUID, "<uuid>")
                    .replaceAll("\\d+", "#"));
        }
        return node;
    }

    /** As it is published: without this machine's address and without anything that looks like a secret of somebody. */
    private static JsonNode fit(JsonNode node) {
        String text = fit(node.toString())
                .replaceAll("\"access_token\":\"[^\"]+\"", "\"access_token\":\"eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmVk\"")
                .replaceAll("\"whsec_[^\"]+\"", "\"whsec_Q2FsbGJvYXJkJ3MgZXhhbXBsZSBzZWNyZXQgMDAwMDE=\"");
        return Api.JSON.readTree(text);
    }

    private static String fit(String text) {
        return text.replace(Server.url(), "https://callboard.example.com")
                .replaceAll("Test company \\d+", "Ridgeline")
                .replaceAll("owner\\d+@company\\d+\\.test", "owner@ridgeline.example");
    }
}
