package org.callboard.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.bookings.Booking;
import org.callboard.bookings.BookingStatus;
import org.callboard.bookings.Bookings;
import org.callboard.bookings.Claims;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.followups.FollowUpLead;
import org.callboard.http.ApiErrorResponse;
import org.callboard.jobs.Jobs;
import org.callboard.leads.ConvertToLead;
import org.callboard.leads.DismissLead;
import org.callboard.leads.Lead;
import org.callboard.leads.LeadStatus;
import org.callboard.leads.Leads;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Documents;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From an inquiry to a lead, and from a lead to a job. */
class BookLeadJobTest {

    private static final Instant SOON = Instant.parse("2030-01-02T15:00:00Z");

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final SignedInUser dana = shop.tenant.user(Role.CSR);
    private final BookLeadJob bookLeadJob = Server.bean(BookLeadJob.class);
    private final BookJob bookJob = Server.bean(BookJob.class);
    private final ConvertToLead convertToLead = Server.bean(ConvertToLead.class);
    private final DismissLead dismissals = Server.bean(DismissLead.class);
    private final Leads leads = Server.bean(Leads.class);
    private final Bookings bookings = Server.bean(Bookings.class);
    private final Claims claims = Server.bean(Claims.class);

    private Booking claimed() {
        Booking booking = shop.booking("Jordan Reyes", "937-555-0142");
        return as(() -> claims.claim(tenant, booking.id()));
    }

    private Lead made(Booking booking) {
        return as(() -> convertToLead.of(
                tenant, booking.id(), new ConvertToLead.Answer(shop.reason, SOON, shop.campaign, " Ask for Sam ")));
    }

    /** Whoever wrote records in a test wrote their documents too. */
    @AfterEach
    void documentsAreAsMadeAnew() {
        Documents.areAsMadeAnew(tenant);
    }

    @Test
    void anInquiryGoesOnAsALeadWithAllThatItSays() {
        Booking booking = claimed();
        Lead lead = made(booking);
        assertThat(lead.status()).isEqualTo(LeadStatus.Open);
        assertThat(lead.details().bookingId()).isEqualTo(booking.id());
        assertThat(lead.details().summary()).isEqualTo(booking.details().summary());
        assertThat(lead.details().followUpDate()).isEqualTo(SOON);
        assertThat(lead.details().person().leadCustomerName()).isEqualTo("Jordan Reyes");
        assertThat(lead.details().person().knownAddress())
                .isEqualTo(booking.details().address());
        assertThat(lead.details().jobTypeId()).isEqualTo(shop.jobType);
        assertThat(lead.createdById()).isEqualTo(dana.id());
        Booking after = as(() -> bookings.get(tenant, booking.id()));
        assertThat(after.status()).isEqualTo(BookingStatus.Dismissed);
        assertThat(after.dismissingMemo()).isEqualTo("Ask for Sam");
        assertThat(text("select text from lead_note where tenant_id = :tenant")).isEqualTo("Ask for Sam");
    }

    @Test
    void onlyTheOneWhoHasTheInquiryMakesALeadAndSaysWhy() {
        Booking booking = shop.booking("Jordan Reyes", "937-555-0142");
        SignedInUser lee = shop.tenant.user(Role.CSR);
        lee.caller().call(() -> claims.claim(tenant, booking.id()));
        assertThat(problem(() -> made(booking)).title()).contains(lee.displayName());
        Refusal wrong = problem(() -> lee.caller()
                .call(() -> convertToLead.of(
                        tenant, booking.id(), new ConvertToLead.Answer(null, null, null, "x".repeat(2001)))));
        assertThat(wrong.errors()).containsOnlyKeys("callReasonId", "campaignId", "memo");
        assertThat(problem(() -> lee.caller()
                                .call(() -> convertToLead.of(
                                        tenant, booking.id(), new ConvertToLead.Answer(1L, null, 2L, null))))
                        .errors())
                .containsOnlyKeys("callReasonId", "campaignId");
        assertThat(count("lead")).isZero();
    }

    @Test
    void aLeadJustMadeIsTakenBackAsIfItHadNeverBeen() {
        Booking booking = claimed();
        Lead lead = made(booking);
        as(() -> {
            convertToLead.takeBack(tenant, booking.id());
            return null;
        });
        assertThat(as(() -> leads.find(tenant, lead.id()))).isEmpty();
        assertThat(as(() -> leads.ofBooking(tenant, booking.id()))).isEmpty();
        assertThat(as(() -> bookings.get(tenant, booking.id())).claimedBy(dana.id()))
                .isTrue();
        assertThat(actions(lead.id())).containsExactly("taken back", "created");

        Lead second = made(booking);
        as(() -> Server.bean(FollowUpLead.class).move(tenant, second.id(), SOON.plusSeconds(60)));
        Refusal late = problem(() -> {
            convertToLead.takeBack(tenant, booking.id());
            return null;
        });
        assertThat(late.code()).isEqualTo(RefusalCode.CONFLICT);
        assertThat(as(() -> bookings.get(tenant, booking.id())).status()).isEqualTo(BookingStatus.Dismissed);
        assertThat(as(() -> leads.get(tenant, second.id())).open()).isTrue();
    }

