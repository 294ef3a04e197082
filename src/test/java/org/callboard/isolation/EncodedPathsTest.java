package org.callboard.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.callboard.testing.Api;
import org.callboard.testing.Office;
import org.callboard.testing.Routes;
import org.callboard.testing.Routes.Route;
import org.callboard.testing.Visitor;
import org.callboard.testing.Wire;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An address whose letters are escaped is the plain address (RFC 3986, section 6.2.2.2), to every rule in front too. */
class EncodedPathsTest {

    private static final Pattern OF_ONE_ANSWER = Pattern.compile(
            "\\b[0-9a-f]{32}\\b|[\\w-]{90,}|\"(continueFrom|nextContinueFrom)\":\"[^\"]*\"|data-since=\"\\w+\"");
    /** What the server works on meanwhile. */
    private static final Pattern GOES_ON = Pattern.compile("/imports|/deliveries");

    private static final Set<String> STREAMS = Set.of("/calls/stream", "/phone/stream");

    private final World world = new World();
    private final Api api = world.api;
    private final SoftAssertions all = new SoftAssertions();
    private int turn;

    private String url(Route route) {
        return IsolationTest.url(route, world.tenant.id, world::id);
    }

    /** The same address with the first letter of one part escaped, once for each part. */
    private static List<String> spellings(String path) {
        List<String> spellings = new ArrayList<>();
        for (int slash = path.indexOf('/');
                slash >= 0 && slash + 1 < path.length();
                slash = path.indexOf('/', slash + 1)) {
            spellings.add(path.substring(0, slash + 1)
                    + "%%%02x".formatted((int) path.charAt(slash + 1))
                    + path.substring(slash + 2));
        }
        return spellings;
    }

    /** Another part of the address for each route. */
    private String oneOf(List<String> spellings) {
        return spellings.get(turn++ % spellings.size());
    }

    private static String plain(String body) {
        return OF_ONE_ANSWER.matcher(body).replaceAll("…");
    }

    private Api.Answer send(String method, String url, String body, String... headers) {
        return Api.send(api.request(method, url, body, headers));
    }

    @Test
    void everyReadAnswersAsUnderThePlainAddress() {
        int walked = 0;
        for (Route route : Routes.api()) {
            if (!route.method().equals("GET")) {
                continue;
            }
            Api.Answer expected = send("GET", url(route) + route.query(), null);
            for (String spelling : spellings(url(route))) {
                Api.Answer answer = send("GET", spelling + route.query(), null);
                all.assertThat(answer.status())
                        .as(spelling)
                        .isEqualTo(expected.status())
                        .isIn(200, 302);
                if (!GOES_ON.matcher(route.path()).find()) {
                    all.assertThat(plain(answer.text())).as(spelling).isEqualTo(plain(expected.text()));
                }
                walked++;
            }
        }
        all.assertAll();
        assertThat(walked).isGreaterThan(300);
    }

    /** Nothing is changed by this walk: each call is refused by a rule that has to know the address. */
    @Test
    void everyRuleInFrontOfAnOperationHoldsUnderEverySpelling() {
        for (Route route : Routes.api()) {
            boolean keyed = Set.of("POST", "PATCH").contains(route.method());
            String body = Set.of("GET", "DELETE").contains(route.method()) ? null : "{}";
            String elsewhere = IsolationTest.url(route, world.tenant.id + 1, world::id);
            for (String spelling : spellings(elsewhere)) {
                Api.Answer answer = send(route.method(), spelling, body);
                all.assertThat(answer.status()).as(route + " " + spelling).isEqualTo(403);
                all.assertThat(answer.text()).as(route + " " + spelling).contains("another tenant");
            }
            String spelling = oneOf(spellings(url(route)));
            String what = route + " " + spelling;
            all.assertThat(wrong(send(route.method(), spelling + "?oddity=1", body, "Prefer", "handling=strict")))
                    .as(what)
                    .contains("oddity");
            if (keyed) {
                all.assertThat(wrong(send(route.method(), spelling, body, "Idempotency-Key", "k".repeat(256))))
                        .as(what)
                        .containsExactly("Idempotency-Key");
            }
            Wire.Answer stranger = Wire.send(route.method(), spelling, "", "Accept", "text/html");
            all.assertThat(stranger.status()).as(what).isEqualTo(401);
            all.assertThat(stranger.isJson()).as(what).isTrue();
        }
        all.assertAll();
    }

