package org.callboard.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.callboard.testing.Api;
import org.callboard.testing.Routes;
import org.callboard.testing.Routes.Route;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Bodies of every type, and none, sent to every operation. */
class BodyTypesTest {

    private static final List<String> TYPES = List.of(
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "text/csv",
            "application/octet-stream",
            "image/png",
            "text/plain",
            "application/xml",
            "nonsense");

    private final World world = new World();
    private final Api api = world.api;
    private final SoftAssertions all = new SoftAssertions();

    private Api.Answer sendAs(Route route, BodyPublisher body, String type) {
        return sendAs(route, "", body, type);
    }

    private Api.Answer sendAs(Route route, String query, BodyPublisher body, String type) {
        String url = IsolationTest.url(route, world.tenant.id, world::id) + query;
        HttpRequest request = api.request(route.method(), url, null, "Content-Type", type);
        return Api.send(HttpRequest.newBuilder(request, (name, value) -> true)
                .method(route.method(), body)
                .build());
    }

    /** With a length of 0, and in chunks of which there are none. */
    @Test
    void anEmptyBodyIsNoneWhateverItsType() {
        int walked = 0;
        for (Route route : Routes.api()) {
            JsonNode operation = EveryBodyTest.DOCUMENT
                    .at("/paths")
                    .path(route.path())
                    .path(route.method().toLowerCase());
            boolean takesFiles =
                    !operation.at("/requestBody/content/multipart~1form-data").isMissingNode();
            if (takesFiles || route.method().equals("GET")) {
                continue;
            }
            boolean needed = operation.at("/requestBody/required").asBoolean(false);
            for (String type : TYPES) {
                for (BodyPublisher body :
                        List.of(BodyPublishers.noBody(), BodyPublishers.ofInputStream(InputStream::nullInputStream))) {
                    Api.Answer answer = sendAs(route, body, type);
                    String what = route + " as " + type + " of length " + body.contentLength() + answer.text();
                    all.assertThat(answer.status()).as(what).isNotEqualTo(415).isLessThan(500);
                    if (needed) {
                        all.assertThat(answer.status()).as(what).isEqualTo(400);
                    }
                    walked++;
                }
            }
        }
        all.assertAll();
        assertThat(walked).isGreaterThan(300);
    }

    /** The contract has clients that send an empty object with every GET. */
    @Test
    void theBodyOfAGetIsNotLookedAt() {
        int turn = 0;
        for (Route route : Routes.api()) {
            for (int i = 0; i < 4 && route.method().equals("GET"); i++) {
                Api.Answer answer = sendAs(route, BodyPublishers.ofString("{}"), TYPES.get(turn++ % TYPES.size()));
                Api.Answer plain = api.get(IsolationTest.url(route, world.tenant.id, world::id));
                all.assertThat(answer.status()).as(route + answer.text()).isEqualTo(plain.status());
            }
        }
        all.assertAll();
    }

    /** Where files are taken a refusal says which, and not that JSON is. */
    @Test
    void whoeverSendsAFileWronglyLearnsHow() {
        int walked = 0;
        for (Route route : Routes.api()) {
            if (!route.method().equals("POST") || !route.path().matches(".*/(pictures|imports)")) {
                continue;
            }
            String kind = route.path().endsWith("imports") ? "text/csv" : "image/jpeg";
            for (String type :
                    List.of("application/x-www-form-urlencoded", "application/json", "text/plain", "application/xml")) {
                Api.Answer answer = sendAs(
                        route,
                        kind.equals("text/csv") ? "?kind=Customers" : "",
                        BodyPublishers.ofString("Name,Phone\nKim,937-555-0142\n"),
                        type);
                all.assertThat(answer.status()).as(route + type).isEqualTo(415);
                all.assertThat(answer.json().get("title").stringValue())
                        .as(route + type)
                        .contains(kind, "multipart/form-data with a file")
                        .doesNotContain("JSON");
                walked++;
            }
        }
        all.assertAll();
        assertThat(walked).isEqualTo(12);
    }
}
