package org.callboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.callboard.testing.Api;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a client sends gets an answer that names what is wrong, and leaves nothing behind. */
class MalformedRequestsTest {

    private static final String BOOKING = """
            {"source":"W","name":"Jordan","summary":"s","isFirstTimeClient":true,"externalId":"e-1","start":null,
             "campaignId":null,"priority":"Low","address":{"street":"1 A St","city":"D","state":"OH","zip":"4","country":"US"},
             "contacts":[{"type":"Phone","value":"937-555-0142","memo":null}],"uploadedImages":null}
            """;

    private final Shop shop = new Shop();
    private final Api api = shop.tenant.api();
    private final String bookings = api.path("crm/v2", "/booking-provider/" + shop.provider.id() + "/bookings");

    /** A field of the body, what stands there now, and what is put there instead. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name              | \"Jordan\"       | {}",
                "name              | \"Jordan\"       | []",
                "name              | \"Jordan\"       | 1e400",
                "name              | \"Jordan\"       | true",
                "name              | \"Jordan\"       | \"a\\u0000b\"",
                "name              | \"Jordan\"       | \"\\ud83d\"",
                "summary           | \"s\"            | 12",
                "isFirstTimeClient | true             | \"true\"",
                "isFirstTimeClient | true             | 1",
                "start             | \"start\":null   | \"start\":\"2026-02-30T10:00:00Z\"",
                "start             | \"start\":null   | \"start\":\"+999999999-12-31T23:59:59Z\"",
                "start             | \"start\":null   | \"start\":\"0000-01-01T00:00:00Z\"",
                "start             | \"start\":null   | \"start\":1790000000",
                "start             | \"start\":null   | \"start\":{}",
                "campaignId        | \"campaignId\":null | \"campaignId\":9223372036854775808",
                "campaignId        | \"campaignId\":null | \"campaignId\":9223372036854775807",
                "campaignId        | \"campaignId\":null | \"campaignId\":-1",
                "campaignId        | \"campaignId\":null | \"campaignId\":1.5",
                "campaignId        | \"campaignId\":null | \"campaignId\":1e999999999",
                "campaignId        | \"campaignId\":null | \"campaignId\":1e9999999999",
                "campaignId        | \"campaignId\":null | \"campaignId\":\"12a\"",
                "priority          | \"Low\"          | \"Lowest\"",
                "priority          | \"Low\"          | 3",
                "address           | {\"street\":\"1 A St\",\"city\":\"D\",\"state\":\"OH\",\"zip\":\"4\",\"country\":\"US\"} | \"1 A St\"",
                "address.zip       | \"zip\":\"4\"     | \"zip\":45402",
                "contacts          | [{\"type\":\"Phone\",\"value\":\"937-555-0142\",\"memo\":null}] | {}",
                "contacts[0]       | [{\"type\":\"Phone\",\"value\":\"937-555-0142\",\"memo\":null}] | [7]",
                "contacts[0].value | \"937-555-0142\" | null",
                "uploadedImages    | \"uploadedImages\":null | \"uploadedImages\":\"https://example.com\"",
                "uploadedImages[0] | \"uploadedImages\":null | \"uploadedImages\":[5]",
            })
    void aWrongFieldIsNamed(String field, String now, String then) {
        assertThat(BOOKING).contains(now);
        refused(post(BOOKING.replace(now, then)), field);
    }

    @Test
    void aLongStringIsNamedToo() {
        refused(post(BOOKING.replace("\"Jordan\"", '"' + "x".repeat(2_000_000) + '"')), "name");
        refused(post(BOOKING.replace("\"Jordan\"", '"' + "x".repeat(500_000) + '"')), "name");
        refused(post(BOOKING.replace("\"937-555-0142\"", '"' + "5".repeat(321) + '"')), "contacts[0].value");
    }

    @Test
    void whatIsNoJsonObjectIsRefused() {
        List<byte[]> bodies = new ArrayList<>();
        for (String body : List.of(
                "",
                " ",
                "{",
                "nonsense",
                "null",
                "[]",
                "1",
                "\"x\"",
                "{\"name\":}",
                "{\"a\":1}{\"b\":2}",
                "{'name':'x'}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "[".repeat(100_000),
                "{\"address\":".repeat(1000))) {
            bodies.add(body.getBytes(StandardCharsets.UTF_8));
        }
        bodies.add(new byte[] {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xff, (byte) 0xfe, '"', '}'});
        bodies.add(new byte[] {0, 1, 2, 3});
        for (byte[] body : bodies) {
            var request = api.request("POST", bookings, "x");
            var sent = HttpRequest.newBuilder(request, (name, value) -> true)
                    .POST(BodyPublishers.ofByteArray(body))
                    .build();
            Api.Answer answer = Api.send(sent);
            assertThat(answer.status())
                    .as(new String(body, StandardCharsets.UTF_8))
                    .isEqualTo(400);
            assertThat(answer.json().get("errors").size()).isPositive();
        }
    }

    /** Whoever sends it sees why it was refused, and no broken pipe, whether its length was announced or not. */
    @Test
    void aBodyBeyondTheLimitIsCutOff() {
        String tooLong = "{\"a\":[" + "\"x\",".repeat(5 << 20) + "1]}";
        assertThat(api.post(bookings, tooLong).status()).isEqualTo(413);
        assertThat(api.post(bookings, tooLong, "Idempotency-Key", "too-long").status())
                .isEqualTo(413);
        byte[] bytes = tooLong.getBytes(StandardCharsets.UTF_8);
        HttpRequest inPieces = HttpRequest.newBuilder(api.request("POST", bookings, "x"), (name, value) -> true)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                .build();
        assertThat(Api.send(inPieces).status()).isEqualTo(413);
    }