    @Test
    void theJobOfALeadGetsACustomerWithTheInquirysContacts() {
        Lead lead = made(claimed());
        long job = as(() -> bookLeadJob.book(tenant, lead.id(), shop.form()));
        Lead won = as(() -> leads.get(tenant, lead.id()));
        assertThat(won.status()).isEqualTo(LeadStatus.Converted);
        assertThat(won.jobId()).isEqualTo(job);
        assertThat(won.details().customerId())
                .isEqualTo(as(() -> Server.bean(Jobs.class).get(tenant, job)).customerId());
        assertThat(
                        text(
                                "select type || ' ' || value from contact_entry where tenant_id = :tenant and owner_kind = 'customer'"))
                .isEqualTo("MobilePhone 937-555-0142");
        assertThat(actions(lead.id())).containsExactly("won", "created");
        Refusal again = problem(() -> bookLeadJob.book(tenant, lead.id(), shop.form()));
        assertThat(again.facts()).containsEntry("jobId", job);
        assertThat(problem(() -> dismissals.dismiss(tenant, lead.id(), shop.reason))
                        .facts())
                .containsEntry("jobId", job);
        assertThat(problem(() -> dismissals.reopen(tenant, lead.id())).code()).isEqualTo(RefusalCode.LEAD_WON);
    }

    @Test
    void twentyClicksWinALeadOnce() {
        Lead lead = made(claimed());
        List<Integer> answers = AtOnce.run(20, i -> () -> {
            try {
                as(() -> bookLeadJob.book(tenant, lead.id(), shop.form()));
                return 200;
            } catch (Refusal e) {
                return ApiErrorResponse.status(e).value();
            }
        });
        assertThat(Collections.frequency(answers, 200)).isEqualTo(1);
        assertThat(Collections.frequency(answers, 409)).isEqualTo(19);
        assertThat(count("job")).isEqualTo(1);
        assertThat(count("customer")).isEqualTo(1);
        assertThat(actions(lead.id())).containsExactly("won", "created");
    }

    @Test
    void anInquiryThatIsBookedAfterAllWinsItsLead() {
        Booking booking = claimed();
        Lead lead = made(booking);
        as(() -> claims.reopen(tenant, booking.id()));
        Refusal second = problem(() -> made(booking));
        assertThat(second.code()).isEqualTo(RefusalCode.BOOKING_HAS_LEAD);
        assertThat(second.facts()).containsEntry("existingId", lead.id());
        long job = as(() -> bookJob.book(tenant, booking.id(), shop.form()));
        Lead won = as(() -> leads.get(tenant, lead.id()));
        assertThat(won.status()).isEqualTo(LeadStatus.Converted);
        assertThat(won.jobId()).isEqualTo(job);
    }

    @Test
    void anInquiryFromSomebodyWithALeadWinsThatOne() {
        Lead lead = made(claimed());
        Booking second = claimed();
        long job = as(() -> bookJob.book(tenant, second.id(), shop.form(), lead.id()));
        assertThat(as(() -> leads.get(tenant, lead.id())).jobId()).isEqualTo(job);
        Booking third = claimed();
        Refusal late = problem(() -> bookJob.book(tenant, third.id(), shop.form(), lead.id()));
        assertThat(late.facts()).containsEntry("jobId", job);
        assertThat(as(() -> bookings.get(tenant, third.id())).status()).isEqualTo(BookingStatus.Accepted);
        assertThat(count("job")).isEqualTo(1);
    }

    @Test
    void aDismissedLeadIsOpenedAgainUnlessItsInquiryHasAnother() {
        Booking booking = claimed();
        Lead first = made(booking);
        as(() -> dismissals.dismiss(tenant, first.id(), shop.reason));
        assertThat(problem(() -> bookLeadJob.book(tenant, first.id(), shop.form()))
                        .title())
                .contains("dismissed");
        assertThat(as(() -> dismissals.reopen(tenant, first.id())).open()).isTrue();
        assertThat(problem(() -> dismissals.reopen(tenant, first.id())).title()).contains("open already");
        as(() -> dismissals.dismiss(tenant, first.id(), shop.reason));
        assertThat(actions(first.id())).containsExactly("dismissed", "reopened", "dismissed", "created");
        as(() -> claims.reopen(tenant, booking.id()));
        Lead second = made(booking);
        assertThat(problem(() -> dismissals.reopen(tenant, first.id())).facts())
                .containsEntry("existingId", second.id());
    }

    @Test
    void aWrongFormNamesItsFieldsAndTheLeadStaysOpen() {
        Lead lead = made(claimed());
        BookJobRequest form = Variant.of(shop.form())
                .with("name", " ")
                .with("street", "")
                .with("city", "")
                .with("businessUnitId", null)
                .with("jobTypeId", null)
                .with("campaignId", null)
                .with("start", null)
                .with("minutes", 5)
                .record();
        assertThat(problem(() -> bookLeadJob.book(tenant, lead.id(), form)).errors())
                .containsOnlyKeys(
                        "name", "street", "city", "businessUnitId", "jobTypeId", "campaignId", "start", "minutes");
        assertThat(as(() -> leads.get(tenant, lead.id())).open()).isTrue();
        assertThat(count("customer")).isZero();
    }

    private Refusal problem(Callable<?> work) {
        return catchThrowableOfType(Refusal.class, () -> as(work));
    }

    private <T> T as(Callable<T> work) {
        return dana.caller().call(work);
    }

    private List<String> actions(long lead) {
        return as(() -> Server.bean(Changes.class).of(tenant, EntityKind.LEAD, lead).stream()
                .map(change -> change.action().word())
                .toList());
    }

    private long count(String table) {
        return Long.parseLong(text("select count(*)::text from " + table + " where tenant_id = :tenant"));
    }

    private String text(String sql) {
        return as(() -> Server.bean(JdbcClient.class)
                .sql(sql)
                .param("tenant", tenant)
                .query(String.class)
                .single());
    }
}
