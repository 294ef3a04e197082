package org.callboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.testing.Api;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Routes;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.Test;

/** A token may be asked for with less than its connection has, and then opens no more than that. */
class ScopesTest {

    private static final Set<Scope> ALL = EnumSet.allOf(Scope.class);

    private final TestTenant tenant = TestTenant.create();
    private final Api api = tenant.api();
    private final String customers = api.path("crm/v2", "/customers");

    @Test
    void eachScopeOpensItsOwnRoutesAndNoOther() {
        List<Routes.Route> routes = Routes.api();
        List<Scope> scopes = List.copyOf(ALL);
        List<List<String>> wrong = AtOnce.run(scopes.size(), i -> () -> {
            Api narrowed = api.asking(scopes.get(i));
            return routes.stream()
                    .filter(route -> opens(narrowed, route) != ofScope(scopes.get(i), route))
                    .map(route -> scopes.get(i).word() + ": " + route)
                    .toList();
        });
        assertThat(wrong.stream().flatMap(List::stream)).isEmpty();
        assertThat(routes).allMatch(route -> scopes.stream().anyMatch(scope -> ofScope(scope, route)));
    }

    private boolean opens(Api narrowed, Routes.Route route) {
        String url = route.path().replace("{tenant}", Long.toString(tenant.id)).replaceAll("[{][^}]+}", "0");
        Api.Answer answer = Api.send(narrowed.request(route.method(), url, null));
        return answer.status() != 403 || !answer.text().contains("lacks the scope");
    }

    private static boolean ofScope(Scope scope, Routes.Route route) {
        return List.of(route.access().split(" ", -1)[1].split("[|]")).contains(scope.word());
    }

    @Test
    void theAnswerNamesWhatTheTokenIsGoodFor() {
        assertThat(scopes(api.takeTokenWith("&scope=bookings:read"))).containsExactly("bookings:read");
        assertThat(scopes(api.takeTokenWith("&scope=leads:write+bookings:read")))
                .containsExactlyInAnyOrder("bookings:read", "leads:write");
        for (String nothingAsked : List.of("", "&scope=")) {
            assertThat(scopes(api.takeTokenWith(nothingAsked))).containsExactlyInAnyOrderElementsOf(words(ALL));
        }
    }

    private static List<String> scopes(Api.Answer answer) {
        return List.of(answer.json().get("scope").stringValue().split(" ", -1));
    }

    private static Set<String> words(Set<Scope> scopes) {
        return scopes.stream().map(Scope::word).collect(Collectors.toSet());
    }

    @Test
    void whatTheConnectionDoesNotHaveIsRefused() {
        Api reader = tenant.api(EnumSet.of(Scope.BOOKINGS_READ), null);
        for (String scope : List.of(
                "customers:write",
                "bookings:read+customers:write",
                "everything",
                "bookings:read,bookings:read",
                "BOOKINGS:READ")) {
            Api.Answer refused = reader.takeTokenWith("&scope=" + scope);
            assertThat(refused.status()).as(scope).isEqualTo(400);
            assertThat(refused.text()).isEqualTo("{\"error\":\"invalid_scope\"}");
        }
        for (String twice : List.of("&scope=bookings:read&scope=bookings:read", "&scope=&scope=bookings:read")) {
            assertThat(reader.takeTokenWith(twice).text()).as(twice).isEqualTo("{\"error\":\"invalid_request\"}");
        }
    }

    @Test
    void aTokenFollowsWhatItsConnectionHasNow() {
        Api narrowed = api.asking(Scope.CUSTOMERS_READ, Scope.BOOKINGS_READ);
        assertThat(narrowed.get(customers).status()).isEqualTo(200);
        grant(Scope.CUSTOMERS_WRITE);
        await().atMost(Duration.ofSeconds(4))
                .until(() -> narrowed.get(customers).status() == 403);
        assertThat(api.get(customers).status()).isEqualTo(403);
        grant(Scope.CUSTOMERS_WRITE, Scope.CUSTOMERS_READ, Scope.LEADS_READ);
        await().atMost(Duration.ofSeconds(4))
                .until(() -> narrowed.get(customers).status() == 200);
        String leads = api.path("crm/v2", "/leads");
        assertThat(api.get(leads).status()).as("asked for without scopes").isEqualTo(200);
        assertThat(narrowed.get(leads).status()).isEqualTo(403);
    }

    private void grant(Scope... scopes) {
        tenant.caller.run(() -> Server.bean(Apps.class)
                .update(tenant.id, api.app.id(), "App of " + tenant.id, EnumSet.copyOf(Arrays.asList(scopes)), true));
    }

    @Test
    void anAnswerIsGivenAgainOnlyToATokenThatMayAsk() {
        String address = "{\"street\": \"1 Main St\", \"city\": \"Dayton\", \"state\": \"OH\", \"zip\": \"45402\","
                + " \"country\": \"USA\"}";
        String customer = "{\"name\": \"Jordan\", \"address\": " + address + ", \"locations\": [{\"name\": \"Home\","
                + " \"address\": " + address + "}]}";
        assertThat(api.asking(Scope.CUSTOMERS_WRITE)
                        .post(customers, customer, "Idempotency-Key", "k")
                        .status())
                .isEqualTo(200);
        assertThat(api.asking(Scope.BOOKINGS_READ)
                        .post(customers, customer, "Idempotency-Key", "k")
                        .status())
                .isEqualTo(403);
        assertThat(api.post(customers, customer, "Idempotency-Key", "k").header("Idempotent-Replay"))
                .isEqualTo("true");
    }
}
