package org.callboard.jobapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ok;
import static org.callboard.testing.Office.wrong;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.callboard.access.Role;
import org.callboard.access.Scope;
import org.callboard.access.SignedInUser;
import org.callboard.bookings.Booking;
import org.callboard.bookings.BookingStatus;
import org.callboard.bookings.Bookings;
import org.callboard.bookings.Claims;
import org.callboard.testing.Api;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Programs that book: for a customer, of a waiting booking and of a lead; and many at once. */
class BookForProgramTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final Api api = shop.tenant.api();
    private final SignedInUser dana = shop.tenant.user(Role.CSR);
    private final String jobs = api.path("jpm/v2", "/jobs");
    private final long customer = shop.customer("Robin Hale", "937-555-0100", "7 Elm St");
    private final long location = locationOf(customer);

    private long locationOf(long owner) {
        return shop.tenant.caller.call(() -> Server.bean(JdbcClient.class)
                .sql("select id from location where customer_id = :owner")
                .param("owner", owner)
                .query(Long.class)
                .single());
    }

    private String body(String more) {
        return body(customer, location, more);
    }

    private String body(long who, long where, String more) {
        return """
                {"customerId": %d, "locationId": %d, "businessUnitId": %d, "jobTypeId": %d, "campaignId": %d,
                 "priority": "Normal", "summary": "No heat",
                 "appointments": [{"start": "2027-01-04T14:00:00Z", "end": "2027-01-04T16:00:00Z"}]%s}
                """.formatted(who, where, shop.unit, shop.jobType, shop.campaign, more);
    }

    private Booking booking(long id) {
        return shop.tenant.caller.call(() -> Server.bean(Bookings.class).get(tenant, id));
    }

    private long lead(String more) {
        return ok(api.post(api.path("crm/v2", "/leads"), """
                        {"campaignId": %d, "summary": "x", "followUpDate": "2030-01-04"%s}
                        """.formatted(shop.campaign, more)))
                .get("id")
                .longValue();
    }

    @Test
    void aJobIsBookedWithAllThatIsSaidOfIt() {
        long ann = shop.technician("Ann");
        Api.Answer answer = api.post(jobs, body(customer, location, """
                        , "customerPo": "PO 7", "soldById": %d, "noCharge": true, "partnerLeadCallId": 5,
                        "invoiceSignatureIsRequired": true, "jobGeneratedLeadSource": {"employeeId": %d},
                        "externalData": {"applicationGuid": "0191d5b0-0000-7000-8000-000000000000",
                            "externalData": [{"key": "k", "value": "v"}]}
                        """.formatted(ann, ann)));
        JsonNode job = ok(answer);
        assertThat(answer.header("ETag")).isNotNull();
        assertThat(job.get("jobNumber").stringValue()).isEqualTo(job.get("id").asString());
        assertThat(job.get("jobStatus").stringValue()).isEqualTo("Scheduled");
        assertThat(job.get("customerPo").stringValue()).isEqualTo("PO 7");
        assertThat(job.get("noCharge").booleanValue()).isTrue();
        assertThat(job.get("soldById").longValue()).isEqualTo(ann);
        assertThat(job.at("/jobGeneratedLeadSource/employeeId").longValue()).isEqualTo(ann);
        assertThat(job.get("partnerLeadCallId").longValue()).isEqualTo(5);
        assertThat(job.at("/externalData/0/value").stringValue()).isEqualTo("v");
        assertThat(job.get("appointmentCount").longValue()).isEqualTo(1);
        JsonNode invoice = ok(api.get(api.path("accounting/v2", "/invoices?jobId=" + job.get("id"))));
        assertThat(invoice.at("/data/0/id").longValue())
                .isEqualTo(job.get("invoiceId").longValue());
    }

    @Test
    void whatIsUnusualIsSaidAndDone() {
        long ann = shop.technician("Ann");
        String past = body(", \"appointments\": []")
                .replace(", \"appointments\": []", "")
                .replace("2027-01-04T16:00:00Z\"", "2027-01-04T16:00:00Z\", \"technicianIds\": [" + ann + "]");
        JsonNode first = ok(api.post(jobs, past));
        Api.Answer second = api.post(jobs, past);
        ok(second);
        assertThat(second.header("Callboard-Overbooked"))
                .isEqualTo(ann + "=" + first.get("firstAppointmentId").longValue());
        Api.Answer twice = api.post(
                jobs, past.replaceFirst("\\[(\\{\"start.*\\})\\]", "[$1, $1]").replace("2027-01-04", "2027-01-11"));
        JsonNode both = ok(twice);
        assertThat(twice.header("Callboard-Overbooked"))
                .as("the two visits of one job are in each other's way too")
                .isEqualTo(ann + "=" + both.get("lastAppointmentId").longValue() + ", " + ann + "="
                        + both.get("firstAppointmentId").longValue());
        Api.Answer longAgo = api.post(
                jobs, body("").replace("2027-01-04T14", "2020-01-05T03").replace("2027-01-04T16", "2020-01-05T05"));
        ok(longAgo);
        assertThat(longAgo.header("Callboard-Warnings"))
                .contains("appointments[0].start=in-the-past")
                .contains("appointments[0].start=outside-opening-hours");
        assertThat(longAgo.header("Callboard-Overbooked")).isNull();
    }

    @Test
    void aLocationMustBeTheCustomersAndACustomerServed() {
        long other = shop.customer("Kim Vance", "937-555-0101", "9 Elm St");
        assertThat(wrong(api.post(jobs, body(other, location, "")))).containsExactly("locationId");
        ok(api.patch(api.path("crm/v2", "/customers/" + other), "{\"doNotService\": true}"));
        Api.Answer refused = api.post(jobs, body(other, locationOf(other), ""));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("do-not-service");
        assertThat(ok(api.get(jobs + "?customerId=" + other)).get("data")).isEmpty();
    }

    @Test
    void aBookingIsTakenWhoeverHasItAndOnlyOnce() {
        for (boolean claimed : new boolean[] {false, true}) {
            Booking waiting = shop.booking("Robin Hale", "937-555-0100");
            if (claimed) {
                dana.caller().run(() -> Server.bean(Claims.class).claim(tenant, waiting.id()));
            }
            String of = ", \"bookingId\": " + waiting.id();
            long job = ok(api.post(jobs, body(of))).get("id").longValue();
            assertThat(booking(waiting.id()).status()).isEqualTo(BookingStatus.Converted);
            assertThat(booking(waiting.id()).jobId()).isEqualTo(job);
            Api.Answer again = api.post(jobs, body(of));
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.code()).isEqualTo("booking-booked");
            assertThat(again.json().at("/data/jobId").longValue()).isEqualTo(job);
            assertThat(ok(api.get(jobs + "?bookingId=" + waiting.id())).get("data"))
                    .hasSize(1);
        }
    }

    @Test
    void aLeadOfADismissedBookingIsWonAndTheBookingStaysDismissed() {
        Booking waiting = shop.booking("Robin Hale", "937-555-0100");
        long lead = lead(", \"bookingId\": " + waiting.id());
        Api.Answer refused = api.post(jobs, body(", \"bookingId\": " + waiting.id()));
        assertThat(refused.code()).isEqualTo("booking-dismissed");
        assertThat(refused.json().at("/data/leadId").longValue()).isEqualTo(lead);

        long job = ok(api.post(jobs, body(", \"leadId\": " + lead))).get("id").longValue();
        JsonNode won = ok(api.get(api.path("crm/v2", "/leads/" + lead)));
        assertThat(won.get("status").stringValue()).isEqualTo("Converted");
        assertThat(won.get("customerId").longValue()).isEqualTo(customer);
        assertThat(booking(waiting.id()).status()).isEqualTo(BookingStatus.Dismissed);
        Api.Answer again = api.post(jobs, body(", \"leadId\": " + lead));
        assertThat(again.code()).isEqualTo("lead-won");
        assertThat(again.json().at("/data/jobId").longValue()).isEqualTo(job);
    }

    @Test
    void aRequestThatIsRepeatedUnderItsKeyBooksOnce() {
        String key = UUID.randomUUID().toString();
        Booking waiting = shop.booking("Robin Hale", "937-555-0100");
        String body = body(", \"bookingId\": " + waiting.id());
        Api.Answer first = api.post(jobs, body, "Idempotency-Key", key);
        Api.Answer again = api.post(jobs, body, "Idempotency-Key", key);
        assertThat(ok(again)).isEqualTo(ok(first));
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
    }

    @Test
    void ofFiftyProgramsThatBookTheSameInquiryOneDoes() {
        Booking waiting = shop.booking("Robin Hale", "937-555-0100");
        String body = body(", \"bookingId\": " + waiting.id());
        List<Api> programs = IntStream.range(0, 50)
                .mapToObj(i -> shop.tenant.api(EnumSet.of(Scope.JOBS_WRITE), null))
                .toList();
        programs.forEach(Api::token);
        List<Api.Answer> answers = AtOnce.run(50, i -> () -> programs.get(i).post(jobs, body));
        Map<Integer, Long> counted = answers.stream()
                .collect(Collectors.groupingBy(Api.Answer::status, TreeMap::new, Collectors.counting()));
        assertThat(counted).isEqualTo(Map.of(200, 1L, 409, 49L));
        JsonNode all = ok(api.get(jobs)).get("data");
        assertThat(all).hasSize(1);
        long job = all.get(0).get("id").longValue();
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .allSatisfy(answer ->
                        assertThat(answer.json().at("/data/jobId").longValue()).isEqualTo(job));
        assertThat(booking(waiting.id()).jobId()).isEqualTo(job);
    }

    /** Bookings of inquiries and leads for two customers while one is merged into the other: none waits for another forever. */
    @Test
    void aMergeDuringBookingsLeavesNothingWithWhoIsGone() {
        long double_ = shop.customer("R. Hale", "937-555-0102", "8 Elm St");
        long place = locationOf(double_);
        List<Long> leads = IntStream.range(0, 20)
                .mapToObj(i -> lead(", \"customerId\": " + double_ + ", \"locationId\": " + place))
                .toList();
        List<Booking> waiting = IntStream.range(0, 20)
                .mapToObj(i -> shop.booking("R. Hale", "937-555-0102"))
                .toList();
        Api merging = shop.tenant.merging();
        List<Api> programs =
                IntStream.range(0, 4).mapToObj(i -> shop.tenant.api()).toList();
        programs.forEach(Api::token);
        String merge = merging.path("callboard/v1", "/customers/" + customer + "/merge");
        List<Api.Answer> answers = AtOnce.run(41, i -> () -> {
            if (i == 0) {
                Api.Answer preview = merging.post(merge + "-preview", "{\"removeId\": " + double_ + "}");
                return merging.post(
                        merge,
                        "{\"removeId\": %d, \"planTag\": \"%s\"}"
                                .formatted(double_, ok(preview).get("planTag").stringValue()));
            }
            String of = i <= 20
                    ? ", \"leadId\": " + leads.get(i - 1)
                    : ", \"bookingId\": " + waiting.get(i - 21).id();
            return programs.get(i % 4).post(jobs, body(double_, place, of));
        });
        assertThat(answers).extracting(Api.Answer::status).isSubsetOf(200, 409, 412);
        assertThat(answers.subList(1, 41))
                .allMatch(answer -> answer.status() == 200
                        || answer.code().equals("record-merged")
                        || answer.code().equals("changed-meanwhile"));
        if (answers.getFirst().status() != 200) { // more was booked since the preview
            Api.Answer preview = merging.post(merge + "-preview", "{\"removeId\": " + double_ + "}");
            ok(merging.post(
                    merge,
                    "{\"removeId\": %d, \"planTag\": \"%s\"}"
                            .formatted(double_, ok(preview).get("planTag").stringValue())));
        }
        assertThat(shop.tenant.caller.call(() -> Server.bean(JdbcClient.class)
                        .sql("select count(*) from job where customer_id = :gone or location_id in"
                                + " (select id from location where merged_to_id is not null)")
                        .param("gone", double_)
                        .query(Long.class)
                        .single()))
                .isZero();
    }
}
