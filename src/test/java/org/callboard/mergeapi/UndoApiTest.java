package org.callboard.mergeapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.mergeapi.MergingOffice.id;
import static org.callboard.mergeapi.MergingOffice.line;
import static org.callboard.mergeapi.MergingOffice.place;
import static org.callboard.mergeapi.MergingOffice.refused;
import static org.callboard.mergeapi.MergingOffice.tag;

import java.util.EnumSet;
import org.callboard.access.Scope;
import org.callboard.calls.Switchboard;
import org.callboard.jobs.Jobs;
import org.callboard.testing.Api;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Programs undo a merge: what nobody touched goes back, what came since goes where they say. */
class UndoApiTest {

    private final MergingOffice shop = new MergingOffice();
    private final Office office = shop.office;
    private final Api api = shop.api;
    private final JsonNode ada = shop.customer("Jordan Reyes");
    private final JsonNode bob = shop.customer("J. Reyes");
    private final long kept = id(ada);
    private final long removed = id(bob);

    private String undo(JsonNode merge) {
        return shop.merges + "/" + id(merge) + "/undo";
    }

    @Test
    void whatWasChangedSinceStaysAndIsNamed() {
        shop.change(removed, "{\"doNotMail\": true}");
        JsonNode merge = shop.mergedCustomers(kept, removed);
        JsonNode before = shop.undoPreview(merge);
        assertThat(line(before, "goesBack", "what", "Location").get("count").longValue())
                .isEqualTo(1);
        assertThat(line(before, "stays", "name", "doNotMail").get("why").stringValue())
                .isEqualTo("Stricter");
        shop.change(kept, "{\"name\":\"Jo Reyes\"}");
        Api.Answer stale = api.post(undo(merge), "{" + tag(before) + "}");
        refused(stale, 412, "stale");
        JsonNode fresh = stale.json().at("/data/preview");
        assertThat(fresh).isEqualTo(shop.undoPreview(merge));
        JsonNode undone = Office.ok(api.post(undo(merge), "{" + tag(fresh) + "}"));
        assertThat(undone.get("state").stringValue()).isEqualTo("Undone");
        assertThat(undone.get("undoneBy").stringValue()).isNotBlank();
        assertThat(undone.get("undoableUntil").isNull()).isTrue();
        assertThat(shop.get(kept).get("name").stringValue()).isEqualTo("Jo Reyes");
        JsonNode back = shop.get(removed);
        assertThat(back.get("name").stringValue()).isEqualTo("J. Reyes");
        assertThat(back.get("active").booleanValue()).isTrue();
        assertThat(back.get("mergedToId").isNull()).isTrue();
        assertThat(office.ids(office.locations + "?customerId=" + removed)).containsExactly(place(bob));
        assertThat(Office.ok(api.post(undo(merge), "{" + tag(fresh) + "}")))
                .as("again")
                .isEqualTo(undone);
    }

    @Test
    void afterHalfAYearItIsTooLate() {
        JsonNode merge = shop.mergedCustomers(kept, removed);
        shop.sql("update merge set merged_on = merged_on - interval '181 days'");
        JsonNode preview = shop.undoPreview(merge);
        assertThat(preview.at("/blockers/0/reason").stringValue()).isEqualTo("Expired");
        Api.Answer refused = api.post(undo(merge), "{" + tag(preview) + "}");
        refused(refused, 409, "merge-not-undoable");
        assertThat(refused.json().get("title").stringValue()).contains("can't be undone any more");
        assertThat(refused.json().at("/data/reasons/0").stringValue()).isEqualTo("Expired");
    }

    @Test
    void aLaterMergeComesFirst() {
        JsonNode first = shop.mergedCustomers(kept, removed);
        JsonNode second = shop.mergedCustomers(id(shop.customer("Jo Reyes")), kept);
        Api.Answer refused = shop.undo(first);
        refused(refused, 409, "merge-not-undoable");
        assertThat(refused.json().at("/data/mergeId").longValue()).isEqualTo(id(second));
        assertThat(shop.get(removed).get("mergedToId").longValue())
                .isEqualTo(second.get("keptId").longValue());
        Office.ok(shop.undo(second));
        Office.ok(shop.undo(first));
        assertThat(shop.get(removed).get("mergedToId").isNull()).isTrue();
    }

    @Test
    void whatWasMadeSinceGoesWhereItIsSaid() {
        JsonNode merge = shop.mergedCustomers(kept, removed);
        long shed = shop.location(kept, "Shed");
        long barn = shop.location(kept, "Barn");
        JsonNode preview = shop.undoPreview(merge);
        assertThat(preview.get("madeSince")
                        .valueStream()
                        .map(one -> one.get("id").longValue()))
                .containsExactly(shed, barn);
        String choices = "\"choices\":{\"locations\":[{\"id\":%d,\"goesBack\":true},{\"id\":%d,\"goesBack\":false}]}";
        assertThat(Office.wrong(
                        api.post(undo(merge), "{" + tag(preview) + "," + choices.formatted(shed, place(bob)) + "}")))
                .containsExactly("choices.locations[1].id");
        Office.ok(api.post(undo(merge), "{" + tag(preview) + "," + choices.formatted(shed, barn) + "}"));
        assertThat(office.ids(office.locations + "?customerId=" + removed)).containsExactlyInAnyOrder(place(bob), shed);
        assertThat(office.ids(office.locations + "?customerId=" + kept)).containsExactlyInAnyOrder(place(ada), barn);
    }

