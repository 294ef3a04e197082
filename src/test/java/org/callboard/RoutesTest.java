package org.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.callboard.testing.Golden;
import org.callboard.testing.Routes;
import org.callboard.testing.Routes.Route;
import org.junit.jupiter.api.Test;

/** Every address that the server answers at, and who may call it. */
class RoutesTest {

    private final List<Route> routes = Routes.all();

    @Test
    void theTableOfRoutesIsTheOneThatWasReviewed() {
        Golden.check("routes.txt", lines(route -> true), RoutesTest.class);
    }

    @Test
    void everyRouteSaysWhoMayCallIt() {
        assertThat(routes).isNotEmpty();
        assertThat(lines(route -> route.access().equals(Routes.CLOSED))).isEmpty();
    }

    @Test
    void theApiIsForAppsAndAllElseIsNot() {
        List<Route> api = Routes.api();
        assertThat(api).isNotEmpty();
        assertThat(lines(route -> api.contains(route) != route.access().startsWith("scope ")))
                .isEmpty();
    }

    @Test
    void aRouteForBoundConnectionsNamesTheProviderInItsPath() {
        assertThat(lines(route ->
                        route.access().endsWith("+provider") && !route.path().contains("/{booking_provider}")))
                .isEmpty();
    }

    private List<String> lines(Predicate<Route> wanted) {
        return routes.stream()
                .filter(wanted)
                .map(route -> "%-6s %s  %s".formatted(route.method(), route.path(), route.access()))
                .toList();
    }
}
