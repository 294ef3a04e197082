package org.callboard.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.bookings.Booking;
import org.callboard.bookings.Bookings;
import org.callboard.bookings.Claims;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.customers.Customers;
import org.callboard.customers.Locations;
import org.callboard.dispatch.CancelJob;
import org.callboard.dispatch.ChangeAppointment;
import org.callboard.dispatch.JobNotes;
import org.callboard.http.ApiErrorResponse;
import org.callboard.http.Precondition;
import org.callboard.jobreasons.JobCancelReasons;
import org.callboard.jobreasons.ReasonName;
import org.callboard.jobs.Appointments;
import org.callboard.jobs.Job;
import org.callboard.jobs.JobStatus;
import org.callboard.jobs.Jobs;
import org.callboard.leads.ConvertToLead;
import org.callboard.leads.CreateLead;
import org.callboard.leads.Lead;
import org.callboard.leads.LeadSource;
import org.callboard.leads.Leads;
import org.callboard.queue.InquiryKey;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Documents;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Variant;
import org.callboard.validation.FieldErrors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A booking by mistake is as if it had never been. */
class UndoBookingTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final SignedInUser dana = shop.tenant.user(Role.CSR);
    private final BookJob bookJob = Server.bean(BookJob.class);
    private final BookLeadJob bookLeadJob = Server.bean(BookLeadJob.class);
    private final UndoBooking undo = Server.bean(UndoBooking.class);
    private final Jobs jobs = Server.bean(Jobs.class);
    private final Leads leads = Server.bean(Leads.class);
    private final Bookings bookings = Server.bean(Bookings.class);
    private final Claims claims = Server.bean(Claims.class);
    private final Customers customers = Server.bean(Customers.class);
    private final Locations locations = Server.bean(Locations.class);

    /** Whoever wrote records in a test wrote their documents too. */
    @AfterEach
    void documentsAreAsMadeAnew() {
        Documents.areAsMadeAnew(tenant);
    }

    @Test
    void anInquiryIsTheirsAgainAndCanBeBookedAnew() {
        Booking booking = claimed();
        long id = book(booking);
        Job job = job(id);
        assertThat(dana.caller().call(() -> Optional.ofNullable(undo.barrier(tenant, job))))
                .isEmpty();
        UndoBooking.Undone undone = as(() -> undo.undo(tenant, id));
        assertThat(undone.inquiry()).isEqualTo(InquiryKey.booking(booking.id()));
        assertThat(undone.leadIds()).isEmpty();

        Booking after = as(() -> bookings.get(tenant, booking.id()));
        assertThat(after.claimedBy(dana.id())).isTrue();
        assertThat(after.jobId()).isNull();
        Job gone = job(id);
        assertThat(gone.active()).isFalse();
        assertThat(gone.status()).isEqualTo(JobStatus.Canceled);
        assertThat(gone.bookingId()).isNull();
        assertThat(as(() -> customers.get(tenant, job.customerId())).active()).isFalse();
        assertThat(as(() -> locations.get(tenant, job.locationId())).active()).isFalse();
        assertThat(actions(EntityKind.JOB, id)).containsExactly("undone", "booked");
        assertThat(actions(EntityKind.BOOKING, booking.id()))
                .containsExactly("reopened", "booked", "claimed", "created");
        assertThat(text("select reason.booked_by_mistake::text from job_cancellation c join job_cancel_reason reason"
                        + " on reason.tenant_id = c.tenant_id and reason.id = c.reason_id where c.tenant_id = :tenant"))
                .isEqualTo("true");

        Refusal again = problem(() -> undo.undo(tenant, id));
        assertThat(again.code()).isEqualTo(RefusalCode.JOB_INACTIVE);
        long second = book(after);
        assertThat(as(() -> bookings.get(tenant, booking.id())).jobId()).isEqualTo(second);
        assertThat(as(() -> undo.undoOf(tenant, booking.id())).claimedBy(dana.id()))
                .isTrue();
        assertThat(job(second).active()).isFalse();
    }

    @Test
    void leadsAreOpenAgainForWhomTheyWere() {
        long customer = shop.customer("Robin Hale", "937-555-0100", "7 Elm St");
        Lead named = as(() -> Server.bean(CreateLead.class)
                .create(
                        tenant,
                        Variant.of(shop.leadDraft())
                                .with("customerId", customer)
                                .with("callReasonId", shop.reason)
                                .record(),
                        LeadSource.Hand));
        Booking booking = claimed();
        Lead ofBooking = as(() -> Server.bean(ConvertToLead.class)
                .of(tenant, booking.id(), new ConvertToLead.Answer(shop.reason, null, shop.campaign, null)));
        as(() -> claims.reopen(tenant, booking.id()));

        long id = as(() -> bookJob.book(tenant, booking.id(), shop.form(), named.id()));
        long made = job(id).customerId();
        assertThat(made).isNotEqualTo(customer);
        assertThat(lead(named.id()).details().customerId()).isEqualTo(made);
        UndoBooking.Undone undone = as(() -> undo.undo(tenant, id));
        assertThat(undone.leadIds()).containsExactly(named.id(), ofBooking.id());
        assertThat(lead(named.id()).open()).isTrue();
        assertThat(lead(named.id()).details()).isEqualTo(named.details());
        assertThat(lead(named.id()).jobId()).isNull();
        assertThat(lead(ofBooking.id()).open()).isTrue();
        assertThat(lead(ofBooking.id()).details()).isEqualTo(ofBooking.details());
        assertThat(actions(EntityKind.LEAD, named.id())).containsExactly("reopened", "won", "created");
        assertThat(as(() -> customers.get(tenant, made)).active()).isFalse();
        assertThat(as(() -> customers.get(tenant, customer)).active()).isTrue();

        long second = as(() -> bookLeadJob.book(tenant, named.id(), shop.form()));
        as(() -> undo.undo(tenant, second));
        assertThat(lead(named.id()).details()).isEqualTo(named.details());
    }

    @Test
    void whatSomebodyHasUsedSinceStaysInUse() {
        long known = shop.customer("Robin Hale", "937-555-0100", "7 Elm St");
        long atNewPlace = book(claimed(), "customerId", known);
        long place = job(atNewPlace).locationId();
        as(() -> undo.undo(tenant, atNewPlace));
        assertThat(as(() -> customers.get(tenant, known)).active()).isTrue();
        assertThat(as(() -> locations.get(tenant, place)).active()).isFalse();

        long onRecord = as(() -> locations.ofCustomer(tenant, known)).getFirst().id();
        long atOldPlace = book(claimed(), "locationId", onRecord);
        as(() -> undo.undo(tenant, atOldPlace));
        assertThat(as(() -> locations.get(tenant, onRecord)).active()).isTrue();

        long first = book(claimed());
        Job job = job(first);
        book(claimed(), "locationId", job.locationId());
        as(() -> undo.undo(tenant, first));
        assertThat(as(() -> customers.get(tenant, job.customerId())).active()).isTrue();
        assertThat(as(() -> locations.get(tenant, job.locationId())).active()).isTrue();

        long third = book(claimed());
        long renamed = job(third).customerId();
        as(() -> customers.update(
                tenant, renamed, old -> Variant.of(old).with("name", "Jo Reyes").record()));
        as(() -> undo.undo(tenant, third));
        assertThat(as(() -> customers.get(tenant, renamed)).active()).isTrue();
    }

    @Test
    void itSaysWhyItCantBeUndoneAnyMore() {
        long id = book(claimed());
        SignedInUser lee = shop.tenant.user(Role.Manager);
        assertThat(catchThrowableOfType(Refusal.class, () -> lee.caller().call(() -> undo.undo(tenant, id)))
                        .title())
                .startsWith("Somebody else booked job");
        as(() -> Server.bean(JobNotes.class).add(tenant, id, "Ask for Sam", false));
        refuses(id, "Somebody has worked on job");

        long moved = book(claimed());
        dana.caller()
                .run(() -> Server.bean(ChangeAppointment.class)
                        .confirm(
                                tenant,
                                Server.bean(Appointments.class)
                                        .ofJob(tenant, moved)
                                        .getFirst()
                                        .id(),
                                true,
                                Precondition.NONE));
        refuses(moved, "Somebody has worked on job");

        long old = book(claimed());
        as(() -> Server.bean(JdbcClient.class)
                .sql("update job_undo set booked_on = booked_on - interval '11 minutes' where job_id = :job")
                .param("job", old)
                .update());
        refuses(old, "was booked more than 10 minutes ago");

        long customer = shop.customer("Robin Hale", "937-555-0100", "7 Elm St");
        long place = as(() -> locations.ofCustomer(tenant, customer)).getFirst().id();
        long byProgram = shop.tenant.caller.call(() -> jobs.book(tenant, shop.jobDraft(customer, place)));
        refuses(byProgram, "was not booked by a person");
    }

    private void refuses(long job, String why) {
        Refusal refusal = problem(() -> undo.undo(tenant, job));
        assertThat(refusal.code()).isEqualTo(RefusalCode.CONFLICT);
        assertThat(refusal.title()).contains(why).endsWith("cancel the job instead.");
        assertThat(dana.caller().call(() -> String.valueOf(undo.barrier(tenant, job(job)))))
                .isEqualTo(refusal.title());
        assertThat(job(job).active()).isTrue();
    }

    @Test
    void ofManyWhoUndoAtOnceOneDoes() {
        Booking booking = claimed();
        long id = book(booking);
        List<Integer> answers = AtOnce.run(8, i -> () -> status(() -> undo.undo(tenant, id)));
        assertThat(Collections.frequency(answers, 200)).isEqualTo(1);
        assertThat(Collections.frequency(answers, 409)).isEqualTo(7);
        assertThat(actions(EntityKind.JOB, id)).containsExactly("undone", "booked");
        assertThat(actions(EntityKind.BOOKING, booking.id()))
                .containsExactly("reopened", "booked", "claimed", "created");
    }

    @Test
    void ofAnUndoAndAnActAtOnceOneWins() {
        long reason = as(() -> Server.bean(JobCancelReasons.class)
                .add(tenant, new ReasonName("Price"))
                .id());
        CancelJob cancellations = Server.bean(CancelJob.class);
        for (int round = 0; round < 6; round++) {
            Booking booking = claimed();
            long id = book(booking);
            List<Integer> answers = AtOnce.run(
                    2,
                    i -> () -> status(
                            i == 0
                                    ? () -> undo.undo(tenant, id)
                                    : () -> cancellations.cancel(
                                            tenant, id, reason, null, new FieldErrors(), Precondition.NONE)));
            assertThat(answers).containsExactlyInAnyOrder(200, 409);
            boolean undone = answers.getFirst() == 200;
            assertThat(job(id).active()).isEqualTo(!undone);
            assertThat(as(() -> bookings.get(tenant, booking.id())).jobId() == null)
                    .isEqualTo(undone);
        }
    }

    private int status(Runnable work) {
        try {
            dana.caller().run(work);
            return 200;
        } catch (Refusal e) {
            return ApiErrorResponse.status(e).value();
        }
    }

    private Booking claimed() {
        Booking booking = shop.booking("Jordan Reyes", "937-555-0142");
        return as(() -> claims.claim(tenant, booking.id()));
    }

    private long book(Booking booking) {
        return as(() -> bookJob.book(tenant, booking.id(), shop.form()));
    }

    private long book(Booking booking, String field, long value) {
        BookJobRequest form = Variant.of(shop.form()).with(field, value).record();
        return as(() -> bookJob.book(tenant, booking.id(), form));
    }

    private Job job(long id) {
        return as(() -> jobs.get(tenant, id));
    }

    private Lead lead(long id) {
        return as(() -> leads.get(tenant, id));
    }

    private Refusal problem(Callable<?> work) {
        return catchThrowableOfType(Refusal.class, () -> as(work));
    }

    private <T> T as(Callable<T> work) {
        return dana.caller().call(work);
    }

    private List<String> actions(EntityKind kind, long id) {
        return as(() -> Server.bean(Changes.class).of(tenant, kind, id).stream()
                .map(change -> change.action().word())
                .toList());
    }

    private String text(String sql) {
        return as(() -> Server.bean(JdbcClient.class)
                .sql(sql)
                .param("tenant", tenant)
                .query(String.class)
                .single());
    }
}
