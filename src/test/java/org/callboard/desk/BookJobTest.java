package org.callboard.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.bookings.Booking;
import org.callboard.bookings.BookingStatus;
import org.callboard.bookings.Bookings;
import org.callboard.bookings.Claims;
import org.callboard.jobs.Job;
import org.callboard.jobs.Jobs;
import org.callboard.matches.LikelyMatch;
import org.callboard.matches.LikelyMatches;
import org.callboard.matches.MatchReason;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.callboard.testing.Api;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Documents;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** From a claimed inquiry to a job. */
class BookJobTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final SignedInUser dana = shop.tenant.user(Role.CSR);
    private final BookJob bookJob = Server.bean(BookJob.class);
    private final Bookings bookings = Server.bean(Bookings.class);

    private Booking claimed(String name, String phone) {
        Booking booking = shop.booking(name, phone);
        return as(() -> Server.bean(Claims.class).claim(tenant, booking.id()));
    }

    /** Whoever wrote records in a test wrote their documents too. */
    @AfterEach
    void documentsAreAsMadeAnew() {
        Documents.areAsMadeAnew(tenant);
    }

    @Test
    void aNewCustomerIsMadeWithLocationContactsJobAppointmentAndInvoice() {
        Booking booking = claimed("Jordan Reyes", "937-555-0142");
        long id = as(() -> bookJob.book(tenant, booking.id(), shop.form()));

        Booking booked = as(() -> bookings.get(tenant, booking.id()));
        assertThat(booked.status()).isEqualTo(BookingStatus.Converted);
        assertThat(booked.jobId()).isEqualTo(id);
        Job job = as(() -> Server.bean(Jobs.class).get(tenant, id));
        assertThat(job.bookingId()).isEqualTo(booking.id());
        assertThat(job.appointmentCount()).isEqualTo(1);
        assertThat(contactsOf("customer")).isEqualTo(1);
        assertThat(contactsOf("location")).isEqualTo(1);

        Api api = shop.tenant.api();
        JsonNode found =
                api.get(api.path("jpm/v2", "/jobs?bookingId=" + booking.id())).json();
        assertThat(found.get("data").get(0).get("id").longValue()).isEqualTo(id);
        JsonNode invoice = api.get(api.path("accounting/v2", "/invoices?jobId=" + id))
                .json()
                .get("data")
                .get(0);
        assertThat(invoice.get("customer").get("id").longValue()).isEqualTo(job.customerId());
        assertThat(invoice.get("locationAddress").get("street").stringValue()).isEqualTo("12 Oak St");
        assertThat(invoice.get("total").stringValue()).isEqualTo("0.00");
    }

    @Test
    void twentyClicksBookOneJob() {
        Booking booking = claimed("Jordan Reyes", "937-555-0142");
        List<String> answers = AtOnce.run(20, i -> () -> {
            try {
                as(() -> bookJob.book(tenant, booking.id(), shop.form()));
                return "booked";
            } catch (Refusal e) {
                return e.code().word();
            }
        });
        assertThat(Collections.frequency(answers, "booked")).isEqualTo(1);
        assertThat(Collections.frequency(answers, "booking-booked")).isEqualTo(19);
        assertThat(count("job")).isEqualTo(1);
        assertThat(count("customer")).isEqualTo(1);
    }

    @Test
    void aWrongFormNamesItsFieldsAndLeavesNothingBehind() {
        Booking booking = claimed("Jordan Reyes", "937-555-0142");
        BookJobRequest form = Variant.of(shop.form())
                .with("name", " ")
                .with("street", "")
                .with("city", "")
                .with("businessUnitId", shop.otherUnit)
                .with("campaignId", 99L)
                .with("start", null)
                .with("minutes", 5)
                .record();
        Refusal problem = catchThrowableOfType(Refusal.class, () -> as(() -> bookJob.book(tenant, booking.id(), form)));
        assertThat(problem.errors())
                .containsOnlyKeys("name", "street", "city", "jobTypeId", "campaignId", "start", "minutes");
        assertThat(count("customer")).isZero();
        assertThat(count("job")).isZero();
        assertThat(as(() -> bookings.get(tenant, booking.id())).status()).isEqualTo(BookingStatus.Accepted);
    }

    @Test
    void onlyTheOneWhoHasItBooks() {
        Booking booking = shop.booking("Jordan Reyes", "937-555-0142");
        Refusal nobody =
                catchThrowableOfType(Refusal.class, () -> as(() -> bookJob.book(tenant, booking.id(), shop.form())));
        assertThat(nobody.code()).isEqualTo(RefusalCode.CONFLICT);
        SignedInUser lee = shop.tenant.user(Role.CSR);
        lee.caller().call(() -> Server.bean(Claims.class).claim(tenant, booking.id()));
        Refusal other =
                catchThrowableOfType(Refusal.class, () -> as(() -> bookJob.book(tenant, booking.id(), shop.form())));
        assertThat(other.title()).contains(lee.displayName());
    }

    @Test
    void whoIsOnRecordIsFoundWithTheReason() {
        long samePhone = shop.customer("Jordan Reyes", "+1 937 555 0142", "99 Elm Ave");
        long sameAddress = shop.customer("Somebody Else", "937-555-0777", "12 Oak Street");
        shop.customer("Jordan Reyes", "937-555-0888", "5 Far Rd");
        Booking booking = shop.booking("Jordan Reyes", "(937) 555-0142");
        List<LikelyMatch> matches = as(() -> Server.bean(LikelyMatches.class).of(tenant, probe(booking)));
        assertThat(matches).extracting(LikelyMatch::customerId).containsExactly(samePhone, sameAddress);
        assertThat(matches.get(0).reasons()).containsExactly(MatchReason.SamePhone, MatchReason.SameName);
        assertThat(matches.get(1).reasons()).containsExactly(MatchReason.SameAddress, MatchReason.OtherFamily);
        assertThat(matches.get(1).locations().getFirst().same()).isTrue();
    }

    private LikelyMatches.Probe probe(Booking booking) {
        return LikelyMatches.Probe.of(
                booking.details().name(), booking.details().address(), bookings.contacts(tenant, booking.id()));
    }

    @Test
    void aKnownLocationIsUsedAndItsCustomerGetsTheNewNumber() {
        long customer = shop.customer("Jordan Reyes", "937-555-0777", "12 Oak St");
        long location = query("select id from location where tenant_id = :tenant and customer_id = " + customer);
        Booking booking = claimed("Jordan Reyes", "937-555-0142");
        BookJobRequest form = Variant.of(shop.form())
                .with("locationId", location)
                .with("name", null)
                .with("customerType", null)
                .with("street", null)
                .with("city", null)
                .with("state", null)
                .with("zip", null)
                .record();
        long job = as(() -> bookJob.book(tenant, booking.id(), form));
        assertThat(as(() -> Server.bean(Jobs.class).get(tenant, job)).customerId())
                .isEqualTo(customer);
        assertThat(count("customer")).isEqualTo(1);
        assertThat(contactsOf("customer")).isEqualTo(2);
    }

    @Test
    void doNotServiceMustBeConfirmedByAManager() {
        long customer = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        as(() -> Server.bean(JdbcClient.class)
                .sql("update customer set do_not_service = true where tenant_id = :tenant")
                .param("tenant", tenant)
                .update());
        Booking booking = claimed("Jordan Reyes", "937-555-0142");
        BookJobRequest form = Variant.of(shop.form())
                .with("customerId", customer)
                .with("name", null)
                .with("customerType", null)
                .with("street", "7 New St")
                .record();
        Refusal problem = catchThrowableOfType(Refusal.class, () -> as(() -> bookJob.book(tenant, booking.id(), form)));
        assertThat(problem.errors())
                .containsOnly(Map.entry(
                        "serviceAnyway",
                        List.of("This customer is marked Do not service. Only a manager can book for them: "
                                + shop.tenant.owner.displayName() + ".")));
        BookJobRequest anyway = Variant.of(form).with("serviceAnyway", true).record();
        assertThat(catchThrowableOfType(Refusal.class, () -> as(() -> bookJob.book(tenant, booking.id(), anyway))))
                .isNotNull(); // a CSR can't say so
        SignedInUser manager = shop.tenant.user(Role.Manager);
        manager.caller().run(() -> {
            Server.bean(Claims.class).takeOver(tenant, booking.id(), dana.id());
            assertThat(catchThrowableOfType(Refusal.class, () -> bookJob.book(tenant, booking.id(), form))
                            .errors())
                    .containsOnly(Map.entry(
                            "serviceAnyway",
                            List.of("This customer is marked Do not service. Confirm to book all the same.")));
            assertThat(bookJob.book(tenant, booking.id(), anyway)).isPositive();
        });
    }

    private <T> T as(Callable<T> work) {
        return dana.caller().call(work);
    }

    private long count(String table) {
        return query("select count(*) from " + table + " where tenant_id = :tenant");
    }

    private long contactsOf(String kind) {
        return query("select count(*) from contact_entry where tenant_id = :tenant and owner_kind = '" + kind + "'");
    }

    private long query(String sql) {
        return as(() -> Server.bean(JdbcClient.class)
                .sql(sql)
                .param("tenant", tenant)
                .query(Long.class)
                .single());
    }
}
