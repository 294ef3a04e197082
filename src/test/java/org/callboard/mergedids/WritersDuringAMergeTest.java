package org.callboard.mergedids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.addresses.Address;
import org.callboard.bookings.Booking;
import org.callboard.bookings.Claims;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.Location;
import org.callboard.customers.Locations;
import org.callboard.desk.BookJob;
import org.callboard.desk.BookJobRequest;
import org.callboard.desk.BookLeadJob;
import org.callboard.details.EditDetails;
import org.callboard.details.RecordKind;
import org.callboard.jobs.Jobs;
import org.callboard.leads.CreateLead;
import org.callboard.leads.LeadDraft;
import org.callboard.leads.LeadPerson;
import org.callboard.leads.LeadSource;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.testing.Api;
import org.callboard.testing.AtOnce;
import org.callboard.testing.MergedBySql;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing that somebody writes while a customer is merged stays with who is gone. */
class WritersDuringAMergeTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final SignedInUser dana = shop.tenant.user(Role.CSR);
    private final Api api = shop.tenant.api();
    private final long kept = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
    private final long removed = shop.customer("J. Reyes", "937-555-0143", "14 Elm St");
    private final long location = as(() -> Server.bean(Locations.class).ofCustomer(tenant, removed).stream()
            .map(Location::id)
            .toList()
            .getFirst());
    private final long tag = as(() ->
            Server.bean(TagTypes.class).add(tenant, new TagType.Details("VIP")).id());
    private final String person = api.post(api.path("crm/v2", "/contacts"), "{\"name\":\"Jordan\"}")
            .json()
            .get("id")
            .stringValue();

    private <T> T as(Callable<T> work) {
        return dana.caller().call(work);
    }

    private LeadDraft leadDraft() {
        return Variant.of(shop.leadDraft())
                .with("customerId", removed)
                .with("locationId", location)
                .with("followUpDate", Instant.parse("2030-01-02T15:00:00Z"))
                .with("person", LeadPerson.at(null, "Jordan", "937-555-0199", null))
                .record();
    }

    private BookJobRequest form() {
        return Variant.of(shop.form())
                .with("customerId", removed)
                .with("locationId", location)
                .record();
    }

    private Booking claimed() {
        Booking booking = shop.booking("Jordan Reyes", "937-555-0177");
        return as(() -> Server.bean(Claims.class).claim(tenant, booking.id()));
    }

    /** Does it while the customer is merged, and waits for that. */
    private <T> T during(Callable<T> work) {
        T result = AtOnce.waiting(shop.tenant.caller, () -> MergedBySql.customer(removed, kept), () -> as(work));
        assertThat(as(() -> MergedBySql.children(removed))).isZero();
        return result;
    }

    private Runnable writer(String what) {
        EditDetails details = Server.bean(EditDetails.class);
        return switch (what) {
            case "job" -> () -> Server.bean(Jobs.class).book(tenant, shop.jobDraft(removed, location));
            case "lead" -> () -> Server.bean(CreateLead.class).create(tenant, leadDraft(), LeadSource.Hand);
            case "location" ->
                () -> Server.bean(Locations.class)
                        .create(
                                tenant,
                                removed,
                                "Garage",
                                new Address("1 Ash St", null, "Dayton", "OH", "45402", "USA"),
                                List.of());
            case "note" -> () -> details.addNote(RecordKind.Customer, tenant, removed, "Dog", false, false);
            case "note with copies" -> () -> details.addNote(RecordKind.Customer, tenant, removed, "Dog", false, true);
            case "contact" ->
                () -> details.addContact(RecordKind.Customer, tenant, removed, ContactType.Phone, "937-555-0188", null);
            case "tag" -> () -> details.addTag(RecordKind.Customer, tenant, removed, tag);
            case "field" ->
                () -> details.changeCustomField(RecordKind.Customer, tenant, removed, 1, old -> Optional.of("x"));
            default -> throw new IllegalArgumentException(what);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"job", "lead", "location", "note", "note with copies", "contact", "tag", "field"})
    void isRefusedAndToldWhoLivesOn(String what) {
        Runnable writer = writer(what);
        Refusal refusal = during(() -> catchThrowableOfType(Refusal.class, writer::run));
        assertThat(refusal.code()).isEqualTo(RefusalCode.RECORD_MERGED);
        assertThat(refusal.facts()).isEqualTo(Map.of("mergedToId", kept));
    }

    /** A location is its customer's, who is another one by now; the second try is fine. */
    @Test
    void aNoteToALocationAndItsCustomerIsNotCopiedToWhoIsGone() {
        Callable<Object> writer =
                () -> Server.bean(EditDetails.class).addNote(RecordKind.Location, tenant, location, "Dog", false, true);
        Refusal refusal = during(() -> catchThrowableOfType(Refusal.class, writer::call));
        assertThat(refusal.code()).isEqualTo(RefusalCode.CHANGED_MEANWHILE);
        as(writer);
        assertThat(as(() -> MergedBySql.children(removed))).isZero();
    }

    private Api.Answer request(String what) {
        return switch (what) {
            case "PATCH customer" -> api.patch(api.path("crm/v2", "/customers/" + removed), "{\"name\":\"Ada\"}");
            case "POST lead" -> api.post(api.path("crm/v2", "/leads"), """
                        {"campaignId":%d,"followUpDate":"2030-01-02T15:00:00Z","summary":"x","customerId":%d}
                        """.formatted(shop.campaign, removed));
            case "POST location" -> api.post(api.path("crm/v2", "/locations"), """
                        {"customerId":%d,"name":"Garage","address":{"street":"1 Ash St","unit":null,"city":"Dayton",
                         "state":"OH","zip":"45402","country":"USA"}}
                        """.formatted(removed));
            case "POST relationship" ->
                Api.send(api.request(
                        "POST",
                        api.path("crm/v2", "/contacts/" + person + "/relationships/" + removed + "/customer"),
                        null));
            case "PATCH location" ->
                api.patch(api.path("crm/v2", "/locations/" + location), "{\"customerId\":%d}".formatted(removed));
            default -> throw new IllegalArgumentException(what);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH customer", "POST lead", "POST location", "POST relationship"})
    void aRequestIsRefusedAndToldWhoLivesOn(String what) {
        Api.Answer during = during(() -> request(what));
        for (Api.Answer answer : List.of(during, request(what))) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("record-merged");
            assertThat(answer.json().at("/data/mergedToId").longValue()).isEqualTo(kept);
        }
    }

    /** Once it is merged, moving a location back to it is refused as well, and tags for several change nothing. */
    @Test
    void afterwardsNobodyGivesItAnythingEither() {
        inTransaction(() -> MergedBySql.customer(removed, kept));
        Api.Answer moved = request("PATCH location");
        assertThat(moved.code()).as(moved.text()).isEqualTo("record-merged");
        assertThat(moved.json().at("/data/mergedToId").longValue()).isEqualTo(kept);
        Api.Answer tagged = api.put(
                api.path("crm/v2", "/tags"),
                "{\"customerIds\":[%d,%d],\"tagTypeIds\":[%d]}".formatted(kept, removed, tag));
        assertThat(tagged.status()).isEqualTo(409);
        assertThat(tagged.json().at("/data/mergedToIds/" + removed).longValue()).isEqualTo(kept);
        Api.Answer contacts = api.get(api.path("crm/v2", "/customers/" + removed + "/contacts"));
        assertThat(contacts.code()).isEqualTo("record-inactive");
        assertThat(contacts.json().at("/data/mergedToId").longValue()).isEqualTo(kept);
    }

    private void inTransaction(Runnable work) {
        shop.tenant.caller.run(() -> new TransactionTemplate(Server.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> work.run()));
    }

    @Test
    void anInquiryIsBookedForWhoLivesOn() {
        Booking booking = claimed();
        long job = during(() -> Server.bean(BookJob.class).book(tenant, booking.id(), form()));
        assertThat(customerOf(job)).isEqualTo(kept);
    }

    @Test
    void aLeadIsBookedForWhoLivesOn() {
        long lead = as(() -> Server.bean(CreateLead.class)
                .create(tenant, leadDraft(), LeadSource.Hand)
                .id());
        long job = during(() -> Server.bean(BookLeadJob.class).book(tenant, lead, form()));
        assertThat(customerOf(job)).isEqualTo(kept);
    }

    private long customerOf(long job) {
        return as(() -> Server.bean(Jobs.class).get(tenant, job).customerId());
    }

    /** Half of them come before it or with it, half while it waits to be seen; every second books from a lead. */
    @Test
    void ofFiftyWhoBookAJobEachDoesSoForWhoLivesOnOrIsToldWhoThatIs() {
        List<Long> leads = as(() -> IntStream.range(0, 25)
                .mapToObj(i -> Server.bean(CreateLead.class)
                        .create(tenant, leadDraft(), LeadSource.Hand)
                        .id())
                .toList());
        CountDownLatch merging = new CountDownLatch(1);
        Supplier<String> merge = () -> {
            inTransaction(() -> {
                MergedBySql.customer(removed, kept);
                merging.countDown();
            });
            return "merged";
        };
        List<String> answers = AtOnce.run(
                51,
                i -> () -> i == 20
                        ? merge.get()
                        : as(() -> {
                            if (i > 25) {
                                merging.await(); // for what isn't seen yet
                            }
                            try {
                                if (i % 2 == 0) {
                                    Server.bean(Jobs.class).book(tenant, shop.jobDraft(removed, location));
                                } else {
                                    Server.bean(BookLeadJob.class).book(tenant, leads.get(i / 2), form());
                                }
                                return "booked";
                            } catch (Refusal e) {
                                assertThat(i % 2)
                                        .as("who follows is not refused: " + e.title())
                                        .isZero();
                                assertThat(e.facts()).isEqualTo(Map.of("mergedToId", kept));
                                return e.code().word();
                            }
                        }));
        assertThat(answers)
                .containsOnly("merged", "booked", "record-merged")
                .filteredOn("booked"::equals)
                .hasSizeBetween(25, 38);
        assertThat(as(() -> MergedBySql.children(removed))).isZero();
        assertThat(as(() -> Server.bean(JdbcClient.class)
                        .sql("select count(*) from job where customer_id = " + kept)
                        .query(Long.class)
                        .single()))
                .isEqualTo(answers.stream().filter("booked"::equals).count());
    }
}
