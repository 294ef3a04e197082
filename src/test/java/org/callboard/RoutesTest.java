package org.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.testing.Golden;
import org.callboard.testing.Routes;
import org.callboard.testing.Routes.Route;
import org.junit.jupiter.api.Test;

/** Every address that the server answers at, and who may call it. */
class RoutesTest {

    private final List<Route> routes = Routes.all();

    @Test
    void theTableOfRoutesIsTheOneThatWasReviewed() {
        Golden.check(
                "routes.txt",
                routes.stream()
                        .map(route -> "%-6s %s  %s".formatted(route.method(), route.path(), route.access()))
                        .toList(),
                RoutesTest.class);
    }

    @Test
    void everyRouteSaysWhoMayCallIt() {
        assertThat(routes).isNotEmpty().noneMatch(route -> route.access().equals(Routes.CLOSED));
    }

    @Test
    void theApiIsForAppsAndPagesAreForPeople() {
        assertThat(Routes.api()).isNotEmpty().allMatch(route -> route.access().startsWith("scope "));
        assertThat(routes)
                .filteredOn(route -> !Routes.api().contains(route))
                .noneMatch(route -> route.access().startsWith("scope "));
    }

    @Test
    void aRouteForBoundConnectionsNamesTheProviderInItsPath() {
        assertThat(routes)
                .filteredOn(route -> route.access().endsWith("+provider"))
                .allMatch(route -> route.path().contains("/{booking_provider}"));
    }
}
