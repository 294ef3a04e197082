package org.callboard.followups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.callboard.calls.Call;
import org.callboard.calls.CallDesk;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.calls.CallState;
import org.callboard.calls.Switchboard;
import org.callboard.database.RecordShape;
import org.callboard.leads.CreateLead;
import org.callboard.leads.DismissLead;
import org.callboard.leads.LeadDraft;
import org.callboard.leads.LeadPerson;
import org.callboard.leads.LeadSource;
import org.callboard.leads.LeadStatus;
import org.callboard.paging.Paging;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Server;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** Calls in which the office calls about a lead stand in its log, and lead to it. */
class CalledLeadsTest {

    private final Switchboard board = new Switchboard();
    private final String number = Switchboard.caller();
    private final Visitor visitor = Visitor.signedIn(board.ben);

    private long lead(Long customer, String phone) {
        LeadDraft draft = board.shop.leadDraft();
        draft = RecordShape.with(draft, "customerId", customer);
        draft = RecordShape.with(draft, "callReasonId", board.shop.reason);
        LeadDraft called = RecordShape.with(draft, "person", RecordShape.with(LeadPerson.UNKNOWN, "leadPhone", phone));
        return board.ann
                .caller()
                .call(() -> Server.bean(CreateLead.class).create(board.tenant, called, LeadSource.Hand))
                .id();
    }

    private Long tied(Call call) {
        return board.call(call.id()).handling().tiedLeadId();
    }

    private String log(long lead) {
        return visitor.get("/leads/" + lead)
                .body()
                .replaceAll("(?s).*<ol class=\"log", "")
                .replaceAll("(?s)</ol>.*", "");
    }

    @Test
    void theOfficeCallsAboutTheLeadWithTheNumber() {
        long lead = lead(null, number);
        assertThat(log(lead)).contains("Nobody has called yet");
        Call call = board.outgoing("a", Kind.ringing, number, "12");
        assertThat(tied(call)).isEqualTo(lead);
        board.outgoing("a", Kind.answered, number, "12");
        board.outgoing("a", Kind.ended, number, "12");
        board.run("update call set ended_on = answered_on + interval '192 seconds' where id = " + call.id());
        assertThat(log(lead))
                .contains("Call · 3:12", board.ann.displayName(), "/calls/phone/" + call.id())
                .doesNotContain("No next follow-up", "Nobody has called yet");
        assertThat(visitor.get("/calls/phone/" + call.id()).body()).contains("/leads/" + lead);

        Call missed = board.outgoing("b", Kind.missed, number, "13");
        assertThat(tied(missed)).isEqualTo(lead);
        assertThat(log(lead)).containsSubsequence("Call · No answer", board.ben.displayName(), "Call · 3:12");
    }

    @Test
    void aLeadOfACustomerIsCalledByTheCustomersNumber() {
        long lead = lead(board.shop.customer("Jordan Reyes", number, "12 Oak St"), null);
        assertThat(tied(board.outgoing("a", Kind.answered, number, "12"))).isEqualTo(lead);
    }

    @Test
    void whatBecomesOfLeadsLaterSaysNothingOfTheCall() {
        long one = lead(null, number);
        lead(null, number);
        Call call = board.outgoing("a", Kind.answered, number, "12");
        assertThat(tied(call)).isNull();
        board.ann.caller().run(() -> Server.bean(DismissLead.class).dismiss(board.tenant, one, board.shop.reason));
        board.outgoing("a", Kind.ended, number, "12");
        assertThat(tied(call)).isNull();
    }

    @Test
    void itIsAboutTheLeadWhileItGoesOnAndWasOnceItIsOver() {
        long lead = lead(null, number);
        Call call = board.outgoing("a", Kind.ringing, number, "12");
        for (String desk : List.of("Outgoing", "Open", "Internal")) {
            for (CallState state : CallState.values()) {
                board.run("update call set state = '" + state + "', desk = '" + desk + "' where id = " + call.id());
                boolean goesOn = state == CallState.Ringing || state == CallState.Answered;
                assertThat(visitor.get("/calls/phone/" + call.id()).body())
                        .as(state + " " + desk)
                        .contains((goesOn ? "It is" : "It was") + " about <a href=\"/leads/" + lead);
            }
        }
    }

