package org.callboard.mergeapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.details.RecordKind.Customer;
import static org.callboard.details.RecordKind.Location;
import static org.callboard.mergeapi.MergingOffice.APPLICATION;
import static org.callboard.mergeapi.MergingOffice.OTHER;
import static org.callboard.mergeapi.MergingOffice.asked;
import static org.callboard.mergeapi.MergingOffice.id;
import static org.callboard.mergeapi.MergingOffice.line;
import static org.callboard.mergeapi.MergingOffice.place;
import static org.callboard.mergeapi.MergingOffice.refused;
import static org.callboard.mergeapi.MergingOffice.tag;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.callboard.access.AppConnection;
import org.callboard.access.Apps;
import org.callboard.access.Role;
import org.callboard.access.Scope;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.testing.Api;
import org.callboard.testing.Eventually;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Programs merge customers and locations: they see what would happen, and nothing else happens. */
class MergesApiTest {

    private final MergingOffice shop = new MergingOffice();
    private final Office office = shop.office;
    private final Api api = shop.api;
    private final JsonNode ada = shop.customer("Jordan Reyes");
    private final JsonNode bob = shop.customer("J. Reyes");
    private final long kept = id(ada);
    private final long removed = id(bob);
    private final String merge = shop.merge(Customer, kept);

    @Test
    void whatThePreviewShowsIsWhatBecomesOfIt() {
        shop.change(removed, "{\"doNotMail\": true, \"paymentTermId\": 7}");
        String choices = "\"choices\":{\"fields\":{\"name\":\"Removed\",\"doNotMail\":\"kept\"}}";
        JsonNode preview = shop.preview(Customer, kept, removed, choices);
        assertThat(line(preview, "fields", "field", "name").get("rule").stringValue())
                .isEqualTo("Chosen");
        assertThat(line(preview, "fields", "field", "paymentTermId").get("rule").stringValue())
                .isEqualTo("Filled");
        JsonNode strict = line(preview, "fields", "field", "doNotMail");
        assertThat(strict.get("rule").stringValue()).isEqualTo("Stricter");
        assertThat(strict.get("result").booleanValue()).isTrue();
        assertThat(line(preview, "warnings", "code", "Stricter").get("text").stringValue())
                .isNotBlank();
        assertThat(line(preview, "moving", "kind", "Location").at("/first/0/id").longValue())
                .isEqualTo(place(bob));
        assertThat(preview.get("blockers")).isEmpty();
        assertThat(shop.get(removed).get("active").booleanValue())
                .as("a preview writes nothing")
                .isTrue();

        JsonNode done = Office.ok(api.post(merge, asked(removed, choices, tag(preview))));
        assertThat(done.get("state").stringValue()).isEqualTo("Done");
        assertThat(done.get("kind").stringValue()).isEqualTo("Customer");
        assertThat(done.get("moved").toString()).isEqualTo("[{\"kind\":\"Location\",\"count\":1}]");
        JsonNode now = shop.get(kept);
        assertThat(now.get("name").stringValue()).isEqualTo("J. Reyes");
        assertThat(now.get("doNotMail").booleanValue()).isTrue();
        assertThat(now.get("paymentTermId").longValue()).isEqualTo(7);
        JsonNode gone = shop.get(removed);
        assertThat(gone.get("active").booleanValue()).isFalse();
        assertThat(gone.get("mergedToId").longValue()).isEqualTo(kept);
        assertThat(office.ids(office.locations + "?customerId=" + kept)).contains(place(bob));
    }

