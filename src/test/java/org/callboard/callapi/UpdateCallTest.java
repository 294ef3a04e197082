package org.callboard.callapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.callboard.access.Scope;
import org.callboard.calls.Call;
import org.callboard.calls.CallDesk;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.calls.Switchboard;
import org.callboard.changes.EntityKind;
import org.callboard.jobs.Jobs;
import org.callboard.settings.CallReason;
import org.callboard.settings.CallReasons;
import org.callboard.testing.Api;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Programs say what came of a call. */
class UpdateCallTest {

    private final Switchboard board = new Switchboard();
    /** It may do nothing else, and is answered all the same. */
    private final Api api = board.shop.tenant.api(EnumSet.of(Scope.CALLS_WRITE), null);

    private final long lead = reason("Too expensive", true);
    private final long other = reason("Wrong number", false);
    private final long customer = board.shop.customer("Robin Hale", "937-555-0100", "7 Elm St");
    private final long location = board.sql("select id from location where customer_id = " + customer);

    private long reason(String name, boolean isLead) {
        return board.as(() -> Server.bean(CallReasons.class)
                .add(board.tenant, new CallReason.Details(name, isLead))
                .id());
    }

    private long call() {
        String id = "c" + Switchboard.caller();
        return board.tell(id, Kind.ringing, "1", Switchboard.caller()).id();
    }

    private long call(CallDesk desk) {
        long id = call();
        boolean closed = EnumSet.of(CallDesk.Booked, CallDesk.Lead, CallDesk.Dismissed, CallDesk.Lost, CallDesk.Joined)
                .contains(desk);
        board.run("update call set desk = '" + desk + "'" + (closed ? ", closed_on = now()" : "")
                + (desk == CallDesk.Joined ? ", active = false, joined_to_id = id" : "") + " where id = " + id);
        return id;
    }

    private long job() {
        return board.as(() -> Server.bean(Jobs.class).book(board.tenant, board.shop.jobDraft(customer, location)));
    }

    private String path(long call) {
        return api.path("telecom/v2", "/calls/" + call);
    }

    private Api.Answer put(long call, String body) {
        return api.put(path(call), body);
    }

    private String desk(long call) {
        return board.call(call).desk().name();
    }

    /** What each type makes of a call in each place of the desk. */
    @Test
    void whatCanComeOfACallFollowsFromWhatCameOfItSoFar() {
        Map<CallDesk, String> expected = new TreeMap<>();
        // Unbooked, NotLead, Excused, Booked with a job, Abandoned
        expected.put(CallDesk.Open, "Dismissed Dismissed Dismissed Booked 409");
        expected.put(CallDesk.Lost, "Dismissed Dismissed Dismissed Booked Lost");
        expected.put(CallDesk.Dismissed, "Dismissed Dismissed Dismissed Booked 409");
        expected.put(CallDesk.Lead, "Lead 409 409 Booked 409");
        expected.put(CallDesk.Booked, "409 409 409 Booked 409");
        expected.put(CallDesk.CallBack, "409 409 409 409 CallBack");
        expected.put(CallDesk.Outgoing, "409 409 409 Booked 409");
        expected.put(CallDesk.Internal, "409 409 409 409 409");
        expected.put(CallDesk.Blocked, "409 409 409 409 409");
        expected.put(CallDesk.Joined, "409 409 409 409 409");
        SoftAssertions all = new SoftAssertions();
        for (CallDesk desk : CallDesk.values()) {
            StringBuilder found = new StringBuilder();
            for (CallType type : new CallType[] {
                CallType.Unbooked, CallType.NotLead, CallType.Excused, CallType.Booked, CallType.Abandoned
            }) {
                long call = call(desk);
                String more = switch (type) {
                    case Unbooked -> ",\"reason\":{\"name\":\"too expensive\",\"lead\":true}";
                    case NotLead, Excused -> ",\"reason\":{\"name\":\"Wrong number\",\"lead\":false}";
                    case Booked -> ",\"jobId\":" + job();
                    case Abandoned -> "";
                };
                Api.Answer answer = put(call, "{\"callType\":\"" + type + "\"" + more + "}");
                if (answer.status() == 200) {
                    assertThat(answer.json().get("callType").asString())
                            .as(desk + " " + type)
                            .isEqualTo(type.name());
                } else {
                    assertThat(desk(call)).as(answer.text()).isEqualTo(desk.name());
                }
                found.append(answer.status() == 200 ? desk(call) : answer.status())
                        .append(' ');
            }
            all.assertThat(found.toString().strip()).as(desk.name()).isEqualTo(expected.get(desk));
        }
        all.assertAll();
    }