    @Test
    void emojiAndEveryScriptAreWelcome() {
        Api.Answer answer = api.post(bookings, BOOKING.replace("Jordan", "Zoë 🔥 Ñandú 李雷 \\ud83d\\ude00"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("name").stringValue()).isEqualTo("Zoë 🔥 Ñandú 李雷 😀");
    }

    @Test
    void wrongPathsAndHeadersAreRefused() {
        refused(api.get(bookings + "/9223372036854775808"), "id");
        refused(api.get(bookings + "/abc"), "id");
        refused(api.get(api.path("crm/v2", "/contacts/1-1-1-1-1")), "id");
        assertThat(api.get(bookings + "/9223372036854775807").status()).isEqualTo(404);
        assertThat(api.get(bookings + "/-1").status()).isEqualTo(404);
        assertThat(api.get(bookings + "/%00").status()).isBetween(400, 404);
        assertThat(api.get(bookings + "?externalId=%00").status()).isEqualTo(400);
        assertThat(api.get(bookings + "?page=99999999999").status()).isEqualTo(400);
        assertThat(api.get(bookings + "?page=2147483647&pageSize=5000").status())
                .isEqualTo(200);
        assertThat(Api.send(api.request("PUT", bookings, "{}")).status()).isEqualTo(405);
        assertThat(api.post(bookings, BOOKING, "Idempotency-Key", "k".repeat(300))
                        .status())
                .isEqualTo(400);
        assertThat(api.post(bookings, BOOKING, "Content-Type", "text/plain").status())
                .isEqualTo(415);
        assertThat(Api.send(api.request("GET", bookings, null, "Accept", "application/xml"))
                        .status())
                .isEqualTo(406);
        assertThat(Api.send(api.request("GET", bookings, "{}")).status()).isEqualTo(200);
    }

    @Test
    void allWrongParametersOfAQueryAreNamedTogether() {
        String customers = api.path("crm/v2", "/customers");
        assertThat(wrong(customers
                        + "?page=0&sort=Name&createdBefore=x&active=maybe&phone=1&latitude=91&externalDataKey=k&ids=a"))
                .containsExactly(
                        "active",
                        "createdBefore",
                        "externalDataApplicationGuid",
                        "externalDataValues",
                        "ids",
                        "latitude",
                        "longitude",
                        "page",
                        "phone",
                        "sort");
        assertThat(wrong(api.path("crm/v2", "/leads") + "?pageSize=0&status=Gone&leadPhone=%2B1&sort=x&isProspect=2"))
                .containsExactly("isProspect", "leadPhone", "pageSize", "sort", "status");
        Api.Answer strict =
                Api.send(api.request("GET", bookings + "?status=New&sort=x&page=0", null, "Prefer", "handling=strict"));
        assertThat(strict.json().get("errors").propertyNames()).containsExactly("page", "sort", "status");
        assertThat(wrong(customers + "?latitude=x&longitude=1").stream().toList())
                .as("what is wrong is not called missing too")
                .containsExactly("latitude");
    }

    @Test
    void aPreferenceIsReadAsItsStandardWritesIt() {
        String odd = BOOKING.replace("\"priority\":\"Low\"", "\"priority\":\"Lowest\"");
        for (String strict : List.of(
                "handling=strict",
                "handling=\"strict\"",
                "Handling = \"strict\"",
                "respond-async, handling=\"strict\"; a=b",
                "handling=strict, handling=lenient")) {
            assertThat(api.post(bookings, odd, "Prefer", strict).status())
                    .as(strict)
                    .isEqualTo(400);
        }
        for (String lenient : List.of(
                "handling=\"lenient\"",
                "handling=lenient, handling=strict",
                "handling=stricter",
                "mishandling=strict")) {
            assertThat(api.post(bookings, odd.replace("e-1", "e-" + lenient.hashCode()), "Prefer", lenient)
                            .status())
                    .as(lenient)
                    .isEqualTo(200);
        }
    }

    @Test
    void aSentenceIsSaidOnce() {
        for (String prefer : List.of("handling=strict", "handling=lenient")) {
            Api.Answer answer = api.post(api.path("crm/v2", "/leads"), "{}", "Prefer", prefer);
            answer.json()
                    .get("errors")
                    .forEach(
                            sentences -> assertThat(sentences).as(answer.text()).hasSize(1));
            assertThat(answer.json().get("errors").propertyNames()).contains("campaignId");
        }
    }

    private Collection<String> wrong(String path) {
        Api.Answer answer = api.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        answer.json().get("errors").forEach(sentences -> assertThat(sentences).hasSize(1));
        return answer.json().get("errors").propertyNames();
    }

    /** An inquiry is otherwise kept for what is right about it. */
    private Api.Answer post(String body) {
        return api.post(bookings, body, "Prefer", "handling=strict");
    }

    private void refused(Api.Answer answer, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().get("errors").propertyNames()).contains(field);
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("type", "title", "status", "traceId", "errors", "data");
        assertThat(api.get(bookings).json().get("data").size()).isZero();
    }
}
