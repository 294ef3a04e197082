package org.callboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.callboard.access.Role;
import org.callboard.testing.Api;
import org.callboard.testing.PublicPage;
import org.callboard.testing.Shop;
import org.callboard.testing.Visitor;
import org.callboard.testing.Wire;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * A header that nobody can read is as good as none, or refused as everything else is at its address: every header that the
 * web server or Spring looks into, with every odd value, at every kind of address.
 */
class OddHeadersTest {

    private static final Set<String> PREFERENCES =
            Set.of("Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language");

    private static final List<String> OTHERS = List.of(
            "Access-Control-Request-Headers",
            "Access-Control-Request-Method",
            "Authorization",
            "Connection",
            "Content-Encoding",
            "Content-Length",
            "Content-Type",
            "Cookie",
            "Date",
            "Expect",
            "Forwarded",
            "Host",
            "HTTP2-Settings",
            "Idempotency-Key",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "If-Range",
            "If-Unmodified-Since",
            "Keep-Alive",
            "Last-Event-ID",
            "Max-Forwards",
            "Origin",
            "Prefer",
            "Range",
            "Referer",
            "ST-App-Key",
            "TE",
            "traceparent",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "User-Agent",
            "Via",
            "X-CSRF-TOKEN",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto",
            "X-HTTP-Method-Override",
            "X-Requested-With");

