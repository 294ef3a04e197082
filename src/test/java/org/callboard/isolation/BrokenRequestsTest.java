package org.callboard.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.callboard.testing.Api;
import org.callboard.testing.Routes;
import org.callboard.testing.Routes.Route;
import org.callboard.testing.Visitor;
import org.callboard.testing.Wire;
import org.callboard.web.leads.FollowUpQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * What no handler can read is refused at every address in words of ours: never a 500, never a page where a program asks,
 * and never more than a line in the log.
 */
class BrokenRequestsTest {

    /** A query, and what the answer names. */
    private static final Map<String, String> QUERIES = Map.of(
            "name=Jos%E9", "name",
            "externalId=100%", "externalId",
            "page=1&x=%zz", "x",
            "x=%+1", "x",
            "a%5B%5D=%ED%A0%80", "a[]",
            "=", "query",
            "=x", "query",
            "%00=1", "query",
            "n%E9=1", "query",
            "x=%00", "x");

    private static final List<String> TYPES =
            List.of("application/*", "*/*", "garbage", "application/json;charset=none", ";");
    private static final List<String> FORMS = List.of("name=Jos%E9", "%00=1", "x=%00", "x=100%", "=x");

    private static final Set<String> ENDLESS = Set.of("/calls/stream", "/phone/stream");
    private static final Set<String> SIX = Set.of("type", "title", "status", "traceId", "errors", "data");

