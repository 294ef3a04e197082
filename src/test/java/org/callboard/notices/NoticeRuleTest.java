package org.callboard.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.jobs.VisitTime;
import org.callboard.jobs.VisitsChanged.State;
import org.callboard.jobs.VisitsChanged.Visit;
import org.callboard.mail.Channel;
import org.callboard.mail.MessageState;
import org.callboard.notices.NoticeRule.Decision;
import org.callboard.notices.NoticeRule.Notice;
import org.junit.jupiter.api.Test;

/** Who is told what, by what they know. */
class NoticeRuleTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final VisitTime MONDAY = time("2026-12-07T14:00:00Z");
    private static final VisitTime TUESDAY = time("2026-12-08T14:00:00Z");
    private static final VisitTime WEDNESDAY = time("2026-12-09T14:00:00Z");
    private static final VisitTime OVER = time("2026-11-29T14:00:00Z");

    private static final State HELD = new State(true, AppointmentStatus.Hold, MONDAY);
    private static final State CANCELED = new State(true, AppointmentStatus.Canceled, MONDAY);

    @Test
    void whatIsBookedIsConfirmed() {
        assertThat(decide(null, at(MONDAY), null)).isEqualTo(says(null, MONDAY));
        assertThat(decide(null, at(OVER), null)).isEqualTo(Decision.NOTHING);
        assertThat(decide(CANCELED, at(MONDAY), null)).isEqualTo(says(null, MONDAY));
    }

    @Test
    void whatIsMovedIsToldWithBothTimes() {
        Told sent = told(MessageState.Sent, null, MONDAY);
        assertThat(decide(at(MONDAY), at(TUESDAY), sent)).isEqualTo(says(MONDAY, TUESDAY));
        assertThat(decide(at(MONDAY), at(TUESDAY), null)).isEqualTo(says(MONDAY, TUESDAY)); // by telephone
        assertThat(decide(at(OVER), at(TUESDAY), sent)).isEqualTo(says(OVER, TUESDAY));
        assertThat(decide(at(MONDAY), at(OVER), sent)).isEqualTo(Decision.NOTHING);
        assertThat(decide(HELD, at(TUESDAY), sent)).isEqualTo(says(MONDAY, TUESDAY));
    }

    @Test
    void aMessageThatStillWaitsIsReplaced() {
        Told confirmation = told(MessageState.Queued, null, MONDAY);
        assertThat(decide(at(MONDAY), at(TUESDAY), confirmation)).isEqualTo(instead(null, TUESDAY));
        Told change = told(MessageState.Queued, MONDAY, TUESDAY);
        assertThat(decide(at(TUESDAY), at(WEDNESDAY), change)).isEqualTo(instead(MONDAY, WEDNESDAY));
        assertThat(decide(at(TUESDAY), at(MONDAY), change)).isEqualTo(new Decision(true, null));
        Told cancellation = told(MessageState.Queued, MONDAY, null);
        assertThat(decide(CANCELED, at(MONDAY), cancellation)).isEqualTo(new Decision(true, null));
        assertThat(decide(CANCELED, at(TUESDAY), cancellation)).isEqualTo(instead(MONDAY, TUESDAY));
    }

    @Test
    void whatIsCanceledIsToldToWhoKnewOfIt() {
        assertThat(decide(at(MONDAY), CANCELED, told(MessageState.Sent, null, MONDAY)))
                .isEqualTo(says(MONDAY, null));
        assertThat(decide(at(MONDAY), CANCELED, null)).isEqualTo(says(MONDAY, null));
        assertThat(decide(at(MONDAY), removed(), null)).isEqualTo(says(MONDAY, null));
        assertThat(decide(at(MONDAY), CANCELED, told(MessageState.Queued, null, MONDAY)))
                .isEqualTo(new Decision(true, null));
        assertThat(decide(at(TUESDAY), CANCELED, told(MessageState.Queued, MONDAY, TUESDAY)))
                .isEqualTo(instead(MONDAY, null));
        assertThat(decide(at(OVER), CANCELED, null)).isEqualTo(Decision.NOTHING);
    }

    @Test
    void whatIsHeldIsNotToldAndWhatWaitsIsTakenBack() {
        Told waiting = told(MessageState.Queued, null, MONDAY);
        assertThat(decide(at(MONDAY), HELD, waiting)).isEqualTo(new Decision(true, null));
        assertThat(decide(HELD, at(MONDAY), told(MessageState.Withdrawn, null, MONDAY)))
                .isEqualTo(says(null, MONDAY));
        assertThat(decide(HELD, at(MONDAY), told(MessageState.Sent, null, MONDAY)))
                .isEqualTo(Decision.NOTHING);
    }

    @Test
    void whatIsCanceledWhileItIsHeldIsWhatTheCustomerHeard() {
        assertThat(decide(HELD, CANCELED, told(MessageState.Sent, null, MONDAY)))
                .isEqualTo(says(MONDAY, null));
        assertThat(decide(HELD, CANCELED, told(MessageState.Withdrawn, TUESDAY, MONDAY)))
                .isEqualTo(says(TUESDAY, null));
        assertThat(decide(HELD, removed(), told(MessageState.Withdrawn, TUESDAY, MONDAY)))
                .isEqualTo(says(TUESDAY, null));
        assertThat(decide(HELD, CANCELED, told(MessageState.Withdrawn, null, MONDAY)))
                .isEqualTo(Decision.NOTHING);
        assertThat(decide(at(TUESDAY), CANCELED, told(MessageState.Withdrawn, null, MONDAY)))
                .isEqualTo(says(TUESDAY, null)); // moved without a message, so by telephone
    }

    @Test
    void howFarTheTechniciansAreIsNotTold() {
        State working = new State(true, AppointmentStatus.Working, MONDAY);
        State done = new State(true, AppointmentStatus.Done, MONDAY);
        Told withdrawn = told(MessageState.Withdrawn, null, MONDAY);
        assertThat(decide(at(MONDAY), working, withdrawn)).isEqualTo(Decision.NOTHING);
        assertThat(decide(working, done, null)).isEqualTo(Decision.NOTHING);
        assertThat(decide(done, working, null)).isEqualTo(Decision.NOTHING);
    }

    @Test
    void anUndoneBookingIsToldToWhoWasToldOfIt() {
        Visit visit = new Visit(1, at(MONDAY), removed());
        assertThat(NoticeRule.decide(visit, null, true, NOW)).isEqualTo(Decision.NOTHING);
        assertThat(NoticeRule.decide(visit, told(MessageState.Queued, null, MONDAY), true, NOW))
                .isEqualTo(new Decision(true, null));
        assertThat(NoticeRule.decide(visit, told(MessageState.Kept, null, MONDAY), true, NOW))
                .isEqualTo(says(MONDAY, null));
        assertThat(NoticeRule.decide(visit, told(MessageState.Withdrawn, null, MONDAY), true, NOW))
                .isEqualTo(Decision.NOTHING);
    }

    @Test
    void whoStillWaitsIsToldThatNobodyComes() {
        VisitTime begun = window(NOW.minusSeconds(600), NOW.plusSeconds(600));
        assertThat(decide(at(begun), CANCELED, null)).isEqualTo(says(begun, null));
        assertThat(decide(null, at(begun), null)).isEqualTo(Decision.NOTHING);
        assertThat(decide(at(MONDAY), at(begun), null)).isEqualTo(Decision.NOTHING);
        VisitTime over = window(NOW.minusSeconds(600), NOW);
        assertThat(decide(at(over), CANCELED, null)).isEqualTo(Decision.NOTHING);
        assertThat(notice(begun, null).over()).isEqualTo(NOW.plusSeconds(600));
        assertThat(notice(MONDAY, begun).over()).isEqualTo(NOW.minusSeconds(600));
    }

    @Test
    void onlyTheArrivalWindowIsTold() {
        Instant nine = MONDAY.startOn();
        VisitTime window = new VisitTime(nine.plusSeconds(600), nine.plusSeconds(9000), nine, nine.plusSeconds(7200));
        VisitTime longer = new VisitTime(nine.plusSeconds(1200), nine.plusSeconds(9999), nine, nine.plusSeconds(7200));
        assertThat(decide(at(window), at(longer), null)).isEqualTo(Decision.NOTHING);
        assertThat(decide(null, at(window), null).notice().is()).isEqualTo(new ToldTime(nine, nine.plusSeconds(7200)));
    }

    private static Decision decide(State before, State after, Told last) {
        return NoticeRule.decide(new Visit(1, before, after), last, false, NOW);
    }

    private static State at(VisitTime time) {
        return new State(true, AppointmentStatus.Scheduled, time);
    }

    private static State removed() {
        return new State(false, AppointmentStatus.Scheduled, MONDAY);
    }

    private static VisitTime window(Instant from, Instant until) {
        return new VisitTime(from, from.plusSeconds(7200), from, until);
    }

    private static VisitTime time(String start) {
        return VisitTime.of(Instant.parse(start), Instant.parse(start).plusSeconds(7200));
    }

    private static Told told(MessageState state, VisitTime was, VisitTime is) {
        return new Told(7, 1, Channel.Mail, state, told(was), told(is));
    }

    private static ToldTime told(VisitTime time) {
        return time == null ? null : ToldTime.of(time);
    }

    private static Decision says(VisitTime was, VisitTime is) {
        return new Decision(false, notice(was, is));
    }

    private static Decision instead(VisitTime was, VisitTime is) {
        return new Decision(true, notice(was, is));
    }

    private static Notice notice(VisitTime was, VisitTime is) {
        NoticeKind kind =
                is == null ? NoticeKind.Cancellation : was == null ? NoticeKind.Confirmation : NoticeKind.Change;
        return new Notice(kind, told(was), told(is));
    }
}
