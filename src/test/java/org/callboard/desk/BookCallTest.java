package org.callboard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.callboard.calls.Call;
import org.callboard.calls.CallDesk;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.calls.CloseCall;
import org.callboard.calls.HoldCall;
import org.callboard.calls.Switchboard;
import org.callboard.changes.EntityKind;
import org.callboard.jobs.Job;
import org.callboard.jobs.Jobs;
import org.callboard.leads.ConvertToLead;
import org.callboard.leads.Lead;
import org.callboard.leads.LeadPerson;
import org.callboard.leads.LeadSource;
import org.callboard.mergedids.MergedIds;
import org.callboard.mergedids.MergedIds.Place;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What comes of a call says whom it was about, and what was noted of it stays. */
class BookCallTest {

    private final Switchboard board = new Switchboard();
    private final long tenant = board.tenant;
    private final BookCall bookCall = Server.bean(BookCall.class);
    private final UndoBooking undo = Server.bean(UndoBooking.class);
    private final Jobs jobs = Server.bean(Jobs.class);
    private final String number = Switchboard.caller();
    private final long other = board.shop.customer("Robin Hale", "937-555-0100", "7 Elm St");

    @Test
    void aCallIsAboutTheCustomerOfItsJobUntilThatIsUndone() {
        long call = answered();
        board.run("update call set customer_id = " + other + " where id = " + call);
        Job job = job(book(call));
        assertThat(about(call)).isEqualTo(new Place(job.customerId(), job.locationId()));
        assertThat(job.customerId()).isNotEqualTo(other);

        ann(() -> undo.undo(tenant, job.id()));
        assertThat(about(call)).isEqualTo(new Place(other, null));
        assertThat(board.call(call).desk()).isEqualTo(CallDesk.Open);

        Job second = job(book(call));
        assertThat(about(call)).isEqualTo(new Place(second.customerId(), second.locationId()));
        board.run("update call set customer_id = " + other + ", location_id = null where id = " + call);
        ann(() -> undo.undo(tenant, second.id()));
        assertThat(about(call)).as("somebody said otherwise since").isEqualTo(new Place(other, null));
    }

    @Test
    void ofTwoJobsTheOtherOneSaysWhomItIsAbout() {
        long call = answered();
        Job first = job(book(call));
        long place = board.sql("select id from location where customer_id = " + other);
        Job second = job(board.as(() -> jobs.book(tenant, board.shop.jobDraft(other, place))));
        tie(second, call);
        ann(() -> undo.undo(tenant, first.id()));
        assertThat(board.call(call).desk()).isEqualTo(CallDesk.Booked);
        assertThat(about(call)).isEqualTo(new Place(other, place));
    }

    @Test
    void onceAllItsJobsAreUndoneItIsAboutWhomItWasAbout() {
        long call = answered();
        board.run("update call set customer_id = " + other + " where id = " + call);
        Job first = job(book(call));
        Job second = job(ann(() -> bookCall.another(tenant, call, board.shop.form(), List.of())));
        assertThat(about(call)).isEqualTo(new Place(second.customerId(), second.locationId()));
        ann(() -> undo.undo(tenant, second.id()));
        assertThat(about(call)).isEqualTo(new Place(first.customerId(), first.locationId()));
        ann(() -> undo.undo(tenant, first.id()));
        assertThat(about(call)).isEqualTo(new Place(other, null));
        assertThat(board.call(call).desk()).isEqualTo(CallDesk.Open);
    }

    @Test
    void undoingOneOfTwoLeavesWhatTheOtherSaid() {
        long call = answered();
        Job first = job(book(call));
        long place = board.sql("select id from location where customer_id = " + other);
        Job second = job(board.as(() -> jobs.book(tenant, board.shop.jobDraft(other, place))));
        tie(second, call);
        board.run("update call set customer_id = " + other + ", location_id = " + place + " where id = " + call);
        ann(() -> undo.undo(tenant, first.id()));
        assertThat(about(call)).isEqualTo(new Place(other, place));
    }

    @Test
    void whatWasNotedOfACallStaysWhateverComesOfIt() {
        long booked = noted();
        long job = book(booked);
        assertThat(memo(booked)).isEqualTo("Has a dog");
        ann(() -> undo.undo(tenant, job));
        assertThat(memo(booked)).isEqualTo("Has a dog");

        long lead = noted();
        Lead made = ann(() -> Server.bean(ConvertToLead.class)
                .ofCall(
                        tenant,
                        lead,
                        new ConvertToLead.Answer(board.shop.reason, null, board.shop.campaign, null),
                        new ConvertToLead.Asking(
                                LeadPerson.at(null, "Ann Becker", number, null),
                                new MergedIds.Place(null, null),
                                null)));
        assertThat(made.open()).isTrue();
        assertThat(made.captureSource()).isEqualTo(LeadSource.Call);
        assertThat(memo(lead)).isEqualTo("Has a dog");

        long dismissed = noted();
        CloseCall close = Server.bean(CloseCall.class);
        ann(() -> close.dismiss(tenant, dismissed, board.shop.reason, " "));
        assertThat(memo(dismissed)).isEqualTo("Has a dog");
        ann(() -> Server.bean(HoldCall.class).reopen(tenant, dismissed));
        assertThat(memo(dismissed)).isEqualTo("Has a dog");
        ann(() -> close.dismiss(tenant, dismissed, board.shop.reason, "Sells pens"));
        assertThat(memo(dismissed)).isEqualTo("Sells pens");
        assertThat(board.history(EntityKind.CALL, dismissed)).startsWith("dismissed", "reopened", "dismissed");
    }

    @Test
    void whatCountedForNobodyCountsAgainOnceItIsBroughtBack() {
        long call = answered();
        board.run("update call set desk = 'Dismissed', excused = true, claimed_by = null, claimed_on = null,"
                + " closed_on = now() where id = " + call);
        Call again = ann(() -> Server.bean(HoldCall.class).reopen(tenant, call));
        assertThat(again.handling().excused()).isFalse();
    }

    private long answered() {
        String id = "c" + Switchboard.caller();
        return board.tell(board.event(id, Kind.answered, "1", number, "12", Instant.now()))
                .id();
    }

    private long noted() {
        long call = answered();
        board.run("update call set memo = 'Has a dog' where id = " + call);
        ann(() -> Server.bean(HoldCall.class).takeOver(tenant, call, board.ann.id()));
        return call;
    }

    private long book(long call) {
        return ann(() -> bookCall.book(tenant, call, board.shop.form(), List.of(), null));
    }

    private void tie(Job job, long call) {
        board.as(() -> {
            Server.bean(TransactionTemplate.class).executeWithoutResult(status -> jobs.cameOf(tenant, job.id(), call));
            return null;
        });
    }

    private Job job(long id) {
        return board.as(() -> jobs.get(tenant, id));
    }

    private Place about(long call) {
        return board.call(call).handling().about();
    }

    private String memo(long call) {
        return board.call(call).handling().memo();
    }

    private <T> T ann(Callable<T> work) {
        return board.ann.caller().call(work);
    }
}