    @Test
    void whoCalledIsTheSameWhereverItIsSaid() {
        long lead = lead(null, number);
        Call call = board.outgoing("a", Kind.ended, number, "12");
        for (int told = 0; told < 8; told++) {
            board.run("update call set agent_id = " + ((told & 1) == 0 ? "null" : board.ann.id()) + ", agent_name = "
                    + ((told & 2) == 0 ? "null" : "'Outside desk'") + ", agent_external_id = "
                    + ((told & 4) == 0 ? "null" : "'pbx-agent-9'") + " where id = " + call.id());
            String agent = board.call(call.id()).agent();
            assertThat(log(lead)).contains((agent == null ? "The office" : agent) + ", ");
            assertThat(visitor.get("/calls/phone").body())
                    .contains("data-label=\"Handled by\"" + (agent == null ? ">" : " title=\"" + agent + "\">"));
        }
    }

    @Test
    void aCallThatNobodyAnsweredIsATryLikeOneThatIsLogged() {
        long lead = lead(null, number);
        board.outgoing("talked", Kind.answered, number, "12");
        board.outgoing("rings", Kind.ringing, number, "12");
        assertThat(last(lead)).isNull();

        Call missed = board.outgoing("missed", Kind.missed, number, "12");
        Instant called = missed.telephone().receivedOn();
        assertThat(last(lead)).isEqualTo(new FollowUpRow.Last("No answer", called, 1));
        assertThat(visitor.get("/follow-ups").body()).contains("No answer").doesNotContain("Not yet");

        logged(lead, Outcome.Busy, called.minusSeconds(60));
        assertThat(last(lead)).isEqualTo(new FollowUpRow.Last("No answer", called, 2));
        Instant later = called.plusSeconds(60);
        logged(lead, Outcome.LeftVoicemail, later);
        assertThat(last(lead)).isEqualTo(new FollowUpRow.Last("Left voicemail", later, 3));
        assertThat(last(lead(null, Switchboard.caller()))).as("another lead").isNull();
    }

    private FollowUpRow.Last last(long lead) {
        return board
                .as(() -> Server.bean(FollowUps.class)
                        .list(board.tenant, LeadStatus.Open, FollowUpFilter.ALL, new Paging(1, 50, false)))
                .page()
                .data()
                .stream()
                .filter(row -> row.id() == lead)
                .map(FollowUpRow::last)
                .toList()
                .getFirst();
    }

    private void logged(long lead, Outcome outcome, Instant on) {
        board.run(
                "insert into lead_follow_up (tenant_id, lead_id, channel, outcome, created_on, created_by_name) values ("
                        + board.tenant + ", " + lead + ", 'Call', '" + outcome + "', '" + on + "', 'Ann')");
    }

    /** Many customers have the number of a landlord: a call there is about none of them. */
    @Test
    void aNumberThatManyHaveIsNobodysLead() {
        long first = board.shop.customer("Tenant 0", number, "1 Oak St");
        for (int i = 1; i < 8; i++) {
            board.shop.customer("Tenant " + i, number, i + 1 + " Oak St");
        }
        lead(first, null);
        assertThat(tied(board.outgoing("a", Kind.answered, number, "12"))).isNull();
    }

    /** Several at once, in any order: one call, tied once, and nothing waits for nothing. */
    @Test
    void whatIsToldAtOnceIsTiedOnce() {
        long lead = lead(null, number);
        List<Kind> kinds = List.of(Kind.ringing, Kind.answered, Kind.ended, Kind.ringing, Kind.ended, Kind.answered);
        List<Call> told = AtOnce.run(6, i -> () -> board.outgoing("a", kinds.get(i), number, "12"));
        assertThat(told.stream().map(Call::id).distinct()).hasSize(1);
        assertThat(tied(told.getFirst())).isEqualTo(lead);
    }

    @Test
    void nobodySaidWhichOfSeveralOrALaterOneOrWhoCalledIn() {
        Call before = board.outgoing("before", Kind.answered, number, "12");
        long lead = lead(null, number);
        board.outgoing("before", Kind.ended, number, "12");
        assertThat(tied(before)).as("it was not there yet").isNull();
        assertThat(tied(board.tell("in", Kind.ringing, "1", number))).isNull();
        Call call = board.outgoing("one", Kind.ringing, number, "12");
        assertThat(tied(call)).isEqualTo(lead);
        lead(null, number);
        assertThat(tied(board.outgoing("two", Kind.ringing, number, "12"))).isNull();
        board.outgoing("one", Kind.ended, number, "12");
        assertThat(tied(call)).as("it stays what it was").isEqualTo(lead);
        assertThat(board.call(call.id()).desk()).isEqualTo(CallDesk.Outgoing);
    }
}