    private static final List<String> VALUES = List.of(
            "",
            "\"",
            "W/\"x\"",
            "\u00e9\u00ff",
            new String("’ Łódź".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
            "x".repeat(20_000),
            "a/b,".repeat(60),
            "a\u0001b",
            "a\u007fb",
            "a\tb",
            ",,;,;",
            ";",
            "q=abc",
            "*;q=abc",
            "*/*;q=abc",
            "a/b;q=7",
            "a=\"",
            "a/b; c=\"\\",
            "a/b/c",
            "a/*",
            "*",
            "%zz",
            "bytes=9-1,x",
            "-1",
            "99999999999999999999",
            "[::1",
            "a:b:c",
            "x y");

    /** Of the headers that are no preferences, at each address; the next has others. */
    private static final int VALUES_IN_TURN = 7;

    private static final Set<String> SIX = Set.of("type", "title", "status", "traceId", "errors", "data");

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Shop shop = new Shop();
    private final Api api = shop.tenant.api();
    private final SoftAssertions all = new SoftAssertions();
    private int turn;
    private int stranger;

    /** An address, and what is sent there beside the odd header. */
    private record Place(String method, String target, String body, Map<String, String> headers) {

        boolean ofTheApi() {
            return target.contains("/tenant/");
        }

        boolean ofOAuth() {
            return target.equals("/connect/token");
        }

        boolean forPeople() {
            return headers.containsKey("Accept");
        }

        Wire.Answer send(Map<String, String> odd) {
            Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            sent.put("Host", "localhost");
            sent.putAll(headers);
            if (!body.isEmpty()) {
                sent.put("Content-Length", Integer.toString(body.length()));
            }
            if (odd.containsKey("Transfer-Encoding")) {
                sent.remove("Content-Length");
            }
            sent.putAll(odd);
            sent.merge("Connection", "close", (value, close) -> close + ", " + value);
            StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
            sent.forEach((name, value) ->
                    request.append(name).append(": ").append(value).append("\r\n"));
            return Wire.sendRaw(request + "\r\n" + body);
        }
    }

    private List<Place> places() {
        String bookings = api.path("crm/v2", "/booking-provider/" + shop.provider.id() + "/bookings");
        Map<String, String> program = Map.of(
                "Authorization",
                "Bearer " + api.token(),
                "ST-App-Key",
                api.app.appKey(),
                "Content-Type",
                "application/json");
        String cookie = Visitor.signedIn(shop.tenant.user(Role.Manager)).cookie();
        String page = PublicPage.of(shop).path();
        Map<String, String> browser = Map.of("Accept", "text/html");
        Map<String, String> form = Map.of("Accept", "text/html", "Content-Type", FORM);
        return List.of(
                new Place("GET", bookings, "", program),
                new Place("POST", bookings, "{\"source\":7}", program),
                new Place("GET", api.path("crm/v2", "/nowhere"), "", program),
                new Place("POST", "/connect/token", "client_id=x&client_secret=y", Map.of("Content-Type", FORM)),
                new Place("GET", "/settings", "", Map.of("Accept", "text/html", "Cookie", cookie)),
                new Place("GET", "/nowhere", "", Map.of("Accept", "text/html", "Cookie", cookie)),
                new Place("GET", "/calls", "", browser),
                new Place("POST", "/sign-in", "email=x", form),
                new Place("GET", page, "", browser),
                new Place("POST", page, "name=x", form),
                new Place("GET", "/assets/app.css", "", Map.of()),
                new Place("GET", "/health/live", "", Map.of()));
    }

    @Test
    void aPreferenceIsIgnored() {
        for (Place place : places()) {
            for (String name : PREFERENCES) {
                int usual = place.send(strangerWith(name, "")).status();
                for (String value : VALUES) {
                    Wire.Answer answer = place.send(strangerWith(name, value));
                    check(place, name, value, answer);
                    if (value.chars().allMatch(c -> c == '\t' || c >= ' ' && c != 0x7f)) { // else it is no request
                        int other = name.equals("Accept") ? 406 : usual;
                        all.assertThat(answer.status())
                                .as(place.target + " with " + name + ": " + value)
                                .isIn(usual, other, 429); // forms of a page may be too many in all
                    }
                }
            }
        }
        all.assertAll();
    }

    @Test
    void anyOtherIsIgnoredOrRefusedAsEverythingElseAtItsAddress() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        try {
            for (Place place : places()) {
                for (String name : OTHERS) {
                    for (int i = 0; i < VALUES_IN_TURN; i++) {
                        String value = VALUES.get(turn++ % VALUES.size());
                        check(place, name, value, place.send(strangerWith(name, value)));
                    }
                }
                turn++;
            }
        } finally {
            root.detachAppender(log);
        }
        all.assertAll();
        assertThat(log.list)
                .as("nobody fills the log so")
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN)
                        && event.getLoggerName().matches("org\\.(eclipse\\.jetty|springframework)\\..*"))
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEmpty();
    }

    /** Each comes from an address of its own, so that none is refused for being too many. */
    private Map<String, String> strangerWith(String name, String value) {
        stranger++;
        return name.equals("X-Forwarded-For")
                ? Map.of(name, value)
                : Map.of(name, value, "X-Forwarded-For", "10.9." + stranger / 200 % 200 + "." + stranger % 200);
    }

    private void check(Place place, String name, String value, Wire.Answer answer) {
        if (answer.status() < 400) {
            return;
        }
        String what = place.method + " " + place.target + " with " + name + ": "
                + value.substring(0, Math.min(40, value.length())) + " is " + answer.head() + "\n" + answer.body();
        boolean unknownCoding = answer.status() == 501 && name.equals("Transfer-Encoding");
        all.assertThat(answer.status() < 500 || unknownCoding).as(what).isTrue();
        if (place.ofOAuth()) {
            all.assertThat(answer.body()).as(what).startsWith("{\"error\":\"");
        } else if (answer.isJson()) {
            all.assertThat(Set.copyOf(Api.JSON.readTree(answer.body()).propertyNames()))
                    .as(what)
                    .isEqualTo(SIX);
            all.assertThat(place.forPeople() && !name.equals("Accept")).as(what).isFalse();
        } else {
            all.assertThat(answer.head()).as(what).contains("content-type: text/html");
            all.assertThat(answer.body()).as(what).contains("</html>");
            all.assertThat(place.ofTheApi()).as(what).isFalse();
        }
    }
}
