package org.callboard.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.callboard.providers.BookingProviderTag;
import org.callboard.testing.Api;
import org.callboard.testing.Routes;
import org.callboard.testing.Routes.Route;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Walks every route as company A, with what belongs to company B. */
class IsolationTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)\\}");
    private static final Pattern TRACE = Pattern.compile("\\b[0-9a-f]{32}\\b");
    private static final long NOWHERE = 987_654_321_012_345L;
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    /** Lists of words that are the same for every company, answers that are no list, and rows without ids of their own. */
    private static final Set<String> WORDS = Set.of(
            "/crm/v2/tenant/{tenant}/locations/{id}/preferredtechnician",
            "/crm/v2/tenant/{tenant}/contacts/preferences",
            "/crm/v2/tenant/{tenant}/contacts/{contactId}/contact-methods/{contactMethodId}/preferences",
            "/dispatch/v2/tenant/{tenant}/business-hours",
            "/telecom/v2/tenant/{tenant}/calls/{id}/recording",
            "/telecom/v2/tenant/{tenant}/calls/{id}/voicemail",
            "/settings/v2/tenant/{tenant}/user-roles",
            "/callboard/v1/tenant/{tenant}/imports/{id}/rows",
            "/callboard/v1/tenant/{tenant}/imports/{id}/failed.csv",
            "/callboard/v1/tenant/{tenant}/imports/{id}/left-out.csv",
            "/callboard/v1/tenant/{tenant}/merges/{id}/undo-preview",
            "/jpm/v2/tenant/{tenant}/jobs/{id}/notes",
            "/jpm/v2/tenant/{tenant}/jobs/{id}/history",
            "/jpm/v2/tenant/{tenant}/jobs/{id}/booked-log",
            "/jpm/v2/tenant/{tenant}/jobs/cancel-reasons",
            "/jpm/v2/tenant/{tenant}/jobs/hold-reasons",
            "/jpm/v2/tenant/{tenant}/export/job-history");

    /** Where a client may choose the id of a new record: one that another company uses is as good as any. */
    private static final Set<String> CHOSEN = Set.of(
            "PUT /crm/v2/tenant/{tenant}/contacts/{id}",
            "PUT /crm/v2/tenant/{tenant}/contacts/{contactId}/contact-methods/{contactMethodId}");

    private final World a = new World();
    private final World b = new World();
    private final Api api = a.api;
    private final SoftAssertions all = new SoftAssertions();

    @Test
    void thePathOfAnotherCompanyIsForbiddenWhateverItNames() {
        int walked = 0;
        for (Route route : Routes.api()) {
            Api.Answer there = call(route, url(route, b.tenant.id, place -> b.id(place)));
            Api.Answer nowhere = call(route, url(route, b.tenant.id, place -> NOWHERE));
            Api.Answer nobody = call(route, url(route, NOWHERE, place -> NOWHERE));
            all.assertThat(there.status()).as(route.toString()).isEqualTo(403);
            all.assertThat(plain(there))
                    .as(route.toString())
                    .isEqualTo(plain(nowhere))
                    .isEqualTo(plain(nobody));
            walked++;
        }
        all.assertAll();
        assertThat(walked).isGreaterThan(30);
    }

    @Test
    void theIdsOfAnotherCompanyAreLikeIdsThatDoNotExist() {
        int walked = 0;
        for (Route route : Routes.api()) {
            for (String strange : places(route)) {
                if (a.id(strange) instanceof String || CHOSEN.contains(route.method() + " " + strange)) {
                    continue;
                }
                Api.Answer theirs =
                        call(route, url(route, a.tenant.id, place -> (place.equals(strange) ? b : a).id(place)));
                Api.Answer nowhere = call(
                        route,
                        url(route, a.tenant.id, place -> place.equals(strange) ? nowhere(b, place) : a.id(place)));
                String what = route.method() + " " + route.path() + " with another company's " + strange;
                all.assertThat(isNothing(theirs))
                        .as("%s (where this is a 400, give World a body for the route): %s", what, theirs.text())
                        .isTrue();
                all.assertThat(theirs.status()).as(what).isEqualTo(nowhere.status());
                all.assertThat(without(theirs, b.id(strange), nowhere(b, strange)))
                        .as(what)
                        .isEqualTo(without(nowhere, b.id(strange), nowhere(b, strange)));
                walked++;
            }
        }
        all.assertAll();
        assertThat(walked).isGreaterThan(25);
    }

    @Test
    void anIdThatAnotherCompanyChoseBeforeMakesARecordOfOnesOwn() {
        Api other = b.tenant.api();
        int walked = 0;
        for (Route route : Routes.api()) {
            if (!CHOSEN.contains(route.toString())) {
                continue;
            }
            String theirs = url(route, b.tenant.id, place -> b.id(place));
            String before = Api.send(other.request("GET", theirs, null)).text();
            Ids chosen = place -> (place.equals(route.path()) ? b : a).id(place);
            Api.Answer made = call(route, url(route, a.tenant.id, chosen));
            all.assertThat(made.status()).as(route.toString()).isEqualTo(200);
            all.assertThat(made.text()).as(route.toString()).isNotEqualTo(before);
            all.assertThat(Api.send(other.request("GET", theirs, null)).text())
                    .as(route.toString())
                    .isEqualTo(before);
            walked++;
        }
        all.assertAll();
        assertThat(walked).isEqualTo(CHOSEN.size());
    }

    @Test
    void aListHoldsWhatIsOnesOwnAndNothingElse() {
        int walked = 0;
        for (Route route : Routes.api()) {
            if (!route.method().equals("GET") || route.path().endsWith("}") || WORDS.contains(route.path())) {
                continue;
            }
            Api.Answer answer = call(
                    route,
                    url(route, a.tenant.id, place -> a.id(place))
                            + "?pageSize=5000&active=Any&modifiedOnOrAfter=2020-01-01");
            boolean file = route.path().endsWith(".ndjson");
            if (answer.status() != 200 || !file && !answer.json().has("data")) {
                all.fail(route + " answered " + answer.text());
                continue;
            }
            Stream<JsonNode> rows = file
                    ? answer.text().lines().map(Api.JSON::readTree)
                    : answer.json().get("data").valueStream();
            List<String> ids = rows.map(one -> one.get("id").asString()).toList();
            all.assertThat(ids)
                    .as(route.toString())
                    .contains(a.row(route.path()).toString())
                    .doesNotContain(b.row(route.path()).toString());
            walked++;
        }
        all.assertAll();
        assertThat(walked).isGreaterThan(12);
    }

    @Test
    void aPageKnowsTheRecordsOfAnotherCompanyAsLittle() {
        Visitor person = Visitor.signedIn(a.tenant.owner);
        person.get("/calls"); // whose page brings the token of the forms
        int walked = 0;
        for (Route route :
                Routes.pages().stream().flatMap(IsolationTest::ofEachKind).toList()) {
            for (String strange : places(route)) {
                Visitor.Answer theirs = visit(person, route, place -> (place.equals(strange) ? b : a).id(place));
                Visitor.Answer nowhere =
                        visit(person, route, place -> place.equals(strange) ? nowhere(b, place) : a.id(place));
                String what = route.method() + " " + route.path() + " with another company's " + strange;
                all.assertThat(theirs.status())
                        .as("%s (where this is a 400, give World a form for the route)", what)
                        .isIn(403, 404, 409)
                        .isEqualTo(nowhere.status());
                all.assertThat(plain(theirs.body(), b.id(strange), nowhere(b, strange)))
                        .as(what)
                        .isEqualTo(plain(nowhere.body(), b.id(strange), nowhere(b, strange)));
                walked++;
            }
        }
        all.assertAll();
        assertThat(walked).isGreaterThan(40);
    }

    /** What a page lists has no id in its path: both companies have a Jordan Reyes with the same number and address. */
    @Test
    void aPageListsWhatIsOnesOwnAndNothingElse() {
        Visitor person = Visitor.signedIn(a.tenant.owner);
        person.get("/customers");
        Object tag = b.id("/settings/v2/tenant/{tenant}/tag-types/{id}");
        for (String kind : List.of("customers", "locations")) {
            // linked to on a page, and first in a line of a file
            String line = "(?m)(/" + kind + "/|^)";
            String ours = line + a.id("/" + kind + "/{id}") + "\\b";
            String theirs = line + b.id("/" + kind + "/{id}") + "\\b";
            for (String path : List.of("/" + kind + "?active=any", "/" + kind + "/export", "/search?q=jordan")) {
                String body = person.get(path).body();
                all.assertThat(body).as(path).doesNotContainPattern(theirs);
                if (!path.startsWith("/search") || kind.equals("customers")) {
                    all.assertThat(body).as(path).containsPattern(ours);
                }
            }
            all.assertThat(person.get("/" + kind + "?tag=" + tag).body()).doesNotContainPattern(ours);
        }
        Object theirs = b.id("/customers/{id}");
        String alike = person.post("/alike", "contact", "937-555-0142", "street", "12 Oak St", "zip", "45402")
                .body();
        all.assertThat(alike)
                .contains("/customers/" + a.id("/customers/{id}") + "\"")
                .doesNotContain("/customers/" + theirs);
        all.assertThat(person.post("/alike", "contact", "937-555-0142", "customer", theirs.toString())
                        .body())
                .doesNotContain("Already a location");
        all.assertAll();
    }

    @Test
    void aBoundConnectionReachesNothingBesideItsProvider() {
        BookingProviderTag other = a.tenant.provider("Another");
        Api bound = a.tenant.api(other);
        for (Route route : Routes.api()) {
            Api.Answer there = call(bound, route, url(route, a.tenant.id, place -> a.id(place)));
            all.assertThat(there.status()).as(route.toString()).isEqualTo(403);
            if (route.access().endsWith("+provider") && places(route).size() > 1) {
                Ids own = place -> place.endsWith("/{booking_provider}") ? other.id() : a.id(place);
                Ids none = place -> place.endsWith("/{booking_provider}") ? other.id() : nowhere(a, place);
                Api.Answer theirs = call(bound, route, url(route, a.tenant.id, own));
                Api.Answer nowhere = call(bound, route, url(route, a.tenant.id, none));
                all.assertThat(theirs.status()).as(route.toString()).isEqualTo(404);
                all.assertThat(without(theirs, own.at(places(route).get(1))))
                        .as(route.toString())
                        .isEqualTo(without(nowhere, none.at(places(route).get(1))));
            }
        }
        all.assertAll();
    }

    private static Stream<Route> ofEachKind(Route route) {
        return route.path().contains("{kind}")
                ? World.KINDS.stream()
                        .map(kind -> new Route(route.method(), route.path().replace("{kind}", kind), route.handler()))
                : Stream.of(route);
    }

    interface Ids {
        Object at(String place);
    }

    /** The variables of a path beside the tenant, each as the path up to and with it. */
    private static List<String> places(Route route) {
        List<String> places = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(route.path());
        while (matcher.find()) {
            if (!matcher.group(1).equals("tenant")) {
                places.add(route.path().substring(0, matcher.end()));
            }
        }
        return places;
    }

    static String url(Route route, long tenant, Ids ids) {
        return VARIABLE.matcher(route.path())
                .replaceAll(match -> match.group(1).equals("tenant")
                        ? Long.toString(tenant)
                        : ids.at(route.path().substring(0, match.end())).toString());
    }

    /** An id of the same kind as a real one, which no company has. */
    private static Object nowhere(World world, String place) {
        return world.id(place) instanceof Number ? (Object) NOWHERE : "00000000-0000-7000-8000-000000000000";
    }

    private Visitor.Answer visit(Visitor person, Route route, Ids ids) {
        String path = url(route, a.tenant.id, ids);
        return route.method().equals("GET")
                ? person.get(path)
                : person.postForm(path, World.body(route.method() + " " + route.path()));
    }

    private Api.Answer call(Route route, String url) {
        return call(api, route, url);
    }

    private static Api.Answer call(Api api, Route route, String url) {
        String body = WITH_BODY.contains(route.method()) ? World.body(route.method() + " " + route.path()) : null;
        for (int attempt = 1; ; attempt++) {
            Api.Answer answer = Api.send(api.request(route.method(), url, body));
            if (answer.status() != 429 || attempt == 20) {
                return answer;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(500));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Not there (a 409 for the contract's relationships), not allowed, or a list without a row. */
    private static boolean isNothing(Api.Answer answer) {
        return answer.status() == 403
                || answer.status() == 404
                || answer.status() == 409
                || (answer.status() == 200
                        && answer.json().path("data").isArray()
                        && answer.json().get("data").isEmpty());
    }

    private static String plain(Api.Answer answer) {
        return TRACE.matcher(answer.text()).replaceAll("<trace>");
    }

    /** Both ids go from both texts: one of them may be the company's own number too. */
    private static String plain(String body, Object... ids) {
        String any = Arrays.stream(ids).map(Object::toString).collect(Collectors.joining("|"));
        return TRACE.matcher(body)
                .replaceAll("<trace>")
                .replaceAll("[\\w-]{90,}", "<token>") // a CSRF token is masked anew in every page
                .replaceAll("\\b(" + any + ")\\b", "<id>");
    }

    private static String without(Api.Answer answer, Object... ids) {
        return plain(answer.text(), ids);
    }
}
