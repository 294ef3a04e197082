package org.callboard.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.merging.MergingShop.CUSTOMER;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.callboard.calls.Call;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.calls.CloseCall;
import org.callboard.calls.Switchboard;
import org.callboard.contactpoints.ContactType;
import org.callboard.database.RecordShape;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.dispatch.CancelJob;
import org.callboard.dispatch.EditJob;
import org.callboard.dispatch.RescheduleAppointment;
import org.callboard.dispatch.RescheduleAppointment.BusyTechnicians;
import org.callboard.dispatch.RescheduleAppointment.Reschedule;
import org.callboard.http.Precondition;
import org.callboard.jobreasons.JobCancelReasons;
import org.callboard.jobreasons.ReasonName;
import org.callboard.jobs.Appointments;
import org.callboard.jobs.VisitTime;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.callboard.testing.Api;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Documents;
import org.callboard.testing.Server;
import org.callboard.validation.FieldErrors;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;

/** Who works at a customer while it is merged finds it moved or is refused: nothing is ever left behind. */
class ParallelMergeTest {

    private static final int WRITERS = 50;

    private final MergingShop shop = new MergingShop();
    private final long kept = shop.customer("Jordan Reyes");
    private final long removed = shop.customer("J. Reyes", "90 Elm St", null);

    /** True where it was done, false where it was refused as over HTTP with 409. */
    private static boolean done(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Refusal.Conflict | DataIntegrityViolationException | PessimisticLockingFailureException e) {
            return false;
        }
    }

    @Test
    void jobsThatAreBookedMeanwhileAreTheKeptOnesOrRefused() {
        long place = shop.place(removed);
        String tag = shop.preview(kept, removed, Choices.NONE).planTag();
        List<Boolean> booked = AtOnce.run(
                WRITERS + 1,
                i -> i == WRITERS / 2 ? merging(kept, removed, tag) : () -> done(() -> shop.job(removed, place)));
        assertThat(shop.get(removed).mergedToId()).isEqualTo(kept);
        assertThat(shop.count("job where customer_id = " + removed)).isZero();
        assertThat(shop.count("invoice where customer_id = " + removed)).isZero();
        long jobs = booked.stream().filter(Boolean::booleanValue).count() - 1;
        assertThat(shop.count("job where customer_id = " + kept)).isEqualTo(jobs);
        assertThat(shop.location(place).customerId()).isEqualTo(kept);
    }

    @Test
    void actsOnJobsMeanwhileNeverWaitInACircle() {
        long place = shop.place(removed);
        long third = shop.customer("Sam Lee", "7 Ash St", null);
        long theirs = shop.place(third);
        long reason = shop.shop.tenant.caller.call(() -> Server.bean(JobCancelReasons.class)
                .add(shop.tenant, new ReasonName("Price"))
                .id());
        List<Long> jobs = IntStream.range(0, 36)
                .mapToObj(i -> i % 3 == 0 ? shop.job(third, theirs) : shop.job(removed, place))
                .toList();
        String tag = shop.preview(kept, removed, Choices.NONE).planTag();
        List<String> came = AtOnce.run(37, i -> () -> {
            try {
                shop.shop.tenant.caller.run(() -> {
                    if (i == 36) {
                        shop.merging.merge(CUSTOMER, shop.tenant, kept, removed, Choices.NONE, tag);
                    } else {
                        act(i % 3, jobs.get(i), place, reason);
                    }
                });
                return "done";
            } catch (Refusal e) {
                return e.code().word();
            }
        });
        assertThat(came).isSubsetOf("done", "record-merged").endsWith("done");
        assertThat(shop.count("job where customer_id = " + removed)).isZero();
        assertThat(shop.count("invoice where customer_id = " + removed)).isZero();
        assertThat(shop.count("job where status = 'Canceled'")).isEqualTo(12);
        assertThat(shop.count("invoice where not active")).isEqualTo(12);
    }

    /** A job of theirs is given to the customer who is merged; one of that customer is canceled, or moved to another time. */
    private void act(int what, long job, long place, long reason) {
        switch (what) {
            case 0 ->
                Server.bean(EditJob.class)
                        .update(
                                shop.tenant,
                                job,
                                details -> RecordShape.with(
                                        RecordShape.with(details, "customerId", removed), "locationId", place),
                                CustomDataDraft.NONE,
                                new FieldErrors(),
                                Precondition.NONE);
            case 1 ->
                Server.bean(CancelJob.class)
                        .cancel(shop.tenant, job, reason, null, new FieldErrors(), Precondition.NONE);
            default -> {
                Instant start = Instant.parse("2027-02-01T14:00:00Z");
                long visit = Server.bean(Appointments.class)
                        .ofJob(shop.tenant, job)
                        .getFirst()
                        .id();
                Server.bean(RescheduleAppointment.class)
                        .reschedule(
                                shop.tenant,
                                visit,
                                new Reschedule(
                                        VisitTime.of(start, start.plusSeconds(3600)), null, BusyTechnicians.KEEP),
                                Precondition.NONE);
            }
        }
    }

    private Callable<Boolean> merging(long into, long from, String tag) {
        return () -> done(() -> shop.shop.tenant.caller.run(
                () -> shop.merging.merge(CUSTOMER, shop.tenant, into, from, Choices.NONE, tag)));
    }

    /** Looks again where a contact has come in since, as whoever merges does. */
    private boolean mergeAsShown() {
        boolean merged = false;
        while (!merged) {
            try {
                shop.merge(kept, removed);
                merged = true;
            } catch (Refusal.Stale | PessimisticLockingFailureException e) {
                assertThat(shop.get(removed).active()).isTrue();
            }
        }
        return true;
    }

    @Test
    void allThatIsWrittenMeanwhileIsTheKeptOnesOrRefused() {
        long place = shop.place(removed);
        AtOnce.run(WRITERS + 1, i -> i == WRITERS / 2 ? this::mergeAsShown : () -> done(() -> write(i, place)));
        assertThat(shop.get(removed).mergedToId()).isEqualTo(kept);
        for (String table : List.of("job", "invoice", "lead", "location", "note", "contact_entry")) {
            assertThat(shop.count(table + " where customer_id = " + removed))
                    .as(table)
                    .isZero();
        }
        assertThat(shop.count("contact_point where owner_kind = 'customer' and owner_id = " + removed))
                .isZero();
        Documents.areAsMadeAnew(shop.tenant);
    }

    private void write(int i, long place) {
        switch (i % 5) {
            case 0 -> shop.job(removed, place);
            case 1 -> shop.lead(removed, place);
            case 2 -> shop.note(removed, "Note " + i, false);
            case 3 -> shop.contact(removed, ContactType.Phone, "937-555-01%02d".formatted(i));
            default -> shop.location(removed, "Shed " + i, i + " Main St");
        }
    }

    /** Calls ring, are answered, put to the customer, and wrapped up while that customer is merged and the merge undone. */
    @Test
    void callsMeanwhileAreTheKeptOnesOrRefused() {
        Switchboard board = new Switchboard();
        MergingShop their = new MergingShop(board.shop);
        long one = their.customer("Jordan Reyes");
        long other = their.customer("J. Reyes", "90 Elm St", null);
        their.contact(other, ContactType.Phone, "937-555-0142");
        Api api = board.shop.tenant.api();
        List<Call> calls = IntStream.range(0, 24)
                .mapToObj(i -> {
                    Call call = board.tell("c" + i, Kind.ringing, "1", "+19375550142");
                    board.run("update call set customer_id = " + other + " where id = " + call.id());
                    return call;
                })
                .toList();
        List<Boolean> came = AtOnce.run(73, i -> () -> {
            if (i == 36) {
                boolean merged = false;
                while (!merged) {
                    merged = done(() -> their.merge(one, other));
                }
                return true;
            }
            Call call = calls.get(i % 24);
            return switch (i / 24) {
                case 0 -> done(() -> board.tell("c" + i % 24, Kind.answered, "1", "+19375550142", "12"));
                case 1 ->
                    List.of(200, 409)
                            .contains(api.put(
                                            api.path("telecom/v2", "/calls/" + call.id()),
                                            "{\"customer\":{\"id\":" + other + "}}")
                                    .status());
                default ->
                    done(() -> board.ann
                            .caller()
                            .run(() -> Server.bean(CloseCall.class)
                                    .dismiss(board.tenant, call.id(), board.shop.reason, null)));
            };
        });
        assertThat(came.subList(0, 48))
                .as("no event is refused, and no program hears of a lock")
                .doesNotContain(false);
        assertThat(their.count("call where customer_id = " + other)).isZero();
        assertThat(their.count("call where customer_id = " + one)).isEqualTo(24);
        assertThat(their.count("call where state = 'Answered'")).isEqualTo(24);
    }

    @Test
    void ofTwoMergesOfTheSameTwoOneIsDone() {
        for (int round = 0; round < 5; round++) {
            long one = shop.customer("Ada " + round);
            long other = shop.customer("A. " + round, "90 Elm St", null);
            String there = shop.preview(one, other, Choices.NONE).planTag();
            String back = shop.preview(other, one, Choices.NONE).planTag();
            List<RefusalCode> refused = AtOnce.run(2, i -> () -> {
                        try {
                            shop.shop.tenant.caller.run(() -> shop.merging.merge(
                                    CUSTOMER,
                                    shop.tenant,
                                    i == 0 ? one : other,
                                    i == 0 ? other : one,
                                    Choices.NONE,
                                    i == 0 ? there : back));
                            return List.<RefusalCode>of();
                        } catch (Refusal refusal) {
                            assertThat(refusal.facts()).containsKey("mergedToId");
                            return List.of(refusal.code());
                        }
                    })
                    .stream()
                    .flatMap(List::stream)
                    .toList();
            assertThat(refused).containsExactly(RefusalCode.RECORD_MERGED);
            assertThat(IntStream.of(0, 1)
                            .filter(i -> shop.get(i == 0 ? one : other).mergedToId() == null)
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void aMergeThatIsAskedForTwiceAtOnceIsOne() {
        String tag = shop.preview(kept, removed, Choices.NONE).planTag();
        List<Long> merges = AtOnce.run(
                4,
                i -> () -> shop.shop.tenant.caller.call(() -> shop.merging
                        .merge(CUSTOMER, shop.tenant, kept, removed, Choices.NONE, tag)
                        .id()));
        assertThat(merges).hasSize(4).containsOnly(merges.getFirst());
        assertThat(shop.count("change where record_kind = 'customer-merge'")).isEqualTo(1);
    }
}