    @Test
    void ofCustomFieldsTheChosenOneHolds() {
        long field = office.field("customer", "Plan", DataType.Text, null);
        shop.change(kept, "{\"customFields\":[{\"typeId\":%d,\"value\":\"Gold\"}]}".formatted(field));
        shop.change(removed, "{\"customFields\":[{\"typeId\":%d,\"value\":\"Silver\"}]}".formatted(field));
        JsonNode plain = shop.preview(Customer, kept, removed);
        assertThat(plain.at("/customFields/0/result").stringValue()).isEqualTo("Gold");
        String silver = "\"choices\":{\"customFields\":[{\"typeId\":%d,\"from\":\"Removed\"}]}".formatted(field);
        JsonNode chosen = shop.preview(Customer, kept, removed, silver);
        assertThat(chosen.at("/customFields/0/result").stringValue()).isEqualTo("Silver");
        refused(api.post(merge, asked(removed, silver, tag(plain))), 412, "stale");
        JsonNode done = Office.ok(api.post(merge, asked(removed, silver, tag(chosen))));
        assertThat(shop.get(kept).at("/customFields/0/value").stringValue()).isEqualTo("Silver");
        Office.ok(shop.undo(done));
        assertThat(shop.get(kept).at("/customFields/0/value").stringValue()).isEqualTo("Gold");
        assertThat(shop.get(removed).at("/customFields/0/value").stringValue()).isEqualTo("Silver");
        String wrong = """
                "choices":{"customFields":[{"typeId":%1$d,"from":"Kept"},{"typeId":%1$d,"from":"Kept"},
                 {"typeId":987654321,"from":"Kept"}]}""".formatted(field);
        assertThat(Office.wrong(api.post(merge + "-preview", asked(removed, wrong))))
                .containsExactly("choices.customFields[1].typeId", "choices.customFields[2].typeId");
    }

    @Test
    void contactsOfBothBecomeOneWithTheStricterWishes() {
        String mobile = "{\"type\":\"MobilePhone\",\"value\":\"%s\",\"memo\":\"%s\"}";
        Office.ok(api.post(office.customers + "/" + kept + "/contacts", mobile.formatted("937-555-0119", "day")));
        Office.ok(api.post(office.customers + "/" + removed + "/contacts", mobile.formatted("(937) 5550119", "night")));
        JsonNode contact = shop.preview(Customer, kept, removed).at("/contacts/0");
        assertThat(contact.get("type").stringValue()).isEqualTo("MobilePhone");
        assertThat(contact.at("/after/memo").stringValue()).isEqualTo("day / night");
        shop.mergedCustomers(kept, removed);
        assertThat(Office.ids(Office.ok(api.get(office.customers + "/" + kept + "/contacts"))
                        .get("data")))
                .containsExactly(contact.get("keptId").longValue());
    }

