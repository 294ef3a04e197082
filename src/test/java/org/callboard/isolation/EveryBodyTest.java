package org.callboard.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.callboard.testing.Api;
import org.callboard.testing.Routes;
import org.callboard.testing.Routes.Route;
import org.callboard.testing.Server;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How bodies are read, asked of every operation that the published document gives one. */
class EveryBodyTest {

    static final JsonNode DOCUMENT = Api.send(HttpRequest.newBuilder(URI.create(Server.url() + "/openapi.json"))
                    .build())
            .json();

    /** Words of parsers and frameworks, which say nothing to who sent the body. */
    private static final Pattern OF_A_LIBRARY = Pattern.compile(
            "REDACTED|UNKNOWN|[Oo]ffset|[Bb]yte|Source:|[Jj]ackson|[Ss]pring|(org|java|tools)\\.|Exception|Unexpected"
                    + "|Unrecogni[sz]ed|expecting|out of bounds|[Dd]eseriali|[Tt]oken|[Mm]arker|Node\\b|null \\("
                    + "|must be (less|greater)|numeric value|Illegal|surrogate in|scale magnitude|UTF|BigDecimal|LinkedHashMap|Duplicate");

    private static final List<String> NO_JSON = List.of(
            "",
            " ",
            "{",
            "{\"",
            "{\"a\"",
            "{\"a\":",
            "{\"a\":\"",
            "{\"a\":\"\\",
            "{\"a\":\"\\u12",
            "{\"a\":tru",
            "{\"a\":-",
            "{\"a\":1e",
            "{\"a\":[",
            "{\"a\":1,",
            "{\"a\":1,}",
            "{a:1}",
            "{'a':1}",
            "{\"a\":NaN}",
            "{\"a\":+1}",
            "{\"a\":01}",
            "{\"a\":.5}",
            "{\"a\":0x1}",
            "{\"a\":\"\u0001\"}",
            "{\"a\":\"\\x\"}",
            "{\"a\" 1}",
            "{\"a\":1 \"b\":2}",
            "{\"a\":1]",
            "{\"a\":1}}",
            "{\"a\":1} {}",
            "{/* a */}",
            "{\"a\":1,\"a\":2}",
            "{\"a\":{\"b\":[{\"c\":1,\"c\":1}]}}",
            "[]",
            "null",
            "7",
            "\"a\"",
            "a=1&b=2",
            "<a/>",
            "[".repeat(60),
            "{\"a\":".repeat(60),
            "{\"a\":" + "9".repeat(500) + "}",
            "{\"a\":1e" + "9".repeat(500) + "}",
            "{\"" + "a".repeat(2000) + "\":1}");