    private static List<String> wrong(Api.Answer answer) {
        return answer.status() == 400
                ? List.copyOf(answer.json().get("errors").propertyNames())
                : List.of(answer.text());
    }

    @Test
    void oneKeyMakesOneRecordUnderAllSpellings() {
        String customers = api.path("crm/v2", "/customers");
        String body = Office.customerBody("Morgan Vance");
        JsonNode made = Office.ok(api.post(customers, body, "Idempotency-Key", "one"));
        for (String spelling : spellings(customers)) {
            Api.Answer again = api.post(spelling, body, "Idempotency-Key", "one");
            assertThat(again.header("Idempotent-Replay")).as(spelling).isEqualTo("true");
            assertThat(again.json()).as(spelling).isEqualTo(made);
            assertThat(api.post(spelling, body, "Idempotency-Key", spelling).header("Idempotent-Replay"))
                    .isNull();
            assertThat(api.post(customers, body, "Idempotency-Key", spelling).header("Idempotent-Replay"))
                    .as(spelling)
                    .isEqualTo("true");
        }
        assertThat(api.get(customers + "?name=Morgan%20Vance")
                        .json()
                        .get("data")
                        .size())
                .isEqualTo(1 + spellings(customers).size());
    }

    @Test
    void everyPageIsTheSame() {
        Visitor person = Visitor.signedIn(world.tenant.owner);
        int walked = 0;
        for (Route route : Routes.pages()) {
            if (!route.method().equals("GET")
                    || route.path().contains("{kind}")
                    || STREAMS.contains(route.path())
                    || route.path().equals("/")) {
                continue;
            }
            Visitor.Answer expected = person.get(url(route));
            String spelling = oneOf(spellings(url(route)));
            Visitor.Answer answer = person.get(spelling);
            all.assertThat(answer.status()).as(spelling).isEqualTo(expected.status());
            all.assertThat(answer.body().length())
                    .as(spelling)
                    .isCloseTo(expected.body().length(), within(200)); // tokens and ages differ
            walked++;
        }
        all.assertAll();
        assertThat(walked).isGreaterThan(40);
    }

    /** Spellings that a rule and a router may well read differently are nobody's address. */
    @Test
    void whatMayBeReadInTwoWaysIsRefused() {
        String bookings = api.path("crm/v2", "/bookings");
        for (String odd : List.of(
                bookings.replace("/tenant", "/%2574enant"),
                bookings.replace("/tenant", "//tenant"),
                bookings.replace("/tenant", ";a=b/tenant"),
                bookings.replace("/tenant", "%3Ba=b/tenant"),
                bookings.replace("/tenant", "/./tenant"),
                bookings.replace("/tenant", "/tenant/../tenant"),
                bookings.replace("/tenant", "/%2e%2e/v2/tenant"),
                bookings.replace("/tenant", "/x/%2e%2e/tenant"),
                bookings + ";jsessionid=1",
                bookings + "%0A",
                bookings + "/%2e")) {
            Api.Answer answer = send("GET", odd, null, "Accept", "text/html,*/*");
            all.assertThat(answer.status()).as(odd + " " + answer.text()).isEqualTo(400);
            all.assertThat(answer.header("Content-Type")).as(odd).isEqualTo("application/json");
        }
        for (String odd : List.of("%2Ftenant", "%5Ctenant", "/%00tenant", "%zztenant", "%E9tenant")) {
            // the server refuses these before anything of ours is asked
            all.assertThat(Wire.send("GET", bookings.replace("/tenant", odd), "")
                            .status())
                    .as(odd)
                    .isEqualTo(400);
        }
        for (String none : List.of(bookings + "/", bookings + "%20", bookings.replace("/tenant", "/Tenant"))) {
            Api.Answer answer = send("GET", none, null, "Accept", "text/html,*/*");
            all.assertThat(answer.status()).as(none + " " + answer.text()).isEqualTo(404);
        }
        all.assertAll();
    }
}