    @Test
    void againIsTheSameMerge() {
        String body = asked(removed, tag(shop.preview(Customer, kept, removed)));
        Api.Answer first = api.post(merge, body, "Idempotency-Key", "k");
        Api.Answer replayed = api.post(merge, body, "Idempotency-Key", "k");
        assertThat(replayed.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(replayed.text()).isEqualTo(first.text());
        assertThat(Office.ok(api.post(merge, body))).isEqualTo(first.json());
        assertThat(office.actions("customer-merge", id(first.json()))).containsExactly("merged");
    }

    @Test
    void theOtherWayRoundItIsRefusedWithWhoLivesOn() {
        String other = asked(kept, tag(shop.preview(Customer, removed, kept)));
        shop.mergedCustomers(kept, removed);
        Api.Answer refused = api.post(shop.merge(Customer, removed), other);
        refused(refused, 409, "record-merged");
        assertThat(refused.json().at("/data/mergedToId").longValue()).isEqualTo(kept);
        JsonNode preview = shop.preview(Customer, removed, kept);
        assertThat(line(preview, "blockers", "reason", "KeptMerged")
                        .at("/facts/mergedToId")
                        .longValue())
                .isEqualTo(kept);
    }

    @Test
    void nothingIsMergedWithItself() {
        assertThat(Office.wrong(api.post(merge + "-preview", asked(kept)))).containsExactly("removeId");
        assertThat(Office.wrong(api.post(merge, asked(kept, "\"planTag\":\"x\""))))
                .containsExactly("removeId");
        assertThat(shop.get(kept).get("active").booleanValue()).isTrue();
    }

    @Test
    void whatWasChangedSinceThePreviewIsShownAnew() {
        JsonNode preview = shop.preview(Customer, kept, removed);
        shop.change(removed, "{\"name\":\"Joe Reyes\"}");
        Api.Answer stale = api.post(merge, asked(removed, tag(preview)));
        refused(stale, 412, "stale");
        JsonNode fresh = stale.json().at("/data/preview");
        assertThat(line(fresh, "fields", "field", "name").get("removed").stringValue())
                .isEqualTo("Joe Reyes");
        assertThat(fresh).isEqualTo(shop.preview(Customer, kept, removed));
        Office.ok(api.post(merge, asked(removed, tag(fresh))));
    }

    @Test
    void whatIsInTheWayIsSaidAtOnce() {
        shop.sql("update customer set active = false where id = " + kept);
        String pairs = "\"choices\":{\"pairs\":[{\"keptId\":%d,\"removedId\":%d}]}".formatted(place(bob), place(ada));
        JsonNode preview = shop.preview(Customer, kept, removed, pairs);
        assertThat(preview.get("blockers")
                        .valueStream()
                        .map(one -> one.get("reason").stringValue()))
                .containsExactly("KeptInactive", "WrongPair");
        Api.Answer refused = api.post(merge, asked(removed, pairs, tag(preview)));
        refused(refused, 409, "merge-blocked");
        assertThat(refused.json().at("/data/reasons").toString()).isEqualTo("[\"KeptInactive\",\"WrongPair\"]");
    }

    @Test
    void bringingTheKeptOneBackNeedsTheRightToReactivateToo() {
        shop.sql("update customer set active = false where id = " + kept);
        String back = "\"choices\":{\"reactivate\":true}";
        refused(api.post(merge + "-preview", asked(removed, back)), 403, "activation-forbidden");
        refused(api.post(merge, asked(removed, back, "\"planTag\":\"x\"")), 412, "stale");
    }

    @Test
    void locationsAtOneDoorAreOfferedAndMergedWhereChosen() {
        JsonNode offered = shop.preview(Customer, kept, removed).at("/pairs/0");
        assertThat(offered.get("same").booleanValue()).isTrue();
        String pairs = "\"choices\":{\"pairs\":[{\"keptId\":%d,\"removedId\":%d}]}".formatted(place(ada), place(bob));
        JsonNode preview = shop.preview(Customer, kept, removed, pairs);
        assertThat(preview.at("/pairs/0/chosen").booleanValue()).isTrue();
        JsonNode done = Office.ok(api.post(merge, asked(removed, pairs, tag(preview))));
        assertThat(office.ids(office.locations + "?customerId=" + kept)).containsExactly(place(ada));
        JsonNode part = Office.ok(api.get(shop.merges)).at("/data/1");
        assertThat(part.get("kind").stringValue()).isEqualTo("Location");
        assertThat(part.get("partOfId").longValue()).isEqualTo(id(done));
        assertThat(part.get("undoableUntil").isNull()).isTrue();
        refused(shop.undo(part), 409, "merge-not-undoable");
    }

    @Test
    void locationsOfOneCustomerBecomeOne() {
        long second = shop.location(kept, "The same house");
        JsonNode done = shop.merged(Location, place(ada), second);
        assertThat(done.get("kind").stringValue()).isEqualTo("Location");
        JsonNode gone = Office.ok(api.get(office.locations + "/" + second));
        assertThat(gone.get("active").booleanValue()).isFalse();
        assertThat(gone.get("mergedToId").longValue()).isEqualTo(place(ada));
        Office.ok(shop.undo(done));
        assertThat(Office.ok(api.get(office.locations + "/" + second))
                        .get("active")
                        .booleanValue())
                .isTrue();

        JsonNode strange = shop.preview(Location, place(ada), place(bob));
        Api.Answer refused = api.post(shop.merge(Location, place(ada)), asked(place(bob), tag(strange)));
        refused(refused, 409, "merge-blocked");
        assertThat(refused.json().at("/data/reasons/0").stringValue()).isEqualTo("OtherCustomer");
        assertThat(refused.json().at("/data/customerId").longValue()).isEqualTo(removed);
    }

    @Test
    void otherProgramsDataIsOnlyCounted() {
        String data =
                "{\"externalData\":{\"applicationGuid\":\"%s\",\"externalData\":[{\"key\":\"id\",\"value\":\"%s\"}]}}";
        for (String application : List.of(APPLICATION, OTHER)) {
            shop.change(kept, data.formatted(application, "K-" + application.charAt(0)));
            shop.change(removed, data.formatted(application, "R-" + application.charAt(0)));
        }
        JsonNode nobodys = shop.preview(Customer, kept, removed);
        assertThat(nobodys.get("externalDataConflicts").toString()).isEqualTo("{\"count\":2,\"own\":[]}");
        JsonNode own =
                Office.ok(api.post(merge + "-preview?externalDataApplicationGuid=" + APPLICATION, asked(removed)));
        assertThat(own.get("externalDataConflicts").toString())
                .isEqualTo("{\"count\":2,\"own\":[{\"key\":\"id\",\"kept\":\"K-7\",\"removed\":\"R-7\"}]}");
        assertThat(nobodys.toString()).doesNotContain("R-7", "R-3", OTHER);
        Api.Answer stale = api.post(merge, asked(removed, "\"planTag\":\"x\""));
        assertThat(stale.text()).contains("externalDataConflicts").doesNotContain("R-7", "R-3", OTHER);
    }

    @Test
    void whoMayNotMergeIsRefusedBeforeAnythingIsRead() {
        Api other = office.tenant.api();
        JsonNode done = shop.mergedCustomers(kept, removed);
        for (String path : List.of(
                merge,
                merge + "-preview",
                shop.merge(Location, place(ada)),
                shop.merge(Location, place(ada)) + "-preview",
                shop.merges + "/" + id(done) + "/undo")) {
            refused(other.post(path, "{}"), 403, "merge-forbidden");
        }
        Office.ok(other.get(shop.merges + "/" + id(done)));
        Office.ok(other.get(shop.merges + "/" + id(done) + "/undo-preview"));
        assertThat(office.ids(shop.merges)).containsExactly(id(done));
    }

    @Test
    void eachKindNeedsItsScope() {
        long second = shop.location(kept, "The same house");
        JsonNode ofLocations = shop.merged(Location, place(ada), second);
        JsonNode ofCustomers = shop.mergedCustomers(kept, removed);
        Api customers = office.tenant.merging(EnumSet.of(Scope.CUSTOMERS_READ, Scope.CUSTOMERS_WRITE));
        Api locations = office.tenant.merging(EnumSet.of(Scope.LOCATIONS_READ, Scope.LOCATIONS_WRITE));
        refused(locations.post(merge, "{}"), 403, "scope-missing");
        refused(customers.post(shop.merge(Location, place(ada)), "{}"), 403, "scope-missing");
        refused(customers.get(shop.merges + "/" + id(ofLocations)), 403, "scope-missing");
        refused(locations.get(shop.merges + "/" + id(ofCustomers) + "/undo-preview"), 403, "scope-missing");
        String undo = "{\"planTag\":\"x\"}";
        refused(customers.post(shop.merges + "/" + id(ofLocations) + "/undo", undo), 403, "scope-missing");
        refused(customers.post(shop.merges + "/" + id(ofCustomers) + "/undo", undo), 412, "stale");
        assertThat(Office.ids(Office.ok(customers.get(shop.merges)).get("data")))
                .containsExactly(id(ofCustomers));
        assertThat(Office.ids(Office.ok(locations.get(shop.merges)).get("data")))
                .containsExactly(id(ofLocations));
        assertThat(office.ids(shop.merges)).containsExactly(id(ofLocations), id(ofCustomers));
    }

    @Test
    void mergesAreListedByWhenTheyWereMadeOrUndone() {
        JsonNode first = shop.mergedCustomers(kept, removed);
        JsonNode second = shop.mergedCustomers(kept, id(shop.customer("Jo Reyes")));
        shop.sql("update merge set merged_on = merged_on - interval '3 days' where id = " + id(first));
        String yesterday = shop.merges + "?since=" + Instant.now().minusSeconds(86_400);
        assertThat(office.ids(shop.merges)).containsExactly(id(first), id(second));
        assertThat(office.ids(yesterday)).containsExactly(id(second));
        JsonNode undone = Office.ok(shop.undo(first));
        assertThat(undone.get("state").stringValue()).isEqualTo("Undone");
        assertThat(office.ids(yesterday)).containsExactly(id(first), id(second));
        JsonNode page = Office.ok(api.get(shop.merges + "?pageSize=1&includeTotal=true"));
        assertThat(page.get("hasMore").booleanValue()).isTrue();
        assertThat(page.get("totalCount").intValue()).isEqualTo(2);
        assertThat(Office.wrong(api.get(shop.merges + "?since=soon"))).containsExactly("since");
    }

    @Test
    void anotherCompanysRecordIsOneThatIsNotThere() {
        MergingOffice strangers = new MergingOffice();
        JsonNode theirs = strangers.customer("Jordan Reyes");
        JsonNode theirMerge = strangers.mergedCustomers(id(theirs), id(strangers.customer("Jo")));
        for (String path : List.of(merge, merge + "-preview")) {
            Api.Answer there = api.post(path, asked(id(theirs), "\"planTag\":\"x\""));
            Api.Answer nowhere = api.post(path, asked(987654321L, "\"planTag\":\"x\""));
            refused(there, 404, "not-found");
            refused(nowhere, 404, "not-found");
        }
        refused(api.get(shop.merges + "/" + id(theirMerge)), 404, "not-found");
        refused(api.post(shop.merges + "/" + id(theirMerge) + "/undo", "{\"planTag\":\"x\"}"), 404, "not-found");
    }

    @Test
    void aLargeOneIsAnsweredBeforeItIsDone() {
        shop.sql("""
                insert into note (tenant_id, owner_kind, owner_id, text, created_on, modified_on)
                select %d, 'customer', %d, 'Note ' || n, now(), now() from generate_series(1, 25001) n
                """.formatted(api.tenant, removed));
        Api.Answer waiting = api.post(merge, asked(removed, tag(shop.preview(Customer, kept, removed))));
        assertThat(waiting.status()).as(waiting.text()).isEqualTo(202);
        assertThat(waiting.json().get("state").stringValue()).isEqualTo("Waiting");
        String one = shop.merges + "/" + id(waiting.json());
        Eventually.is("Done", () -> {
            Server.lookForDueTasks();
            return Office.ok(api.get(one)).get("state").stringValue();
        });
        assertThat(shop.undo(waiting.json()).status()).isEqualTo(202);
        Eventually.is("Undone", () -> {
            Server.lookForDueTasks();
            return Office.ok(api.get(one)).get("state").stringValue();
        });
    }

    @Test
    void aManagerGivesTheRightAndTakesItBack() {
        Api other = office.tenant.api();
        Visitor manager = Visitor.signedIn(office.tenant.user(Role.Manager));
        String one = "/settings/api-access/connections/" + other.connection.id() + "/may-merge";
        manager.get("/settings/api-access");
        Callable<Integer> previewed =
                () -> other.post(merge + "-preview", asked(removed)).status();
        refused(other.post(merge + "-preview", asked(removed)), 403, "merge-forbidden");
        assertThat(manager.post(one, "may", "true").location()).isEqualTo("/settings/api-access");
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> previewed.call() == 200);
        manager.post(one, "may", "false");
        manager.post(one, "may", "false");
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> previewed.call() == 403);
        assertThat(office.actions("connection", other.connection.id()))
                .as("the same again is no change")
                .containsExactly("updated", "updated", "created");

        manager.get("/settings/api-access/connect");
        manager.postForm(
                "/settings/api-access/connect",
                "app=new&name=Cleaner&scopes=customers:read&scopes=customers:write&mayMerge=true");
        assertThat(office.tenant.caller.call(() -> Server.bean(Apps.class).connections(api.tenant)))
                .filteredOn(connection -> connection.appName().equals("Cleaner"))
                .extracting(AppConnection::mayMerge)
                .containsExactly(true);
    }
}
