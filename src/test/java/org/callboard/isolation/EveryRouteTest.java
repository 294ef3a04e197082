package org.callboard.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.callboard.testing.Api;
import org.callboard.testing.Routes;
import org.callboard.testing.Routes.Route;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** What holds for every route of the API, asked of every one with a record that is there. */
class EveryRouteTest {

    /** Those that belong to one request, and how a body is carried. */
    private static final Set<String> OF_ONE_ANSWER = Set.of(
            "date", "request-id", "content-length", "transfer-encoding", "callboard-continue-from", "connection");

    private static final Pattern ID = Pattern.compile("(?<=/)\\d+(?=/|$)");

    /** What a telephone system recorded stays with it. */
    private static final Pattern KEPT_ELSEWHERE = Pattern.compile("/(recording|voicemail)$");

    private final World world = new World();
    private final Api api = world.api;
    private final SoftAssertions all = new SoftAssertions();

    private String url(Route route) {
        return IsolationTest.url(route, world.tenant.id, world::id)
                + (route.method().equals("GET") ? route.query() : "");
    }

    private List<Route> reads() {
        return Routes.api().stream()
                .filter(route -> route.method().equals("GET"))
                .toList();
    }

    private Api.Answer send(String method, String url, String... headers) {
        return Api.send(api.request(method, url, null, headers));
    }

    @Test
    void everySingleRecordHasATagUnderWhichItIsNotSentAgain() {
        int walked = 0;
        for (Route route : reads()) {
            Api.Answer answer = send("GET", url(route));
            all.assertThat(answer.header("Request-Id")).as(route.toString()).matches("[0-9a-f]{32}");
            if (KEPT_ELSEWHERE.matcher(route.path()).find()) {
                all.assertThat(answer.status()).as(route + " " + answer.text()).isEqualTo(302);
                all.assertThat(answer.header("Location")).as(route.toString()).startsWith("https://");
                continue;
            }
            all.assertThat(answer.status()).as(route + " " + answer.text()).isEqualTo(200);
            if (!route.path().endsWith("}") || route.path().contains("/relationships/{relationshipId}")) {
                continue; // a list
            }
            String tag = answer.header("ETag");
            all.assertThat(tag).as(route.toString()).isNotNull().matches("\"[^\"]+\"");
            if (tag != null) {
                Api.Answer same = send("GET", url(route), "If-None-Match", tag);
                if (same.status() == 200) { // a delivery may be tried between the two
                    tag = same.header("ETag");
                    same = send("GET", url(route), "If-None-Match", tag);
                }
                all.assertThat(same.status()).as(route.toString()).isEqualTo(304);
                all.assertThat(same.text()).as(route.toString()).isEmpty();
                all.assertThat(same.header("ETag")).as(route.toString()).isEqualTo(tag);
            }
            walked++;
        }
        all.assertAll();
        assertThat(walked).isGreaterThan(18);
    }

    @Test
    void aHeadHasTheHeadersOfAGetAndNoBody() {
        for (Route route : reads()) {
            Api.Answer get = send("GET", url(route));
            Api.Answer head = send("HEAD", url(route));
            all.assertThat(head.status()).as(route.toString()).isEqualTo(get.status());
            all.assertThat(head.text()).as(route.toString()).isEmpty();
            all.assertThat(lasting(head)).as(route.toString()).isEqualTo(lasting(get));
        }
        all.assertAll();
    }

    private static Map<String, List<String>> lasting(Api.Answer answer) {
        Map<String, List<String>> headers =
                new TreeMap<>(answer.response().headers().map());
        headers.keySet().removeIf(name -> OF_ONE_ANSWER.contains(name.toLowerCase()));
        return headers;
    }

    @Test
    void optionsNamesTheMethodsAndSoDoesTheRefusalOfOthers() {
        for (Route route : Routes.api()) {
            String url = url(route);
            Set<String> methods = methodsAt(url);
            Api.Answer options = send("OPTIONS", url);
            all.assertThat(options.status()).as(route.toString()).isEqualTo(200);
            all.assertThat(options.text()).as(route.toString()).isEmpty();
            all.assertThat(allow(options)).as(route.toString()).isEqualTo(methods);
            String other = Stream.of("PUT", "DELETE", "PATCH", "GET", "POST")
                    .filter(method -> !methods.contains(method))
                    .findFirst()
                    .orElseThrow();
            Api.Answer refused = send(other, url);
            all.assertThat(refused.status()).as(other + " " + url).isEqualTo(405);
            all.assertThat(refused.json().get("status").intValue()).isEqualTo(405);
            all.assertThat(allow(refused))
                    .as(other + " " + url)
                    .isSubsetOf(methods)
                    .isNotEmpty();
        }
        all.assertAll();
    }

    /** Java and Spring read more spellings of a number, and then one record would have many addresses. */
    @Test
    void anIdIsWrittenInDigitsOfAscii() {
        int walked = 0;
        for (Route route : Routes.api()) {
            String url = url(route);
            Matcher ids = ID.matcher(url);
            while (ids.find()) {
                long id = Long.parseLong(ids.group());
                for (String spelled : List.of(
                        "0x" + Long.toHexString(id),
                        "%23" + Long.toHexString(id),
                        "%2B" + id,
                        "%20" + id,
                        inFullWidth(id))) {
                    String other = url.substring(0, ids.start()) + spelled + url.substring(ids.end());
                    Api.Answer answer = Api.send(
                            api.request(route.method(), other, route.method().equals("GET") ? null : "{}"));
                    all.assertThat(answer.status())
                            .as(route.method() + " " + other + answer.text())
                            .isBetween(400, 404);
                    walked++;
                }
            }
        }
        String list = api.path("crm/v2", "/customers?ids=");
        for (String spelled : List.of("0x1", "%2B1", inFullWidth(1))) {
            all.assertThat(api.get(list + spelled).status()).as(spelled).isEqualTo(400);
        }
        all.assertAll();
        assertThat(walked).isGreaterThan(500);
    }

    private static String inFullWidth(long id) {
        StringBuilder spelled = new StringBuilder();
        Long.toString(id)
                .chars()
                .forEach(digit -> spelled.append("%EF%BC%").append("%02X".formatted(0x90 + digit - '0')));
        return spelled.toString();
    }

    /** Of all routes that an address may mean: the place of an id takes words too. */
    private static Set<String> methodsAt(String url) {
        Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
        PathContainer path = PathContainer.parsePath(url.replaceFirst("[?].*", ""));
        for (Route route : Routes.api()) {
            if (PathPatternParser.defaultInstance.parse(route.path()).matches(path)) {
                methods.add(route.method());
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    private static Set<String> allow(Api.Answer answer) {
        String allow = answer.header("Allow");
        return allow == null ? Set.of() : new TreeSet<>(List.of(allow.split(",\\s*")));
    }
}