    @Test
    void aCallThatCameSinceGoesWhereItIsSaid() {
        Switchboard board = new Switchboard();
        long one = board.shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        long other = board.shop.customer("J. Reyes", "937-555-0143", "90 Elm St");
        Api all = board.shop.tenant.merging();
        String merge = all.path("callboard/v1", "/customers/" + one + "/merge");
        JsonNode seen = Office.ok(all.post(merge + "-preview", MergingOffice.asked(other)));
        JsonNode done = Office.ok(all.post(merge, MergingOffice.asked(other, tag(seen))));
        long call = board.missed("m", Switchboard.caller()).id();
        board.run("update call set customer_id = " + one + " where id = " + call);
        String undo = all.path("callboard/v1", "/merges/" + id(done) + "/undo");
        JsonNode preview = Office.ok(all.get(undo + "-preview"));
        assertThat(preview.at("/madeSince/0/what").stringValue()).isEqualTo("Call");
        assertThat(preview.at("/madeSince/0/goesBack").booleanValue()).isFalse();
        String choices = ",\"choices\":{\"calls\":[{\"id\":%d,\"goesBack\":true}]}}";
        assertThat(Office.wrong(all.post(undo, "{" + tag(preview) + choices.formatted(call + 1))))
                .containsExactly("choices.calls[0].id");
        Office.ok(all.post(undo, "{" + tag(preview) + choices.formatted(call)));
        assertThat(board.call(call).handling().customerId()).isEqualTo(other);
    }

    /** What a job or lead is about is read by those who may read jobs or leads. */
    @Test
    void whatTheConnectionMayNotReadIsOnlyCounted() {
        Shop work = new Shop();
        long one = work.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        long other = work.customer("J. Reyes", "937-555-0143", "90 Elm St");
        Api all = work.tenant.merging();
        Api narrow = work.tenant.merging(EnumSet.of(Scope.CUSTOMERS_READ, Scope.CUSTOMERS_WRITE));
        lead(work, all, other, "Secret wish");
        String merge = all.path("callboard/v1", "/customers/" + one + "/merge");
        String body = MergingOffice.asked(other);
        JsonNode seen = Office.ok(all.post(merge + "-preview", body));
        JsonNode hidden = Office.ok(narrow.post(merge + "-preview", body));
        assertThat(line(seen, "moving", "kind", "Lead").at("/first/0/text").stringValue())
                .isEqualTo("Secret wish");
        assertThat(line(hidden, "moving", "kind", "Lead").toString())
                .isEqualTo("{\"kind\":\"Lead\",\"count\":1,\"first\":[]}");
        JsonNode done = Office.ok(all.post(merge, MergingOffice.asked(other, tag(seen))));
        lead(work, all, one, "Another wish");
        String undo = all.path("callboard/v1", "/merges/" + id(done) + "/undo-preview");
        assertThat(Office.ok(all.get(undo)).at("/madeSince/0/text").stringValue())
                .isEqualTo("Another wish");
        assertThat(Office.ok(narrow.get(undo)).at("/madeSince/0/text").stringValue())
                .isEmpty();
    }

    private static void lead(Shop work, Api api, long customer, String summary) {
        Office.ok(api.post(
                api.path("crm/v2", "/leads"),
                "{\"campaignId\":%d,\"callReasonId\":%d,\"customerId\":%d,\"summary\":\"%s\"}"
                        .formatted(work.campaign, work.reason, customer, summary)));
    }

    @Test
    void aJobAtALocationThatStaysIsStillTheRemovedOnesWhereThatIsSaid() {
        Shop work = new Shop();
        long one = work.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        long other = work.customer("J. Reyes", "937-555-0143", "90 Elm St");
        Api all = work.tenant.merging();
        String merge = all.path("callboard/v1", "/customers/" + one + "/merge");
        String body = MergingOffice.asked(other);
        JsonNode done = Office.ok(all.post(
                merge, MergingOffice.asked(other, tag(Office.ok(all.post(merge + "-preview", body))))));
        long place = work.tenant.caller.call(() -> Server.bean(JdbcClient.class)
                .sql("select min(id) from location")
                .query(Long.class)
                .single());
        long job =
                work.tenant.caller.call(() -> Server.bean(Jobs.class).book(work.tenant.id, work.jobDraft(one, place)));
        String undo = all.path("callboard/v1", "/merges/" + id(done) + "/undo");
        JsonNode preview = Office.ok(all.get(undo + "-preview"));
        Api.Answer answer = all.post(
                undo, "{" + tag(preview) + ",\"choices\":{\"jobs\":[{\"id\":" + job + ",\"goesBack\":true}]}}");
        Office.ok(answer);
        assertThat(Office.ok(all.get(all.path("jpm/v2", "/jobs/" + job)))
                        .get("customerId")
                        .longValue())
                .isEqualTo(other);
    }
}
