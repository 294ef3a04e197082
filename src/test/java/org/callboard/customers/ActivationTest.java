package org.callboard.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callboard.testing.Office.ADDRESS;
import static org.callboard.testing.Office.ok;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.callboard.access.Apps;
import org.callboard.access.Role;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.callboard.testing.Api;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Contract;
import org.callboard.testing.Documents;
import org.callboard.testing.MergedBySql;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Customers and locations go out of use and come back; an active customer always keeps an active location. */
class ActivationTest {

    private static final int ROUNDS = 8;

    private final Office office = new Office();
    private final long tenant = office.tenant.id;
    private final Customers customers = Server.bean(Customers.class);
    private final Locations locations = Server.bean(Locations.class);

    /** A customer with two locations. */
    private record Two(long id, long first, long second) {}

    private Two customer(String name) {
        JsonNode made = ok(office.api.post(office.customers, """
                {"name":"%s","address":%2$s,"locations":[{"name":"a","address":%2$s},{"name":"b","address":%2$s}]}
                """.formatted(name, ADDRESS)));
        return new Two(
                made.get("id").longValue(),
                made.at("/locations/0/id").longValue(),
                made.at("/locations/1/id").longValue());
    }

    private <T> T act(Callable<T> work) {
        return office.tenant.caller.call(work);
    }

    private Customer customer(long id, boolean active) {
        return act(() -> customers.activate(tenant, id, active));
    }

    private Location location(long id, boolean active) {
        return act(() -> locations.activate(tenant, id, active));
    }

    /** The statuses of the answers, sorted. */
    private static List<Integer> statuses(List<Callable<Integer>> work) {
        return AtOnce.run(work.size(), work::get).stream().sorted().toList();
    }

    private Callable<Integer> patch(Api api, String path, String body) {
        return () -> api.patch(path, body).status();
    }

    /** A connection that was given the right to deactivate. */
    private Api activating() {
        Api api = office.tenant.api();
        office.tenant.caller.run(() -> Server.bean(Apps.class).setMayActivate(tenant, api.connection.id(), true));
        return api;
    }

    /** Whoever wrote records in a test wrote their documents too. */
    @AfterEach
    void documentsAreAsMadeAnew() {
        Documents.areAsMadeAnew(tenant);
    }

    @Test
    void aCustomerGoesAndComesBackAndItsLocationsStayAsTheyAre() {
        Two ada = customer("Ada");
        location(ada.second, false);
        Customer before = act(() -> customers.get(tenant, ada.id));
        Customer gone = customer(ada.id, false);
        assertThat(gone.active()).isFalse();
        assertThat(gone.modifiedOn()).isAfter(before.modifiedOn());
        assertThat(act(() -> locations.get(tenant, ada.first)).active()).isTrue();
        assertThat(customer(ada.id, false)).as("again changes nothing").isEqualTo(gone);
        assertThat(customer(ada.id, true).active()).isTrue();
        assertThat(act(() -> locations.get(tenant, ada.second)).active()).isFalse();
        assertThat(office.actions("customer", ada.id)).containsExactly("reactivated", "deactivated", "created");
        assertThat(office.actions("location", ada.second)).containsExactly("deactivated", "created");
        assertThatThrownBy(() -> customer(77, false)).hasMessageContaining("77 was not found");
        assertThatThrownBy(() -> location(77, true)).hasMessageContaining("77 was not found");
    }

    @Test
    void anActiveCustomerKeepsALocationAndAnInactiveOneNeedNot() {
        Two ada = customer("Ada");
        location(ada.first, false);
        assertThatThrownBy(() -> location(ada.second, false)).isInstanceOfSatisfying(Refusal.class, e -> {
            assertThat(e.code()).isEqualTo(RefusalCode.LAST_ACTIVE_LOCATION);
            assertThat(e.title()).contains("last active location of customer " + ada.id);
            assertThat(e.facts()).containsEntry("customerId", ada.id);
        });
        customer(ada.id, false);
        assertThat(location(ada.second, false).active()).isFalse();
        assertThatThrownBy(() -> customer(ada.id, true)).isInstanceOfSatisfying(Refusal.class, e -> {
            assertThat(e.code()).isEqualTo(RefusalCode.NO_ACTIVE_LOCATION);
            assertThat(e.title()).contains("has no active location");
        });
        assertThat(location(ada.first, true).active()).isTrue();
        assertThat(customer(ada.id, true).active()).isTrue();
    }

    @Test
    void whatWasMergedStaysGone() {
        Two ada = customer("Ada");
        Two bob = customer("Bob");
        office.tenant.caller.run(() -> MergedBySql.customer(ada.id, bob.id));
        office.tenant.caller.run(() -> MergedBySql.location(ada.first, bob.first));
        assertThatThrownBy(() -> customer(ada.id, true)).isInstanceOfSatisfying(Refusal.class, e -> {
            assertThat(e.code()).isEqualTo(RefusalCode.RECORD_MERGED);
            assertThat(e.title()).contains("was merged into customer " + bob.id);
            assertThat(e.facts()).containsEntry("mergedToId", bob.id);
        });
        assertThatThrownBy(() -> location(ada.first, true))
                .hasMessageContaining("was merged into location " + bob.first);
    }

    @Test
    void ofTwoWhoDeactivateTheLastTwoLocationsOneIsRefused() {
        Api api = activating();
        for (int i = 0; i < ROUNDS; i++) {
            Two ada = customer("Ada");
            assertThat(statuses(List.of(
                            patch(api, office.locations + "/" + ada.first, "{\"active\":false}"),
                            patch(api, office.locations + "/" + ada.second, "{\"active\":false}"))))
                    .containsExactly(200, 409);
        }
    }

