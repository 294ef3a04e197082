package org.callboard.callapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import org.callboard.access.Scope;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.calls.Switchboard;
import org.callboard.testing.Api;
import org.callboard.testing.Office;
import org.callboard.testing.Statements;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Telephone calls, as programs read them. */
class CallsApiTest {

    private final Switchboard board = new Switchboard();
    private final Api api = board.shop.tenant.api();
    private final String list = api.path("telecom/v3", "/calls");
    private final String former = api.path("telecom/v2", "/calls");

    /** They talked for 192 seconds. */
    private long talked(String call, String from) {
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600);
        board.tell(board.event(call, Kind.ringing, "1", from, null, start));
        board.tell(board.event(call, Kind.answered, "1", from, "12", start.plusSeconds(5)));
        return board.tell(board.event(call, Kind.ended, null, from, null, start.plusSeconds(197)))
                .id();
    }

    private JsonNode only(String query) {
        JsonNode data = Office.ok(api.get(list + query)).get("data");
        assertThat(data.size()).as(query).isEqualTo(1);
        return data.get(0);
    }

    @Test
    void aCallSaysWhoTalkedToWhomForHowLongAndWhatCameOfIt() {
        String from = Switchboard.caller();
        long id = talked("c1", from);
        JsonNode item = only("");
        assertThat(item.get("id").longValue()).isEqualTo(id);
        assertThat(item.get("jobNumber").isNull()).isTrue();
        assertThat(item.get("projectId").longValue()).isZero();
        JsonNode call = item.get("leadCall");
        assertThat(call.get("duration").stringValue()).isEqualTo("00:03:12");
        assertThat(call.get("from").stringValue()).isEqualTo(from);
        assertThat(call.get("to").stringValue()).isEqualTo("+19375550100");
        assertThat(call.get("direction").stringValue()).isEqualTo("Inbound");
        assertThat(call.get("callType").isNull()).isTrue();
        assertThat(call.get("createdBy").isNull()).isTrue();
        assertThat(call.at("/agent/id").longValue()).isEqualTo(board.ann.id());
        assertThat(call.at("/agent/name").stringValue()).isEqualTo(board.ann.displayName());
        assertThat(call.at("/campaign/name").stringValue()).isNotEmpty();
        assertThat(call.get("sid").stringValue()).isEqualTo("c1");
        assertThat(call.get("tags").size()).isZero();
        JsonNode one = Office.ok(api.get(former + "/" + id)).get("leadCall");
        assertThat(one.at("/createdBy/id").longValue()).isZero();
        assertThat(one.at("/campaign/modifiedOn").isNull()).isFalse();
        assertThat(one.has("createdOn")).isFalse();
        JsonNode page = Office.ok(api.get(former));
        assertThat(page.get("totalCount").intValue()).isEqualTo(1);
        assertThat(page.at("/data/0/leadCall/active").booleanValue()).isTrue();
        assertThat(api.get(former + "/1").status()).isEqualTo(404);
    }

    @Test
    void whatTheOfficeMadeOfItIsTheTypeOfACall() {
        long missed = board.missed("m", Switchboard.caller()).id();
        long dismissed = talked("d", Switchboard.caller());
        long booked = talked("b", Switchboard.caller());
        long reason = board.sql("insert into call_reason (tenant_id, name, is_lead, created_on, modified_on) select "
                + board.tenant + ", 'Too expensive', true, now(), now() returning id");
        board.run("update call set desk = 'Dismissed', claimed_by = null, claimed_on = null, lease_until = null,"
                + " closed_on = now(), reason_id = " + reason + " where id = " + dismissed);
        board.run("update call set desk = 'Booked', claimed_by = null, claimed_on = null, lease_until = null,"
                + " closed_on = now() where id = " + booked);
        assertThat(type(missed)).isEqualTo("Abandoned");
        assertThat(type(dismissed)).isEqualTo("Unbooked");
        assertThat(only("?ids=" + dismissed).at("/leadCall/reason/id").longValue())
                .isEqualTo(reason);
        assertThat(type(booked)).isEqualTo("Booked");
        board.run("update call_reason set is_lead = false");
        assertThat(type(dismissed)).isEqualTo("NotLead");
        board.run("update call set excused = true where id = " + dismissed);
        assertThat(type(dismissed)).isEqualTo("Excused");
    }

    private String type(long call) {
        return only("?ids=" + call).at("/leadCall/callType").asString();
    }

    @Test
    void eachEndOfACallIsFoundByItsNumberInAnyFormat() {
        String from = Switchboard.caller();
        long in = talked("in", from);
        long out = board.outgoing("out", Kind.ringing, from, "12").id();
        String typed = "937-" + from.substring(5, 8) + "-" + from.substring(8);
        assertThat(ids("?callerPhoneNumber=" + typed)).containsExactly(in);
        assertThat(ids("?phoneNumberCalled=" + typed)).containsExactly(out);
        assertThat(ids("?phoneNumberCalled=(937)5550100")).containsExactly(in);
        assertThat(ids("?callerPhoneNumber=%2B19375550100")).containsExactly(out);
        assertThat(ids("?callerPhoneNumber=anonymous")).isEmpty();
        assertThat(ids("?minDuration=192")).containsExactly(in);
        assertThat(ids("?minDuration=193")).isEmpty();
        assertThat(ids("?agentName=" + board.ann.displayName().substring(0, 3).toLowerCase()))
                .contains(in);
    }

    private List<Long> ids(String query) {
        return Office.ok(api.get(list + query))
                .get("data")
                .valueStream()
                .map(call -> call.get("id").longValue())
                .toList();
    }

    @Test
    void aRecordingIsWhereTheTelephoneSystemHasIt() {
        long id = board.tell("c1", Kind.recording, null, Switchboard.caller()).id();
        Api.Answer answer = api.get(former + "/" + id + "/recording");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("https://pbx.example.com/c1");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(api.get(former + "/" + id + "/voicemail").status()).isEqualTo(404);
        Api other = board.shop.tenant.api(EnumSet.of(Scope.CALLS_WRITE), null);
        assertThat(other.get(former + "/" + id + "/recording").status()).isEqualTo(403);
    }

    @Test
    void aLeadNamesItsCallAsOneOfATelephoneOrOneOpenedByHand() {
        String from = Switchboard.caller();
        long call = board.byHand(board.ann, from);
        JsonNode lead = Office.ok(api.post(
                api.path("crm/v2", "/leads"),
                "{\"campaignId\":%d,\"summary\":\"x\",\"callReasonId\":%d}"
                        .formatted(board.shop.campaign, board.shop.reason)));
        String path = api.path("crm/v2", "/leads/" + lead.get("id"));
        assertThat(lead.get("callId").isNull()).isTrue();
        assertThat(lead.get("manualCallId").isNull()).isTrue();
        board.run("update lead set call_id = " + call);
        assertThat(Office.ok(api.get(path)).get("manualCallId").longValue()).isEqualTo(call);
        String feed = api.path("crm/v2", "/export/leads?includeRecentChanges=true");
        JsonNode before = Office.ok(api.get(feed));
        assertThat(before.at("/data/0/manualCallId").longValue()).isEqualTo(call);
        assertThat(board.tell("c1", Kind.ringing, "1", from).id()).isEqualTo(call);
        JsonNode after =
                Office.ok(api.get(feed + "&from=" + before.get("continueFrom").stringValue()));
        assertThat(after.at("/data/0/callId").longValue()).isEqualTo(call);
        assertThat(after.at("/data/0/manualCallId").isNull()).isTrue();
    }

    /** However many there are: no list asks for each of its rows. */
    @Test
    void aListIsReadInAsManyStatementsHoweverLongItIs() {
        talked("c", Switchboard.caller());
        Office.ok(api.get(list));
        List<String> lists = List.of(list, former, api.path("telecom/v2", "/export/calls"));
        List<Integer> one = lists.stream().map(this::statements).toList();
        for (int i = 0; i < 5; i++) {
            talked("c" + i, Switchboard.caller());
        }
        assertThat(lists.stream().map(this::statements).toList()).isEqualTo(one);
    }

    private int statements(String path) {
        return Statements.of(() -> Office.ok(api.get(path))).size();
    }
}