    @Test
    void whatIsSentIsKeptAndTheRestStays() {
        long call = board.byHand(board.ann, Switchboard.caller());
        JsonNode answer =
                Office.ok(put(call, """
                {"callId": %d, "callType": "NotLead", "excuseMemo": " Sells pens ", "campaignId": %d, "agentId": %d,
                 "reason": {"name": "WRONG NUMBER"}, "customer": {"id": %d}, "location": {"id": %d}}
                """.formatted(call, board.shop.campaign, board.ben.id(), customer, location)));
        assertThat(answer.at("/reason/id").longValue()).isEqualTo(other);
        assertThat(answer.at("/agent/id").longValue()).isEqualTo(board.ben.id());
        assertThat(answer.at("/customer/id").longValue()).isEqualTo(customer);
        assertThat(answer.at("/campaign/id").longValue()).isEqualTo(board.shop.campaign);
        // ann had it, and has it no more
        assertThat(board.call(call).handling().claimedBy()).isNull();
        assertThat(board.call(call).handling().memo()).isEqualTo("Sells pens");
        assertThat(board.history(EntityKind.CALL, call)).contains("dismissed");
        JsonNode next = Office.ok(put(call, "{\"callType\": \"Unbooked\", \"reason\": {\"name\": \"Too expensive\"}}"));
        assertThat(next.at("/reason/id").longValue()).isEqualTo(lead);
        assertThat(board.call(call).handling().memo()).isEqualTo("Sells pens");
        JsonNode exported = Office.ok(
                        board.shop.tenant.api().get(api.path("telecom/v2", "/export/calls?includeRecentChanges=true")))
                .at("/data/0");
        assertThat(exported.at("/location/id").longValue()).isEqualTo(location);
        assertThat(exported.get("excuseMemo").stringValue()).isEqualTo("Sells pens");
        assertThat(exported.get("type").stringValue()).isEqualTo("Unbooked");
    }

