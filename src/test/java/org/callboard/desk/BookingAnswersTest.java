package org.callboard.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.bookingscripts.BookingScripts;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.customers.Customers;
import org.callboard.customers.Locations;
import org.callboard.database.RecordShape;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.details.CustomDataRequests.CustomFieldUpdate;
import org.callboard.details.CustomFieldValue;
import org.callboard.details.EditDetails;
import org.callboard.details.RecordKind;
import org.callboard.dispatch.EditJob;
import org.callboard.http.Precondition;
import org.callboard.jobs.HouseAnswers;
import org.callboard.jobs.Job;
import org.callboard.jobs.Jobs;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.validation.FieldErrors;
import org.junit.jupiter.api.Test;

/** What is asked when a job is booked: answered, left out, and kept for the house. */
class BookingAnswersTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final SignedInUser dana = shop.tenant.user(Role.CSR);
    private final BookNewJob bookNewJob = Server.bean(BookNewJob.class);
    private final EditJob edit = Server.bean(EditJob.class);
    private final Jobs jobs = Server.bean(Jobs.class);
    private final HouseAnswers house = Server.bean(HouseAnswers.class);
    private final CustomFieldTypes fields = Server.bean(CustomFieldTypes.class);
    private final long gate = question("Gate code", DataType.Text, true, true);
    private final long age = question("System age", DataType.Numeric, false, false);
    private final long customer = shop.customer("Robin Hale", "937-555-0100", "7 Elm St");
    private final long location = place(customer);

    private long question(String name, DataType type, boolean required, boolean ofHouse) {
        return shop.tenant.caller.call(() -> {
            long field = fields.add(tenant, "job", name, type, null).id();
            Server.bean(BookingScripts.class).ask(tenant, shop.jobType, field, required, null);
            fields.askAboutHouse(tenant, field, ofHouse);
            return field;
        });
    }

    private long place(long customer) {
        return as(() -> Server.bean(Locations.class).ofCustomer(tenant, customer))
                .getFirst()
                .id();
    }

    @Test
    void theAnswersStandOnTheJobAndWhatIsOfTheHouseAtTheLocation() {
        long job = book(location, Map.of(gate, "4417", age, "12", 999L, "nobody asked"), false);
        assertThat(answers(job)).isEqualTo(Map.of(gate, "4417", age, "12"));
        assertThat(atLocation(location)).containsOnly(Map.entry("Gate code", "4417"));
        HouseAnswers.Kept kept = kept(location).get(gate);
        assertThat(kept.value()).isEqualTo("4417");
        assertThat(kept.jobNumber()).isEqualTo(Long.toString(job));
        assertThat(log(location).getFirst().fields())
                .extracting(Diff.Field::name, Diff.Field::after)
                .contains(tuple("jobId", (int) job));

        int before = log(location).size();
        book(location, Map.of(gate, "4417"), false); // the same once more is no change
        assertThat(log(location)).hasSize(before);
        long newer = book(location, Map.of(gate, "0912#"), false);
        assertThat(atLocation(location)).containsOnly(Map.entry("Gate code", "0912#"));
        assertThat(answers(job)).containsEntry(gate, "4417");

        as(() -> edit.update(
                tenant,
                newer,
                details -> details,
                new CustomDataDraft(null, List.of(new CustomFieldUpdate(gate, "1111")), null),
                new FieldErrors(),
                Precondition.NONE));
        assertThat(atLocation(location)).containsOnly(Map.entry("Gate code", "1111"));
        as(() -> edit.update(
                tenant,
                job,
                details -> details,
                new CustomDataDraft(
                        null, List.of(new CustomFieldUpdate(gate, "4417"), new CustomFieldUpdate(age, "13")), null),
                new FieldErrors(),
                Precondition.NONE)); // what an old job said already is no newer answer
        assertThat(atLocation(location)).containsOnly(Map.entry("Gate code", "1111"));
    }

    @Test
    void whatWasOnlyFilledInIsNoNewerAnswerThanTheLocations() {
        book(location, Map.of(gate, "1234"), false);
        say(gate, Optional.of("5678")); // while a form is open in which 1234 was filled in
        long job = book(location, Map.of(gate, "1234", age, "12"), Set.of(gate), false);
        assertThat(answers(job)).isEqualTo(Map.of(gate, "5678", age, "12"));
        assertThat(atLocation(location)).containsOnly(Map.entry("Gate code", "5678"));

        long typed = book(location, Map.of(gate, "1234"), false);
        assertThat(answers(typed)).isEqualTo(Map.of(gate, "1234"));
        assertThat(atLocation(location)).containsOnly(Map.entry("Gate code", "1234"));

        say(gate, Optional.empty());
        assertThatThrownBy(() -> book(location, Map.of(gate, "1234"), Set.of(gate), false))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.errors()).containsOnlyKeys("answers." + gate));
        assertThat(answers(book(location, Map.of(gate, "1234"), Set.of(gate), true)))
                .isEmpty();
        assertThat(atLocation(location)).isEmpty();
    }

    @Test
    void whatAJobSaidAlreadyIsNoNewerAnswerHoweverItIsWritten() {
        long dogs = question("Dogs", DataType.Boolean, false, true);
        long stairs = question("Stairs", DataType.Numeric, false, true);
        long job = book(location, Map.of(gate, "4417", dogs, "True", stairs, " 12 "), false);
        assertThat(atLocation(location)).containsEntry("Dogs", "true").containsEntry("Stairs", "12");
        say(dogs, Optional.of("false"));
        say(stairs, Optional.of("14"));
        change(job, Map.of(gate, "4417", dogs, "TRUE", stairs, " 12"));
        assertThat(atLocation(location)).containsEntry("Dogs", "false").containsEntry("Stairs", "14");
        change(job, Map.of(gate, "4417", dogs, "true", stairs, " 13 "));
        assertThat(atLocation(location)).containsEntry("Dogs", "false").containsEntry("Stairs", "13");
    }

    private void change(long job, Map<Long, String> said) {
        as(() -> edit.update(
                tenant,
                job,
                details -> details,
                new CustomDataDraft(
                        null,
                        said.entrySet().stream()
                                .map(one -> new CustomFieldUpdate(one.getKey(), one.getValue()))
                                .toList(),
                        null),
                new FieldErrors(),
                Precondition.NONE));
    }

    @Test
    void whatIsNeededIsAnsweredOrLeftOutWithAWord() {
        assertThatThrownBy(() -> book(location, Map.of(age, "old"), false))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.errors()).containsOnlyKeys("answers." + gate, "answers." + age));
        assertThatThrownBy(() -> book(location, Map.of(gate, "x".repeat(4001)), false))
                .isInstanceOf(Invalid.class);
        long job = book(location, Map.of(), true);
        assertThat(answers(job)).isEmpty();
        assertThat(atLocation(location)).isEmpty();
        long other = book(location, Map.of(gate, " "), true);
        assertThat(answers(other)).isEmpty();
    }

    @Test
    void aNewLocationKeepsItsAnswersFromTheStart() {
        long job = book(null, Map.of(gate, "77"), false);
        long made = as(() -> jobs.get(tenant, job)).locationId();
        assertThat(atLocation(made)).containsOnly(Map.entry("Gate code", "77"));
        as(() -> Server.bean(UndoBooking.class).undo(tenant, job));
        assertThat(as(() -> Server.bean(Locations.class).get(tenant, made)).active())
                .isFalse();
        assertThat(as(() -> Server.bean(Customers.class).get(tenant, customer)).active())
                .isTrue();
    }

    @Test
    void aBookingThatIsUndoneOverwroteNothing() {
        book(location, Map.of(gate, "4417"), false);
        long mistake = book(location, Map.of(gate, "0000"), false);
        as(() -> Server.bean(UndoBooking.class).undo(tenant, mistake));
        assertThat(atLocation(location)).containsOnly(Map.entry("Gate code", "4417"));

        long again = book(location, Map.of(gate, "0000"), false);
        say(gate, Optional.of("said since"));
        as(() -> Server.bean(UndoBooking.class).undo(tenant, again));
        assertThat(atLocation(location)).containsOnly(Map.entry("Gate code", "said since"));
    }

    @Test
    void aFieldOfTheLocationThatIsOutOfUseKeepsWhatItHas() {
        book(location, Map.of(gate, "4417"), false);
        shop.tenant.caller.run(() -> fields.activate(
                tenant, "location", fields.get(tenant, "job", gate).locationTypeId(), false));
        long job = book(location, Map.of(gate, "5555"), false);
        assertThat(answers(job)).containsEntry(gate, "5555");
        assertThat(atLocation(location)).containsOnly(Map.entry("Gate code", "4417"));
    }

    @Test
    void ofManyWhoBookAtOneLocationAtOnceEachIsKeptInTurn() throws InterruptedException {
        List<Thread> people = IntStream.range(0, 12)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    long job = book(location, Map.of(gate, "code " + i), false);
                    as(() -> edit.update(
                            tenant,
                            job,
                            details -> details,
                            new CustomDataDraft(null, List.of(new CustomFieldUpdate(gate, "later " + i)), null),
                            new FieldErrors(),
                            Precondition.NONE));
                }))
                .toList();
        for (Thread one : people) {
            one.join();
        }
        assertThat(as(() -> jobs.after(tenant, 0, 50)).stream()
                        .filter(job -> job.locationId() == location)
                        .map(Job::customData)
                        .flatMap(data -> data.customFields().stream().map(CustomFieldValue::value)))
                .hasSize(12)
                .allSatisfy(value -> assertThat(value).startsWith("later "));
        assertThat(atLocation(location).get("Gate code")).startsWith("later ");
    }

    /** Somebody writes it on the location's page. */
    private void say(long field, Optional<String> value) {
        as(() -> {
            Server.bean(EditDetails.class)
                    .changeCustomField(
                            RecordKind.Location,
                            tenant,
                            location,
                            fields.get(tenant, "job", field).locationTypeId(),
                            old -> value);
            return true;
        });
    }

    private <T> T as(Supplier<T> what) {
        return dana.caller().call(what::get);
    }

    private long book(Long at, Map<Long, String> given, boolean unasked) {
        return book(at, given, Set.of(), unasked);
    }

    private long book(Long at, Map<Long, String> given, Set<Long> filledIn, boolean unasked) {
        BookJobRequest form = RecordShape.with(shop.form(), "locationId", at);
        BookJobRequest answered = RecordShape.with(form, "script", new ScriptAnswers(given, filledIn, unasked));
        return as(() -> bookNewJob.book(tenant, answered, List.of()));
    }

    private Map<Long, String> answers(long job) {
        Map<Long, String> all = new HashMap<>();
        as(() -> jobs.get(tenant, job)).customData().customFields().forEach(one -> all.put(one.typeId(), one.value()));
        return all;
    }

    private Map<String, String> atLocation(long id) {
        Map<String, String> all = new HashMap<>();
        as(() -> Server.bean(Locations.class).get(tenant, id))
                .customData()
                .customFields()
                .forEach(one -> all.put(one.name(), one.value()));
        return all;
    }

    private Map<Long, HouseAnswers.Kept> kept(long id) {
        return as(() -> house.kept(tenant, id, fields.active(tenant, "job")));
    }

    private List<Changes.Change> log(long id) {
        return as(() -> Server.bean(Changes.class).of(tenant, EntityKind.LOCATION, id));
    }
}