    private static final List<byte[]> NO_TEXT = List.of(
            new byte[] {0},
            new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'},
            new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xc3, '"', '}'},
            new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xed, (byte) 0xa0, (byte) 0xbd, '"', '}'},
            new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xf0, (byte) 0x9f, '"', '}'},
            new byte[] {'{', '"', 'a', '"', ':', (byte) 0xc0, (byte) 0x80, '}'},
            "{\"a\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));

    /** JSON that no field can hold, though each field says so in its own words. */
    private static final List<String> WRONG_VALUES = List.of(
            "1e999999999",
            "-1e-999999999",
            "9".repeat(400),
            "1.5",
            "true",
            "\"\\ud83d\"",
            "\"\\ude00\\ud83d\"",
            "\"\\u0000\"",
            "{\"\\ud83d\":{}}",
            "[[[[]]]]");

    private final World world = new World();
    private final Api api = world.api;
    private final SoftAssertions all = new SoftAssertions();

    private record Operation(Route route, JsonNode schema) {

        List<String> dates() {
            return schema.path("properties").properties().stream()
                    .filter(property ->
                            property.getValue().path("format").asString("").equals("date-time"))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    private static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Route route : Routes.api()) {
            JsonNode schema = DOCUMENT.at("/paths")
                    .path(route.path())
                    .path(route.method().toLowerCase())
                    .at("/requestBody/content/application~1json/schema");
            if (!schema.isMissingNode()) {
                String reference = schema.path("$ref").asString("");
                operations.add(
                        new Operation(route, reference.isEmpty() ? schema : DOCUMENT.at(reference.substring(1))));
            }
        }
        assertThat(operations).hasSizeGreaterThan(25);
        return operations;
    }

    private static boolean mayBeLeftOut(Operation operation) {
        return !DOCUMENT.at("/paths")
                .path(operation.route.path())
                .path(operation.route.method().toLowerCase())
                .at("/requestBody/required")
                .asBoolean(false);
    }

    private String url(Operation operation) {
        return IsolationTest.url(operation.route, world.tenant.id, world::id);
    }

    private Api.Answer send(Operation operation, byte[] body, String... headers) {
        HttpRequest request = api.request(operation.route.method(), url(operation), "x", headers);
        return Api.send(HttpRequest.newBuilder(request, (name, value) -> true)
                .method(operation.route.method(), BodyPublishers.ofByteArray(body))
                .build());
    }

    private Api.Answer send(Operation operation, String body) {
        return send(operation, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A sixth of them for each operation, in turn: all are read by the same reader. */
    @Test
    void whatIsNoJsonObjectIsRefusedInOurWords() {
        List<byte[]> bodies = new ArrayList<>(NO_TEXT);
        NO_JSON.forEach(text -> bodies.add(text.getBytes(StandardCharsets.UTF_8)));
        int turn = 0;
        for (Operation operation : operations()) {
            for (int i = turn++ % 6; i < bodies.size(); i += 6) {
                byte[] body = bodies.get(i);
                Api.Answer answer = send(operation, body);
                String what = operation.route + " " + new String(body, StandardCharsets.UTF_8) + " " + answer.text();
                boolean fine = body.length == 0 && mayBeLeftOut(operation);
                all.assertThat(answer.status()).as(what).isEqualTo(fine ? 200 : 400);
                if (!fine) {
                    all.assertThat(answer.json().get("errors").size()).as(what).isEqualTo(1);
                    inOurWords(answer, what);
                }
            }
        }
        all.assertAll();
    }

    @Test
    void whatNoFieldCanHoldIsRefusedInOurWords() {
        for (Operation operation : operations()) {
            for (String value : WRONG_VALUES) {
                StringBuilder body = new StringBuilder("{\"nobody\":").append(value);
                operation
                        .schema
                        .path("properties")
                        .propertyNames()
                        .forEach(name ->
                                body.append(",\"").append(name).append("\":").append(value));
                Api.Answer answer = send(operation, body.append('}').toString());
                all.assertThat(answer.status())
                        .as(operation.route + " " + answer.text())
                        .isBetween(200, 499);
                inOurWords(answer, operation.route + " " + value + " " + answer.text());
            }
        }
        all.assertAll();
    }

    @Test
    void otherRefusalsAreInOurWordsToo() {
        for (Operation operation : operations()) {
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            // the framework takes a body of another kind for none where a DELETE has it
            boolean loose = operation.route.method().equals("DELETE");
            for (String type : List.of("application/x-www-form-urlencoded", "text/plain", "application/xml")) {
                Api.Answer answer = send(operation, body, "Content-Type", type);
                all.assertThat(answer.status())
                        .as(operation.route + " " + answer.text())
                        .isIn(415, loose ? 400 : 415);
                inOurWords(answer, operation.route + " " + answer.text());
            }
            boolean optional = mayBeLeftOut(operation);
            for (String type : List.of("application/x-www-form-urlencoded", "text/plain", "application/json")) {
                Api.Answer nothing = send(operation, new byte[0], "Content-Type", type);
                all.assertThat(nothing.status())
                        .as(operation.route + " " + type + nothing.text())
                        .isIn(optional ? List.of(200) : List.of(400, 415));
            }
            Api.Answer wrongMethod = Api.send(api.request("PROPFIND", url(operation), null));
            inOurWords(wrongMethod, operation.route + " " + wrongMethod.text());
        }
        Api.Answer wrongForm =
                Api.send(api.request("GET", api.path("crm/v2", "/leads"), null, "Accept", "application/xml"));
        assertThat(wrongForm.status()).isEqualTo(406);
        inOurWords(wrongForm, wrongForm.text());
        all.assertAll();
    }

    private void inOurWords(Api.Answer answer, String what) {
        if (answer.status() >= 400) {
            JsonNode refusal = answer.json();
            String said = refusal.get("title") + " "
                    + refusal.get("errors").valueStream().toList();
            all.assertThat(said).as(what).doesNotContainPattern(OF_A_LIBRARY);
        }
    }

    /** A date that .NET never set is absent; the last that it knows is kept; nothing is later. */
    @Test
    void datesAreReadAsProgramsWriteThem() {
        int dates = 0;
        for (Operation operation : operations()) {
            for (String date : operation.dates()) {
                dates++;
                if (operation.route.path().endsWith("/reschedule")
                        && date.toLowerCase(Locale.ROOT).endsWith("end")) {
                    continue; // it must come after the start that the appointment has
                }
                for (String written : List.of(
                        "2027-01-04T15:00:00.1234567Z",
                        "2027-01-04T15:00:00+0000",
                        "2027-01-04T15:00:00.123456-0500",
                        "2027-01-04 15:00:00+00:00",
                        "2027-01-04T15:00:00+00",
                        "9999-12-31T23:59:59.9999999Z",
                        "9999-12-31T23:59:59.9999999",
                        "9999-12-31T23:59:59.999999+00:00")) {
                    all.assertThat(wrong(operation, date, written))
                            .as(operation.route + " " + written)
                            .doesNotContain(date);
                }
                for (String notSet : List.of(
                        "0001-01-01T00:00:00", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+05:00", "0001-01-01")) {
                    all.assertThat(wrong(operation, date, notSet))
                            .as(operation.route + " " + notSet)
                            .isEqualTo(wrong(operation, date, null));
                }
                for (String no :
                        List.of("9999-12-31T23:59:59.9999999-05:00", "10000-01-01", "1899-12-31", "0001-13-01")) {
                    all.assertThat(wrong(operation, date, no))
                            .as(operation.route + " " + no)
                            .contains(date);
                }
            }
        }
        all.assertAll();
        assertThat(dates).isGreaterThan(6);
        String sent = api.get(api.path("crm/v2", "/bookings")).text()
                + api.get(api.path("crm/v2", "/leads")).text();
        assertThat(sent)
                .contains("9999-12-31T23:59:59.999999Z")
                .doesNotContain("+10000-")
                .doesNotContain("\"0001-");
    }

    /** A text that a new record must have is refused blank in a change too, whatever the blank is. */
    @Test
    void whatANewRecordNeedsNoChangeTakesAway() {
        List<Operation> operations = operations();
        Set<String> needed = new TreeSet<>();
        for (Operation change : operations) {
            String list = change.route.path().replaceFirst("/\\{\\w+}$", "");
            Optional<Operation> made = operations.stream()
                    .filter(one -> one.route.toString().equals("POST " + list))
                    .findFirst();
            if (!change.route.method().equals("PATCH") || made.isEmpty()) {
                continue;
            }
            for (String text : change.schema.path("properties").propertyNames()) {
                for (String blank : List.of(" ", "\t\n", "\u00a0", "\u200b\u2060", "\u3164", "\u2800")) {
                    if (refusedBlank(made.get(), text, blank)) {
                        needed.add(change.route.path().replaceFirst(".*/\\{tenant}/", "") + " " + text);
                        all.assertThat(refusedBlank(change, text, blank))
                                .as(change.route + " " + text + " U+%04x".formatted((int) blank.charAt(0)))
                                .isTrue();
                    } else {
                        all.assertThat(needed)
                                .as("%s %s U+%04x", made.get().route, text, (int) blank.charAt(0))
                                .doesNotContain(change.route.path().replaceFirst(".*/\\{tenant}/", "") + " " + text);
                    }
                }
            }
        }
        all.assertAll();
        assertThat(needed)
                .contains(
                        "booking-provider/{booking_provider}/bookings/{id} externalId",
                        "booking-provider/{booking_provider}/bookings/{id} name",
                        "booking-provider/{booking_provider}/bookings/{id} source",
                        "booking-provider-tags/{id} tagName",
                        "customers/{id} name",
                        "customers/{id}/contacts/{contactId} value",
                        "locations/{id} name");
    }

    private boolean refusedBlank(Operation operation, String field, String blank) {
        ObjectNode body = Api.JSON.createObjectNode();
        body.put(field, blank);
        Api.Answer answer = send(operation, body.toString());
        return answer.status() == 400
                && answer.json().get("errors").path(field).toString().contains("This field is required.");
    }

    /** What was refused, or of an inquiry left out. */
    private List<String> wrong(Operation operation, String field, @Nullable String date) {
        ObjectNode body = (ObjectNode) Api.JSON.readTree(World.body(operation.route.toString()));
        body.put(field, date);
        if (body.has("externalId")) {
            body.put("externalId", "walk-" + field + date);
        }
        if (operation.route.path().endsWith("/imports/{id}/check")) {
            api.post(url(operation).replace("/check", "/cancel"), ""); // while a list is looked at nothing is chosen
        }
        Api.Answer answer = send(operation, body.toString());
        assertThat(answer.status()).as(operation.route + answer.text()).isLessThan(500);
        if (answer.status() == 400) {
            return List.copyOf(answer.json().get("errors").propertyNames());
        }
        String leftOut = answer.header("Callboard-Ignored");
        return leftOut == null ? List.of() : List.of(leftOut.split(", "));
    }
}