    private final World world = new World();
    private final Api api = world.api;
    private final SoftAssertions all = new SoftAssertions();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private int turn;

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
    }

    /** A single line has no stack trace, and none of what was sent. */
    @AfterEach
    void noMoreThanALine() {
        root.detachAppender(log);
        assertThat(log.list)
                .filteredOn(event -> event.getThrowableProxy() != null)
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEmpty();
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("Jos") || line.contains("externalId") || line.contains("\n"));
    }

    /** The next few of what can be wrong: all of it in turn over the routes, since each at every one takes a minute. */
    private <T> List<T> turns(List<T> all, int few) {
        return IntStream.range(0, few)
                .mapToObj(i -> all.get(turn++ % all.size()))
                .toList();
    }

    private String url(Route route) {
        return route.ofTheApi() || route.access().startsWith("role ")
                ? IsolationTest.url(
                        route, world.tenant.id, place -> place.contains("{kind}") ? "users" : world.id(place))
                : route.path().replaceAll("\\{\\w+}", "x");
    }

    private String[] headers(Route route, String cookie, String... more) {
        List<String> headers = new ArrayList<>(List.of("Accept", "text/html", "Cookie", cookie));
        if (route.path().startsWith("/callboard/") || route.ofTheApi()) {
            headers.addAll(List.of("Authorization", "Bearer " + api.token(), "ST-App-Key", api.app.appKey()));
        }
        headers.addAll(Arrays.asList(more));
        return headers.toArray(String[]::new);
    }

    private static Stream<String> methods(Route route) {
        return route.method().equals("ANY") ? Stream.of("GET", "POST") : Stream.of(route.method());
    }

    @Test
    void aQueryThatCannotBeReadIsNamed() {
        String cookie = signedIn();
        for (Route route : Routes.all()) {
            for (String method : methods(route).toList()) {
                turns(List.copyOf(QUERIES.keySet()), 3).forEach(query -> {
                    String named = QUERIES.get(query);
                    Wire.Answer answer = Wire.send(method, url(route) + "?" + query, "", headers(route, cookie));
                    String what = method + " " + route.path() + "?" + query;
                    all.assertThat(answer.status()).as(what + answer.body()).isEqualTo(400);
                    if (route.ofTheApi()) {
                        all.assertThat(names(answer)).as(what).containsExactly(named);
                    } else {
                        all.assertThat(answer.body()).as(what).contains(named);
                    }
                });
            }
        }
        for (String path : List.of("/health", "/metrics", "/openapi.json", "/assets/app.css", "/nowhere", "/sign-in")) {
            Wire.Answer answer = Wire.send("GET", path + "?name=Jos%E9", "");
            all.assertThat(answer.status()).as(path).isEqualTo(400);
            all.assertThat(names(answer)).as(path).containsExactly("name");
        }
        all.assertAll();
    }

    private String signedIn() {
        Visitor person = Visitor.signedIn(world.tenant.owner);
        return person.cookie();
    }

    private static List<String> names(Wire.Answer answer) {
        if (!answer.isJson()) {
            return List.of(answer.head());
        }
        JsonNode json = Api.JSON.readTree(answer.body());
        assertThat(Set.copyOf(json.propertyNames())).isEqualTo(SIX);
        return List.copyOf(json.get("errors").propertyNames());
    }

    @Test
    void aHeaderOrACookieThatNobodyCanReadBreaksNothing() {
        String cookie = signedIn();
        List<String[]> odd = new ArrayList<>();
        for (byte[] id : List.of(new byte[] {0}, new byte[] {'a', 0, 'b'}, new byte[] {-1, -2})) {
            odd.add(new String[] {"Cookie", "callboard=" + Base64.getEncoder().encodeToString(id)});
        }
        for (String value : List.of("callboard=%00", "callboard=\"", "=;;;", "callboard=\u00ff", "a b")) {
            odd.add(new String[] {"Cookie", value});
        }
        String beyond = new String("’ Łódź".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        for (String name : List.of(
                "Accept",
                "Accept-Language",
                "Authorization",
                "ST-App-Key",
                "Origin",
                "Referer",
                "User-Agent",
                "Prefer",
                "Idempotency-Key",
                "If-Match",
                "If-None-Match",
                "If-Modified-Since",
                "Range",
                "traceparent",
                "X-City",
                "X-Forwarded-For",
                "X-Forwarded-Proto",
                "HX-Request",
                "HX-Current-URL",
                "Last-Event-ID",
                "Content-Type")) {
            odd.add(new String[] {name, beyond});
            odd.add(new String[] {name, "%zz,;=\""});
        }
        for (Route route : Routes.all()) {
            if (!methods(route).anyMatch("GET"::equals) || ENDLESS.contains(route.path()) || !route.ours()) {
                continue;
            }
            for (String[] header : turns(odd, 4)) {
                // of two cookies the first counts
                String[] proper = headers(route, cookie);
                String[] sent = Stream.concat(
                                Arrays.stream(header),
                                Stream.iterate(0, i -> i < proper.length, i -> i + 2)
                                        .filter(i -> !proper[i].equals(header[0]))
                                        .flatMap(i -> Stream.of(proper[i], proper[i + 1])))
                        .toArray(String[]::new);
                Wire.Answer answer = Wire.send("GET", url(route), "", sent);
                String what = route + " with " + String.join(": ", header);
                all.assertThat(answer.status()).as(what + answer.body()).isLessThan(500);
                if (route.ofTheApi()) {
                    all.assertThat(answer.head()).as(what).doesNotContain("text/html");
                }
            }
        }
        all.assertAll();
    }

    /** No page takes a form by these methods, so nobody reads it. */
    @Test
    void aBrokenFormByAnotherMethodBreaksNothing() {
        String cookie = signedIn();
        for (Route route : Routes.pages()) {
            for (String method : List.of("PUT", "PATCH", "DELETE")) {
                Wire.Answer answer = Wire.send(
                        method,
                        url(route),
                        "a=%zz",
                        headers(route, cookie, "Content-Type", "application/x-www-form-urlencoded"));
                all.assertThat(answer.status()).as(method + " " + route.path()).isBetween(400, 499);
            }
        }
        all.assertAll();
    }

    @Test
    void aTypeOfBodyThatIsNoneIsRefused() {
        String cookie = signedIn();
        for (Route route : Routes.all()) {
            for (String method : methods(route).toList()) {
                if (method.equals("GET")) {
                    continue;
                }
                for (String type : turns(TYPES, 2)) {
                    Wire.Answer answer =
                            Wire.send(method, url(route), "{}", headers(route, cookie, "Content-Type", type));
                    String what = method + " " + route.path() + " as " + type;
                    all.assertThat(answer.status()).as(what + answer.body()).isEqualTo(415);
                    all.assertThat(answer.isJson()).as(what).isEqualTo(route.ofTheApi());
                }
                for (String form : turns(FORMS, 2)) {
                    Wire.Answer answer = Wire.send(
                            method,
                            url(route),
                            form,
                            headers(route, cookie, "Content-Type", "application/x-www-form-urlencoded"));
                    String what = method + " " + route.path() + " with the form " + form;
                    if (route.path()
                            .matches("/(book|lead-form|telephone)/.*")) { // no such page, so that nothing is read
                        all.assertThat(answer.status()).as(what + answer.body()).isBetween(400, 499);
                    } else {
                        all.assertThat(answer.status())
                                .as(what + answer.body())
                                .isEqualTo(route.ofTheApi() ? 415 : 400);
                    }
                    all.assertThat(answer.isJson()).as(what).isEqualTo(route.ofTheApi());
                }
            }
        }
        all.assertAll();
    }

    @Test
    void aFormWithFilesThatIsNoneIsRefused() {
        String cookie = signedIn();
        String part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n";
        for (Route route : Routes.all()) {
            if (!route.path().matches(".*/(pictures|imports)|/book/\\{\\w+}|/lead-form/\\{\\w+}")
                    || !route.method().equals("POST")) {
                continue;
            }
            for (String[] form : List.of(
                    new String[] {"multipart/form-data", "x"},
                    new String[] {"multipart/form-data; boundary=", "x"},
                    new String[] {"multipart/form-data; boundary=x", "no part"},
                    new String[] {"multipart/form-data; boundary=x", part},
                    new String[] {"multipart/form-data; boundary=x", part.replace("file", "fi\0le") + "\r\n--x--\r\n"},
                    new String[] {"multipart/form-data; boundary=x", part.replace("a.csv", "a\0.csv") + "\r\n--x--\r\n"
                    },
                    new String[] {"multipart/form-data; boundary=x", part.replace("filename", "x") + "\0\r\n--x--\r\n"},
                    new String[] {"multipart/form-data; boundary=" + "x".repeat(200), "x"},
                    new String[] {"multipart/form-data; boundary=x", "--x\r\nA: b\r\n".repeat(100)},
                    new String[] {"image/png", "x"},
                    new String[] {"text/csv", "\0"},
                    new String[] {"text/csv", "sep=\"\nName\nReyes\n"})) {
                Wire.Answer answer =
                        Wire.send("POST", url(route), form[1], headers(route, cookie, "Content-Type", form[0]));
                String what = route + " as " + form[0] + ": " + form[1];
                all.assertThat(answer.status()).as(what + answer.body()).isBetween(400, 499);
                all.assertThat(answer.isJson()).as(what).isEqualTo(route.ofTheApi());
            }
        }
        all.assertAll();
    }

    @Test
    void theTokenEndpointRefusesInTheFormOfOAuth() {
        String form = "application/x-www-form-urlencoded";
        for (Wire.Answer answer : List.of(
                Wire.send("POST", "/connect/token?x=%E9", "grant_type=client_credentials", "Content-Type", form),
                Wire.send("POST", "/connect/token?=", "grant_type=client_credentials", "Content-Type", form),
                Wire.send("POST", "/connect/token", "grant_type=%E9", "Content-Type", form),
                Wire.send("POST", "/connect/token", "%00=1", "Content-Type", form, "Accept", "text/html"),
                Wire.send("POST", "/connect/token", "x", "Content-Type", "application/*"),
                Wire.send("POST", "/connect/token", "x", "Content-Type", "multipart/form-data; boundary=x"))) {
            all.assertThat(answer.status()).isEqualTo(400);
            all.assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_request\"}");
        }
        all.assertAll();
    }

    @Test
    void anAddressOfAnyLengthGetsAnAnswer() {
        String customers = api.path("crm/v2", "/customers");
        String[] headers = {
            "Accept", "text/html,*/*", "Authorization", "Bearer " + api.token(), "ST-App-Key", api.app.appKey()
        };
        for (String query :
                List.of("?name=" + "x".repeat(9000), "?" + "x=1&".repeat(1001), "?name=" + "x".repeat(20_000))) {
            Wire.Answer answer = Wire.send("GET", customers + query, "", headers);
            all.assertThat(answer.status()).isIn(200, 400, 414);
            all.assertThat(answer.isJson()).as(answer.body()).isTrue();
        }
        for (String odd : List.of("?{x}|y", "?\"<>^`\\=[1]", "/{x}|y", "/\"<>^`[1]")) {
            Wire.Answer answer = Wire.send("GET", customers + odd, "", headers);
            all.assertThat(answer.status()).as(odd + answer.body()).isIn(200, 400, 404, 406);
            all.assertThat(answer.isJson()).as(odd).isTrue();
        }
        // the address is kept for the way back after signing in
        Visitor person = new Visitor();
        person.get("/customers?name=" + "x".repeat(15_000));
        Visitor.Answer entered = person.signIn(world.tenant.owner.email(), org.callboard.testing.TestTenant.PASSWORD);
        all.assertThat(entered.status()).isEqualTo(302);
        all.assertAll();
    }

    /** Whether a handler is given the filters, by themselves or among what a form came with. */
    private static boolean takesFollowUpQuery(Class<?> parameter) {
        return parameter == FollowUpQuery.class
                || parameter.isRecord()
                        && Stream.of(parameter.getRecordComponents())
                                .anyMatch(component -> component.getType() == FollowUpQuery.class);
    }

    /** What comes back in the address of a redirect is a header of the answer, and those have an end. */
    @Test
    void aFilterOfAnyLengthComesBackInNoRedirect() {
        Visitor person = Visitor.signedIn(world.tenant.owner);
        person.get("/settings");
        int walked = 0;
        for (Route route : Routes.pages()) {
            if (Stream.of(route.handler().getMethod().getParameterTypes())
                    .noneMatch(BrokenRequestsTest::takesFollowUpQuery)) {
                continue;
            }
            for (RecordComponent filter : FollowUpQuery.class.getRecordComponents()) {
                String query = filter.getName() + "=" + "x".repeat(8000);
                Visitor.Answer answer = route.method().equals("GET")
                        ? person.get(url(route) + "?" + query)
                        : person.postForm(url(route), query);
                String what = route + " with a long " + filter.getName();
                all.assertThat(answer.status()).as(what).isEqualTo(400);
                all.assertThat(answer.body()).as(what).contains(filter.getName());
                walked++;
            }
        }
        all.assertAll();
        assertThat(walked).isGreaterThan(40);
    }

    @Test
    void anAreaThatWeDoNotHaveIsNoPage() {
        String unknown = "/memberships/v2/tenant/" + world.tenant.id + "/memberships";
        Api.Answer answer = Api.send(api.request("GET", unknown, null, "Accept", "text/html,*/*"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(Set.copyOf(answer.json().propertyNames())).isEqualTo(SIX);
        for (String accept : List.of("text/html", "application/json")) {
            Wire.Answer stranger = Wire.send("GET", unknown, "", "Accept", accept);
            assertThat(stranger.status()).isEqualTo(401);
            assertThat(stranger.isJson()).isTrue();
            assertThat(stranger.head()).contains("www-authenticate: bearer").doesNotContain("set-cookie");
        }
        assertThat(api.get("/memberships/v2/tenant/1/memberships").status()).isEqualTo(403);
    }
}
