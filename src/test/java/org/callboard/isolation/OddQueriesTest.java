package org.callboard.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.callboard.database.QueryComponents;
import org.callboard.testing.Api;
import org.callboard.testing.Routes;
import org.callboard.testing.Routes.Route;
import org.callboard.testing.Visitor;
import org.callboard.testing.Wire;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The queries that clients send by mistake, at every address by every method: none is answered with a 500, nor with a page
 * where a program asks. What an empty or a repeated one means is {@link EveryQueryTest}'s.
 */
class OddQueriesTest {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** Each by itself, as one that is refused would hide the next. */
    private static final List<String> ODD = List.of(
            "%E9",
            "x=%E9", "%", "x=%", "[", "x=[&ids[=1&a[b]=c", "|", "x=|&a|b=1", "name=" + "x".repeat(9000), "&", "=");

    /** Those never end. */
    private static final Set<String> ENDLESS = Set.of("/calls/stream", "/phone/stream");

    private final World world = new World();
    private final Api api = world.api;
    private final Visitor person = Visitor.signedIn(world.tenant.owner);
    private final SoftAssertions all = new SoftAssertions();

    private int turn;

    /** Reading is of records that are there; a change finds none, so that nothing goes while the walk needs it. */
    private String url(Route route, String method) {
        boolean reads = List.of("GET", "HEAD", "OPTIONS").contains(method);
        if (!route.ofTheApi() && !route.access().startsWith("role ")) {
            return route.path().replaceAll("\\{\\w+}", "x");
        }
        return IsolationTest.url(
                route,
                world.tenant.id,
                place -> place.contains("{kind}")
                        ? "users"
                        : reads || !(world.id(place) instanceof Number) ? world.id(place) : Long.MAX_VALUE);
    }

    private void ask(Route route, String method, String query) {
        String target = url(route, method) + "?" + query;
        List<String> headers = new ArrayList<>(List.of("Accept", "text/html", "X-CSRF-TOKEN", person.csrf()));
        if (route.ofTheApi()) {
            headers.addAll(List.of("Authorization", "Bearer " + api.token(), "ST-App-Key", api.app.appKey()));
        } else {
            headers.addAll(List.of("Cookie", person.cookie()));
        }
        Wire.Answer answer = Wire.send(method, target, "", headers.toArray(String[]::new));
        String what = method + " " + route.path() + "?" + query.substring(0, Math.min(60, query.length()));
        all.assertThat(answer.status()).as(what + " " + answer.body()).isLessThan(500);
        if (route.ofTheApi()) {
            all.assertThat(answer.head()).as(what).doesNotContain("text/html");
            if (answer.status() >= 400 && !method.equals("HEAD")) {
                all.assertThat(answer.isJson()).as(what + " " + answer.head()).isTrue();
            }
        }
    }

    private static List<Route> routes() {
        return Routes.all().stream()
                .filter(route -> !ENDLESS.contains(route.path()))
                .toList();
    }

    /** All methods take turns with all queries: every address meets each of them, the own method of a route two. */
    @Test
    void aQueryThatNobodyMeantBreaksNothing() {
        Map<String, List<Route>> places =
                routes().stream().collect(Collectors.groupingBy(Route::path, TreeMap::new, Collectors.toList()));
        assertThat(places).hasSizeGreaterThan(200);
        for (List<Route> place : places.values()) {
            List<String> own = place.stream().map(Route::method).toList();
            Stream.concat(METHODS.stream(), Stream.concat(own.stream().filter(METHODS::contains), Stream.of("GET")))
                    .limit(Math.max(ODD.size(), METHODS.size()))
                    .forEach(method -> ask(place.getFirst(), method, ODD.get(turn++ % ODD.size())));
        }
        all.assertAll();
    }

    @Test
    void aParameterMayBeEmptyOrStandTwice() {
        int walked = 0;
        for (Route route : routes()) {
            if (!METHODS.contains(route.method())) {
                continue;
            }
            Set<String> names = names(route);
            if (route.ofTheApi() && !names.isEmpty()) {
                ask(route, route.method(), joined(names, "%1$s="));
                ask(route, route.method(), joined(names, "%1$s=1&%1$s=2&%1$s[]="));
            } else {
                names.forEach(name -> ask(route, route.method(), name + "="));
                names.forEach(name -> ask(route, route.method(), name + "=1&" + name + "=x&" + name + "="));
            }
            walked += names.size();
        }
        all.assertAll();
        assertThat(walked).isGreaterThan(300);
        assertThat(person.get("/customers").status()).isEqualTo(200);
    }

    private static String joined(Set<String> names, String pattern) {
        return names.stream().map(pattern::formatted).collect(Collectors.joining("&"));
    }

    /** What the handler reads of a query or a form, by name. */
    private static Set<String> names(Route route) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : route.handler().getMethod().getParameters()) {
            Class<?> type = parameter.getType();
            if (parameter.isAnnotationPresent(RequestParam.class)) {
                names.add(parameter.getName());
            } else if (type.isRecord() && type.getPackageName().startsWith("org.callboard")) {
                QueryComponents.of(type).stream().map(QueryComponents::name).forEach(names::add);
            }
        }
        return names;
    }
}