    @Test
    void aJobThatCameOfACallIsItsOwn() {
        long call = call();
        long job = job();
        JsonNode answer = Office.ok(put(call, "{\"jobId\": " + job + "}"));
        assertThat(answer.get("callType").stringValue()).isEqualTo("Booked");
        assertThat(answer.at("/customer/id").longValue()).isEqualTo(customer);
        Api reader = board.shop.tenant.api();
        assertThat(Office.ok(reader.get(api.path("jpm/v2", "/jobs/" + job)))
                        .get("leadCallId")
                        .longValue())
                .isEqualTo(call);
        assertThat(Office.ok(reader.get(path(call))).get("jobNumber").asString())
                .isEqualTo(Long.toString(job));
        Office.ok(put(call, "{\"callType\": \"Booked\"}"));
        long second = call();
        Api.Answer taken = put(second, "{\"jobId\": " + job + "}");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.json().at("/data/callId").longValue()).isEqualTo(call);
        assertThat(desk(second)).isEqualTo("Open");
        assertThat(Office.wrong(put(second, "{\"callType\": \"Booked\"}"))).containsExactly("jobId");
        assertThat(Office.wrong(put(second, "{\"callType\": \"NotLead\", \"jobId\": " + job + "}")))
                .containsExactlyInAnyOrder("callType", "reason");
    }

    @Test
    void everyWrongFieldIsNamedAndNothingIsChanged() {
        long call = call();
        assertThat(Office.wrong(put(call, """
                        {"callId": 1, "callType": "Unbooked", "campaignId": 1, "agentId": 1, "jobId": 1,
                         "reason": {"name": "Wrong number", "lead": true}, "customer": {"id": 1}, "location": {"id": 1}}
                        """)))
                .containsExactlyInAnyOrder(
                        "callId",
                        "campaignId",
                        "agentId",
                        "jobId",
                        "reason",
                        "reason.lead",
                        "customer.id",
                        "location.id");
        assertThat(Office.wrong(put(call, "{\"callType\": \"NotLead\"}"))).containsExactly("reason");
        assertThat(Office.wrong(put(call, "{\"callType\": \"NotLead\", \"reason\": {\"name\": \"Nothing\"}}")))
                .containsExactly("reason.name");
        assertThat(desk(call)).isEqualTo("Open");
        Api.Answer ignored = put(
                call,
                "{\"customer\": {\"id\": " + customer
                        + ", \"name\": \"x\"}, \"reason\": {\"name\": \"x\"}, \"tag\": \"y\"}");
        assertThat(ignored.status()).isEqualTo(200);
        assertThat(ignored.header("Callboard-Ignored"))
                .contains("customer.name")
                .contains("tag")
                .contains("reason");
    }

    @Test
    void aChangeCanRestOnWhatWasSeen() {
        long call = call();
        Api.Answer seen = board.shop.tenant.api().get(path(call));
        Office.ok(put(call, "{\"excuseMemo\": \"one\", \"campaignId\": " + board.shop.campaign + "}"));
        Office.ok(put(call, "{\"callType\": \"Excused\"}"));
        assertThat(Api.send(api.request(
                                "PUT", path(call), "{\"excuseMemo\": \"two\"}", "If-Match", seen.header("ETag")))
                        .status())
                .isEqualTo(412);
        assertThat(board.call(call).handling().memo()).isEqualTo("one");
    }

    @Test
    void whoeverAProgramSaysAnsweredTheCallIsOfWhoAnswers() {
        String number = Switchboard.caller();
        long call = board.tell("c1", Kind.ringing, "1", number, "12").id();
        Office.ok(put(call, "{\"agentId\": " + board.ann.id() + "}"));
        assertThat(board.tell("c1", Kind.answered, "1", number, "12").isClaimedBy(board.ann.id()))
                .isTrue();
        Call transferred = board.tell("c1", Kind.answered, "2", number, "13");
        assertThat(transferred.isClaimedBy(board.ben.id())).isTrue();
        assertThat(transferred.telephone().agentId()).isEqualTo(board.ann.id());

        long other = board.tell("c2", Kind.answered, "1", number, "12").id();
        Office.ok(put(other, "{\"agentId\": " + board.ben.id() + "}"));
        board.tell("c2", Kind.ended, "1", number, "12");
        board.tell("c2", Kind.ringing, "2", number, "13");
        assertThat(board.tell("c2", Kind.answered, "2", number, "13").isClaimedBy(board.ben.id()))
                .isTrue();
    }

    @Test
    void aProgramNamesWhoAnsweredInsteadOfWhoTheTelephoneNamed() {
        String number = Switchboard.caller();
        long call = board.tell("c1", Kind.answered, "1", number, "99").id();
        assertThat(board.call(call).telephone().agentName()).isEqualTo("99");
        Office.ok(put(call, "{\"agentId\": " + board.ben.id() + "}"));
        assertThat(board.call(call).telephone().agentName()).isNull();
        Call ended = board.tell("c1", Kind.ended, null, number);
        assertThat(ended.telephone().agentId()).isEqualTo(board.ben.id());
        assertThat(ended.telephone().agentName()).isNull();
    }

    @Test
    void whatAProgramSaysOfACallOutlivesWhatIsToldLater() {
        String number = Switchboard.caller();
        long call = board.tell("c1", Kind.answered, "1", number).id();
        Office.ok(put(
                call,
                "{\"agentId\": " + board.ben.id() + ", \"callType\": \"NotLead\","
                        + " \"reason\": {\"name\": \"Wrong number\"}}"));
        board.tell("c1", Kind.ended, null, number);
        assertThat(board.call(call).telephone().agentId()).isEqualTo(board.ben.id());
        assertThat(desk(call)).isEqualTo("Dismissed");
        // nothing that leaves the outcome out resets it
        Office.ok(put(call, "{\"excuseMemo\": \"Called the plumber\"}"));
        assertThat(desk(call)).isEqualTo("Dismissed");
        assertThat(board.call(call).handling().reasonId()).isEqualTo(other);
        JsonNode changed = Office.ok(put(call, "{\"reason\": {\"name\": \"Too expensive\"}}"));
        assertThat(changed.get("callType").stringValue()).isEqualTo("Unbooked");
        assertThat(changed.at("/reason/id").longValue()).isEqualTo(lead);
    }

    @Test
    void aJobSaysWhomACallIsAboutWhoeverThatWas() {
        long call = call();
        long former = board.shop.customer("Kim Lowell", "937-555-0111", "9 Elm St");
        Office.ok(put(call, "{\"customer\": {\"id\": " + former + "}}"));
        assertThat(Office.ok(put(call, "{\"jobId\": " + job() + "}"))
                        .at("/customer/id")
                        .longValue())
                .isEqualTo(customer);
    }

    @Test
    void whoMayOnlyChangeCallsOrReadFeedsGetsNoLinksToWhatWasRecorded() {
        String number = Switchboard.caller();
        board.tell("c1", Kind.answered, "1", number, "12");
        long call = board.tell("c1", Kind.recording, null, number).id();
        String memo = "{\"excuseMemo\": \"one\"}";
        assertThat(Office.ok(put(call, memo)).get("recordingUrl").isNull()).isTrue();
        Api reader = board.shop.tenant.api(EnumSet.of(Scope.CALLS_READ, Scope.CALLS_WRITE, Scope.EXPORT), null);
        assertThat(Office.ok(reader.put(path(call), memo)).get("recordingUrl").stringValue())
                .startsWith("https:");
        String feed = api.path("telecom/v2", "/export/calls?includeRecentChanges=true");
        assertThat(Office.ok(reader.get(feed)).at("/data/0/recordingUrl").stringValue())
                .startsWith("https:");
        JsonNode unheard = Office.ok(
                        board.shop.tenant.api(EnumSet.of(Scope.EXPORT), null).get(feed))
                .at("/data/0");
        assertThat(unheard.get("id").longValue()).isEqualTo(call);
        assertThat(unheard.get("recordingUrl").isNull()).isTrue();
        ReadCalls source = Server.bean(ReadCalls.class);
        assertThat(board.as(() -> source.told(
                                source.byIds(board.tenant, List.of(call)).getFirst()))
                        .toString())
                .contains("c1")
                .doesNotContain("pbx.example.com");
    }

    @Test
    void aCallGoesAlongWithAMergeOfItsCustomer() {
        long call = call();
        Office.ok(put(call, "{\"location\": {\"id\": " + location + "}}"));
        assertThat(board.call(call).handling().customerId()).isEqualTo(customer);
        long kept = board.shop.customer("R. Hale", "937-555-0100", "7 Elm Street");
        Api merging = board.shop.tenant.merging();
        String path = merging.path("callboard/v1", "/customers/" + kept + "/merge");
        JsonNode preview = Office.ok(merging.post(path + "-preview", "{\"removeId\": " + customer + "}"));
        assertThat(preview.get("moving").toString()).contains("\"kind\":\"Call\",\"count\":1");
        long merge = Office.ok(merging.post(
                        path, "{\"removeId\": " + customer + ", \"planTag\": " + preview.get("planTag") + "}"))
                .get("id")
                .longValue();
        assertThat(board.call(call).handling().customerId()).isEqualTo(kept);
        assertThat(put(call, "{\"customer\": {\"id\": " + customer + "}}").status())
                .isEqualTo(409);
        String undo = merging.path("callboard/v1", "/merges/" + merge + "/undo");
        JsonNode back = Office.ok(merging.get(undo + "-preview"));
        Office.ok(merging.post(undo, "{\"planTag\": " + back.get("planTag") + "}"));
        assertThat(board.call(call).handling().customerId()).isEqualTo(customer);
    }
}