    @Test
    void ofTwoWhoMoveTheLastTwoLocationsAwayOneIsRefused() {
        Two bob = customer("Bob");
        String move = "{\"customerId\":" + bob.id + "}";
        for (int i = 0; i < ROUNDS; i++) {
            Two ada = customer("Ada");
            assertThat(statuses(List.of(
                            patch(office.api, office.locations + "/" + ada.first, move),
                            patch(office.api, office.locations + "/" + ada.second, move))))
                    .containsExactly(200, 409);
        }
    }

    @Test
    void anInactiveCustomerMayLoseItsLastLocation() {
        Two ada = customer("Ada");
        Two bob = customer("Bob");
        customer(ada.id, false);
        for (long id : List.of(ada.first, ada.second)) {
            ok(office.api.patch(office.locations + "/" + id, "{\"customerId\":" + bob.id + "}"));
        }
        assertThatThrownBy(() -> customer(ada.id, true)).hasMessageContaining("has no active location");
    }

    @Test
    void whoMovesDeactivatesOrAddsContactsAtTheSameMomentWaitsButNeverInACircle() {
        Api api = activating();
        Two ada = customer("Ada");
        Two bob = customer("Bob");
        for (int i = 0; i < ROUNDS; i++) {
            long from = i % 2 == 0 ? ada.id : bob.id;
            long to = i % 2 == 0 ? bob.id : ada.id;
            Two cid = customer("Cid");
            String own = office.locations + "/";
            String contact = "{\"type\":\"Email\",\"value\":\"cid%d@example.com\"}".formatted(i);
            List<Integer> all = statuses(List.of(
                    patch(api, own + ada.first, "{\"customerId\":" + to + "}"),
                    patch(api, own + bob.first, "{\"customerId\":" + from + "}"),
                    patch(api, own + cid.first, "{\"active\":false}"),
                    () -> api.post(own + cid.first + "/contacts", contact).status(),
                    patch(api, office.customers + "/" + from, "{\"name\":\"Ada " + i + "\"}"),
                    patch(api, office.customers + "/" + cid.id, "{\"active\":false}")));
            assertThat(all.subList(0, 5)).as("round %d", i).containsOnly(200);
            assertThat(all.getLast()).as("the contact may come too late").isIn(200, 409);
        }
    }

    @Test
    void aConnectionNeedsTheRightAndThenChangesAllAtOnce() {
        Two ada = customer("Ada");
        String own = office.locations + "/" + ada.first;
        Api.Answer refused = Contract.check("Locations_Update", office.api.patch(own, "{\"active\":false}"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("title").stringValue()).contains("may not deactivate a location");

        Api api = activating();
        JsonNode gone = ok(Contract.check("Locations_Update", api.patch(own, "{\"active\":false,\"name\":\"Old\"}")));
        assertThat(gone.get("active").booleanValue()).isFalse();
        assertThat(gone.get("name").stringValue()).isEqualTo("Old");
        assertThat(office.actions("location", ada.first)).containsExactly("deactivated", "updated", "created");

        String last = office.locations + "/" + ada.second;
        Api.Answer kept = Contract.check("Locations_Update", api.patch(last, "{\"active\":false,\"name\":\"Old\"}"));
        assertThat(kept.status()).isEqualTo(409);
        assertThat(ok(api.get(last)).get("name").stringValue())
                .as("nothing was saved")
                .isEqualTo("b");

        String customer = office.customers + "/" + ada.id;
        JsonNode changed = ok(Contract.check(
                "Customers_Update", api.patch(customer, "{\"active\":false,\"doNotMail\":true,\"name\":\"Ada L\"}")));
        assertThat(changed.get("active").booleanValue()).isFalse();
        assertThat(changed.get("name").stringValue()).isEqualTo("Ada L");
        ok(api.patch(own, "{\"active\":true}"));
        assertThat(ok(api.patch(customer, "{\"active\":true}")).get("active").booleanValue())
                .isTrue();
        assertThat(office.api.patch(customer, "{\"active\":false}").status()).isEqualTo(403);
    }

    private int switchOver(String path) {
        boolean active = ok(office.api.get(path)).get("active").booleanValue();
        return office.api.patch(path, "{\"active\":" + !active + "}").status();
    }

    @Test
    void aManagerGivesTheRightAndTakesItBack() {
        Visitor manager = Visitor.signedIn(office.tenant.user(Role.Manager));
        String one = "/settings/api-access/connections/" + office.api.connection.id() + "/may-activate";
        String own = office.customers + "/" + customer("Ada").id;
        manager.get("/settings/api-access");
        assertThat(office.api.patch(own, "{\"active\":false}").status()).isEqualTo(403);
        assertThat(manager.post(one, "may", "true").location()).isEqualTo("/settings/api-access");
        assertThat(manager.get("/settings/api-access").body()).contains("May deactivate");
        Awaitility.await().atMost(Duration.ofSeconds(4)).until(() -> switchOver(own) == 200);
        manager.post(one, "may", "false");
        manager.post(one, "may", "false");
        Awaitility.await().atMost(Duration.ofSeconds(4)).until(() -> switchOver(own) == 403);
        assertThat(office.actions("connection", office.api.connection.id()))
                .as("the same again is no change")
                .containsExactly("updated", "updated", "created");
        assertThat(manager.post("/settings/api-access/connections/77/may-activate", "may", "true")
                        .status())
                .isEqualTo(404);
    }
}
