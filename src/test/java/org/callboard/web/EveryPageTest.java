package org.callboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.callboard.access.Role;
import org.callboard.testing.EveryState;
import org.callboard.testing.Routes;
import org.callboard.testing.Routes.Route;
import org.callboard.testing.Visitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Every address that is read, for every record in every state and with all that pages lead to: shown to the roles that the
 * table of routes names and refused to the others, as a page and as a fragment. No link leads nowhere.
 */
class EveryPageTest {

    private static final Pattern LINK = Pattern.compile("\\b(?:href|src|hx-get|data-src|data-preview)=\"(/[^\"#]*)\"");

    /** A stream that never ends, and what is no page. */
    private static final Pattern PASSED_BY =
            Pattern.compile("/calls/stream|/phone/stream|/error|/openapi.json|/(assets|webjars)/.*");

    /** What an address needs beside its path. */
    private static final Map<String, String> NEEDED = Map.of(
            "/customers/{id}/edit", "?field=name",
            "/customers/{id}/value", "?field=name",
            "/locations/{id}/edit", "?field=name",
            "/locations/{id}/value", "?field=name",
            "/numbers/format", "?value=937-555-0142");

    /** For scripts, which ask for JSON; and for whoever has the seal of a form. */
    private static final Set<String> NO_PAGE = Set.of("/session", "/book/{token}/pictures/{id}");

    /** Filters, orders and pages of a list multiply; so many of one address are enough. */
    private static final int QUERIES = 12;

    private final EveryState company = EveryState.shared();
    private final List<Route> reads = Routes.all().stream()
            .filter(route -> Set.of("GET", "ANY").contains(route.method()))
            .filter(route ->
                    route.access().startsWith("role ") || route.access().startsWith("open: "))
            .filter(route -> !PASSED_BY.matcher(route.path()).matches())
            .toList();

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyAddressIsShownToTheRolesThatItIsFor(Role role) {
        Walk walk = new Walk(role);
        walk.all();
        assertThat(walk.faults).isEmpty();
        assertThat(reads.stream().filter(walk::mayRead).map(Route::path))
                .allMatch(path -> walk.shown.contains(path) || NO_PAGE.contains(path));
    }

    /** One person's way through all of it. */
    private final class Walk {
        private final Role role;
        private final boolean withFragments;
        private final Visitor person;
        private final Deque<String> waiting = new ArrayDeque<>();
        private final Set<String> seen = new HashSet<>();
        private final Set<String> linked = new HashSet<>();
        private final Map<String, Integer> queries = new HashMap<>();
        final Set<String> shown = new TreeSet<>();

        /** By route and status, an address of which it is so. */
        final Map<String, String> faults = new TreeMap<>();

        Walk(Role role) {
            this.role = role;
            this.withFragments =
                    role == Role.Owner || role == Role.Viewer; // the two between see what one of these sees
            this.person = Visitor.signedIn(company.user(role));
        }

        void all() {
            reads.forEach(route ->
                    company.addresses(route).forEach(address -> come(address + NEEDED.getOrDefault(route.path(), ""))));
            come("/customers/merge?"
                    + company.select(
                                    "select 'keep=' || min(id) || '&with=' || max(id) from customer where merged_to_id is null")
                            .getFirst());
            come("/calls/context?customer="
                    + company.select("select min(id) from customer where merged_to_id is null")
                            .getFirst());
            while (!waiting.isEmpty()) {
                visit(waiting.remove());
            }
        }

        private void come(String address) {
            String path = path(address);
            if (!PASSED_BY.matcher(path).matches() && queries.getOrDefault(path, 0) < QUERIES && seen.add(address)) {
                queries.merge(path, 1, Integer::sum);
                waiting.add(address);
            }
        }

        private void visit(String address) {
            Route route = routeOf(address);
            judge(route, address, person.get(address));
            if (withFragments && route.access().startsWith("role ")) {
                judge(route, address, person.get(address, "HX-Request", "true"));
            }
        }

        private boolean mayRead(Route route) {
            return route.access().startsWith("open: ")
                    || role.includes(Role.valueOf(route.access().substring("role ".length())));
        }

        private void judge(Route route, String address, Visitor.Answer answer) {
            int status = answer.status();
            boolean asItShould = !mayRead(route)
                    ? status == 403
                    : linked.contains(address) ? status < 400 : status < 500 && status != 403;
            if (!asItShould) {
                faults.put(route.path() + " " + status, address);
            }
            if (status < 400) {
                shown.add(route.path());
            }
            LINK.matcher(answer.body())
                    .results()
                    .map(link -> HtmlUtils.htmlUnescape(link.group(1)))
                    .forEach(link -> {
                        linked.add(link);
                        come(link);
                    });
        }
    }

    private Route routeOf(String address) {
        PathContainer path = PathContainer.parsePath(path(address));
        return reads.stream()
                .filter(route -> pattern(route).matches(path))
                .min(Comparator.comparing(EveryPageTest::pattern))
                .orElseThrow(() -> new AssertionError("a page leads to " + address + ", where nothing answers"));
    }

    private static String path(String address) {
        return address.replaceFirst("[?].*", "");
    }

    private static PathPattern pattern(Route route) {
        return PathPatternParser.defaultInstance.parse(route.path());
    }
}
