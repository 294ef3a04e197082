package org.callboard.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callboard.merging.MergingShop.CUSTOMER;
import static org.callboard.merging.MergingShop.LOCATION;
import static org.callboard.merging.MergingShop.choose;
import static org.callboard.merging.MergingShop.pair;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.callboard.addresses.Coordinates;
import org.callboard.changes.Action;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.LocationOwnerStore;
import org.callboard.details.ContactEntry;
import org.callboard.details.MoveDetails;
import org.callboard.details.RecordKind;
import org.callboard.jobs.JobStatus;
import org.callboard.merging.Preview.Blocker;
import org.callboard.merging.Preview.Rule;
import org.callboard.merging.Preview.Warning;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.callboard.testing.Documents;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two records become one: nothing is lost, nobody is overruled, and what was removed names who lives on. */
class MergeTest {

    private final MergingShop shop = new MergingShop();
    private final long kept = shop.customer("Jordan Reyes");
    private final long removed = shop.customer("J. Reyes", "90 Elm St", null);

    /** Whoever wrote records in a test wrote their documents too. */
    @AfterEach
    void documentsAreAsMadeAnew() {
        Documents.areAsMadeAnew(shop.tenant);
    }

    private void refused(RefusalCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.code()).as(refusal.title()).isEqualTo(code));
    }

    /** The entries that a customer has or had. */
    private List<ContactEntry> contacts(long customer) {
        return shop.shop.tenant.caller.call(
                () -> Server.bean(MoveDetails.class).contacts(CUSTOMER, shop.tenant, customer));
    }

    @Test
    void theRemovedOneRestsAndAllItHadIsTheKeptOnes() {
        long place = shop.place(removed);
        Merge merge = shop.merge(kept, removed);
        assertThat(merge.moved()).isEqualTo(Map.of(MovedKind.Location, 1L));
        assertThat(shop.get(removed).active()).isFalse();
        assertThat(shop.get(removed).mergedToId()).isEqualTo(kept);
        assertThat(shop.get(removed).details().name()).isEqualTo("J. Reyes");
        assertThat(shop.location(place).customerId()).isEqualTo(kept);
        assertThat(shop.location(place).active()).isTrue();
        assertThat(shop.actions(EntityKind.CUSTOMER, removed)).containsExactly(Action.MERGED_INTO, Action.CREATED);
        assertThat(shop.actions(EntityKind.CUSTOMER, kept)).containsExactly(Action.MERGED_WITH, Action.CREATED);
        assertThat(shop.actions(EntityKind.LOCATION, place)).containsExactly(Action.UPDATED, Action.CREATED);
        assertThat(shop.actions(EntityKind.CUSTOMER_MERGE, merge.id())).containsExactly(Action.MERGED);
        assertThat(shop.shop.tenant.caller.call(() ->
                        Server.bean(LocationOwnerStore.class).of(shop.tenant, shop.location(place), "Jordan Reyes")))
                .extracting(LocationOwnerStore.Owner::customerId)
                .containsExactly(kept, removed);
    }

    @Test
    void theLogTellsOfTheMergeBeforeAllElse() {
        Merge merge = shop.merge(kept, removed);
        assertThat(shop.ids("""
                select record_id from change where xid = (select xid from change where record_kind = 'customer-merge')
                order by sequence limit 1
                """)).containsExactly(merge.id());
    }

    @Test
    void theKeptOnesNameStaysAndTheOtherIsToldForGood() {
        shop.merge(kept, removed);
        assertThat(shop.get(kept).details().name()).isEqualTo("Jordan Reyes");
        List<Merges.Had> had =
                shop.shop.tenant.caller.call(() -> Server.bean(Merges.class).had(CUSTOMER, shop.tenant, kept));
        assertThat(had).hasSize(1);
        assertThat(had.getFirst().removedId()).isEqualTo(removed);
        assertThat(had.getFirst().values()).containsEntry("name", "J. Reyes");
    }

    @Test
    void anAddressIsOnePiece() {
        long flat = shop.customer("Jo Reyes", "12 Oak St", "Apt 4");
        shop.set(flat, "coordinates", new Coordinates(39.7, -84.1));
        shop.merge(kept, flat);
        assertThat(shop.get(kept).details().address().unit()).isNull();
        assertThat(shop.get(kept).details().coordinates()).isNull();
        long other = shop.customer("Jo Reyes", "12 Oak St", "Apt 5");
        shop.merge(CUSTOMER, kept, other, choose("address"));
        assertThat(shop.get(kept).details().address().unit()).isEqualTo("Apt 5");
    }

    @Test
    void theStricterWishHoldsWhateverWasChosen() {
        shop.set(removed, "doNotMail", true);
        shop.set(removed, "doNotService", true);
        Choices keep = new Choices(
                Map.of("doNotMail", Choices.From.KEPT, "doNotService", Choices.From.KEPT), Map.of(), List.of(), false);
        Preview preview = shop.preview(kept, removed, keep);
        assertThat(preview.fields())
                .filteredOn(line -> line.field().equals("doNotMail"))
                .allSatisfy(line -> {
                    assertThat(line.result()).isEqualTo(true);
                    assertThat(line.rule()).isEqualTo(Rule.STRICTER);
                    assertThat(line.choosable()).isFalse();
                })
                .hasSize(1);
        assertThat(preview.warnings()).extracting(Warning::code).contains(Warning.Code.STRICTER);
        shop.merge(CUSTOMER, kept, removed, keep);
        assertThat(shop.get(kept).details().doNotMail()).isTrue();
        assertThat(shop.get(kept).details().doNotService()).isTrue();
    }

    @Test
    void anEmptyFieldIsFilledAndCreditIsOnePairThatNobodyAdds() {
        shop.set(removed, "paymentTermId", 7L);
        shop.set(removed, "creditLimit", new BigDecimal("500"));
        shop.set(removed, "creditLimitBalance", new BigDecimal("100"));
        shop.set(kept, "creditLimit", new BigDecimal("1000"));
        shop.set(kept, "creditLimitBalance", new BigDecimal("400"));
        assertThat(shop.preview(kept, removed, Choices.NONE).warnings())
                .extracting(Warning::code)
                .contains(Warning.Code.CREDIT_LIMIT);
        shop.merge(kept, removed);
        assertThat(shop.get(kept).details().paymentTermId()).isEqualTo(7);
        assertThat(shop.get(kept).details().creditLimit()).isEqualByComparingTo("1000");
        assertThat(shop.get(kept).details().creditLimitBalance()).isEqualByComparingTo("400");
    }

    @Test
    void theSameNumberIsOneEntryWithTheStricterWishes() {
        long own = shop.contact(kept, ContactType.MobilePhone, "(937) 555-0123");
        shop.prefer(kept, own, false, true, "home");
        long same = shop.contact(removed, ContactType.MobilePhone, "937.555.0123");
        shop.prefer(removed, same, true, false, "evenings");
        long other = shop.contact(removed, ContactType.Email, "jo@example.com");
        shop.merge(kept, removed);
        assertThat(contacts(removed)).isEmpty();
        assertThat(contacts(kept)).extracting(ContactEntry::id).containsExactlyInAnyOrder(own, same, other);
        ContactEntry combined = contacts(kept).getFirst();
        assertThat(combined.content().doNotText()).isTrue();
        assertThat(combined.content().preferences().marketingUpdatesEnabled()).isFalse();
        assertThat(combined.content().memo()).isEqualTo("home / evenings");
        assertThat(contacts(kept))
                .filteredOn(entry -> entry.id() == same)
                .allSatisfy(entry -> assertThat(entry.active()).isFalse());
        assertThat(shop.actions(EntityKind.CUSTOMER_CONTACT, same)).startsWith(Action.DELETED);
        assertThat(shop.actions(EntityKind.CUSTOMER_CONTACT, other)).startsWith(Action.UPDATED);
        assertThat(shop.ids("select owner_id from contact_point where owner_kind = 'customer' order by entry_id"))
                .containsExactly(kept, kept);
    }

    @Test
    void anotherExtensionIsAnotherNumber() {
        shop.contact(kept, ContactType.Phone, "(937) 555-0123");
        long other = shop.contact(removed, ContactType.Phone, "(937) 555-0123 ext. 7");
        assertThat(shop.preview(kept, removed, Choices.NONE).contacts()).isEmpty();
        shop.merge(kept, removed);
        assertThat(contacts(kept))
                .allMatch(ContactEntry::active)
                .extracting(ContactEntry::id)
                .contains(other);
    }

    @Test
    void aValueWithTwoNumbersIsTheSameWhereBothAre() {
        shop.contact(kept, ContactType.Phone, "937-555-0123 or 937-555-0124");
        long both = shop.contact(removed, ContactType.Phone, "9375550124 / 9375550123");
        long one = shop.contact(removed, ContactType.Phone, "9375550124");
        assertThat(shop.preview(kept, removed, Choices.NONE).contacts())
                .extracting(Preview.ContactLine::removedId)
                .containsExactly(both)
                .doesNotContain(one);
    }

    @Test
    void aPersonOfBothIsThereOnce() {
        UUID person = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        for (UUID one : List.of(person, other)) {
            shop.sql("insert into contact (tenant_id, id, created_on, modified_on) values (%d, '%s', now(), now())"
                    .formatted(shop.tenant, one));
            relate(one, removed);
        }
        relate(person, kept);
        shop.merge(kept, removed);
        assertThat(shop.count("contact_relationship where customer_id = " + kept))
                .isEqualTo(2);
        assertThat(shop.count("contact_relationship where customer_id = " + removed))
                .isZero();
        assertThat(shop.count("merge_item where kind = 'RelationshipDropped'")).isEqualTo(1);
    }

    private void relate(UUID person, long customer) {
        shop.sql("""
                insert into contact_relationship (tenant_id, id, contact_id, customer_id, created_on)
                values (%d, '%s', '%s', %d, now())""".formatted(shop.tenant, UUID.randomUUID(), person, customer));
    }

    @Test
    void tagsAreThoseOfBoth() {
        long a = shop.tagType("A");
        long b = shop.tagType("B");
        long c = shop.tagType("C");
        shop.tag(kept, a, b);
        shop.tag(removed, b, c);
        shop.merge(kept, removed);
        assertThat(shop.tags(kept)).isEqualTo(Set.of(a, b, c));
        assertThat(shop.tags(removed)).isEqualTo(Set.of(b, c));
    }

    @Test
    void aCustomFieldOfBothIsTheKeptOnesAndAnEmptyOneIsFilled() {
        long tier = shop.field("Tier");
        long gate = shop.field("Gate code");
        shop.fill(kept, tier, "Gold");
        shop.fill(removed, tier, "Silver");
        shop.fill(removed, gate, "1234");
        shop.sql("update custom_field_type set active = false where id = " + gate);
        shop.merge(kept, removed);
        assertThat(shop.values(kept)).containsExactlyInAnyOrder("Gold", "1234");
        assertThat(shop.values(removed)).containsExactlyInAnyOrder("Silver", "1234");
        List<Merges.Had> had =
                shop.shop.tenant.caller.call(() -> Server.bean(Merges.class).had(CUSTOMER, shop.tenant, kept));
        assertThat(had.getFirst().values()).containsEntry("customFields", Map.of("Tier", "Silver"));
    }

    @Test
    void aCustomFieldMayBeTheOthers() {
        long tier = shop.field("Tier");
        shop.fill(kept, tier, "Gold");
        shop.fill(removed, tier, "Silver");
        shop.merge(
                CUSTOMER, kept, removed, new Choices(Map.of(), Map.of(tier, Choices.From.REMOVED), List.of(), false));
        assertThat(shop.values(kept)).containsExactly("Silver");
    }

    @Test
    void externalDataStaysWhereBothHaveTheKey() {
        UUID application = UUID.randomUUID();
        external(kept, application, "id", "K-1");
        external(removed, application, "id", "R-1");
        external(removed, application, "legacy", "R-2");
        Preview preview = shop.preview(kept, removed, Choices.NONE);
        assertThat(preview.conflicts()).containsExactly(new Preview.Conflict(application, "id", "K-1", "R-1"));
        shop.merge(kept, removed);
        assertThat(shop.count("external_data where owner_id = " + kept + " and value in ('K-1', 'R-2')"))
                .isEqualTo(2);
        assertThat(shop.count("external_data where owner_id = " + removed)).isEqualTo(2);
    }

    private void external(long customer, UUID application, String key, String value) {
        shop.sql("""
                insert into external_data (tenant_id, owner_kind, owner_id, application_guid, key, value)
                values (%d, 'customer', %d, '%s', '%s', '%s')""".formatted(shop.tenant, customer, application, key, value));
    }

    @Test
    void notesKeepTheirTimeAndPin() {
        long note = shop.note(removed, "Dog bites", true);
        String before = "select extract(epoch from created_on)::bigint from note where is_pinned and id = " + note;
        List<Long> made = shop.ids(before);
        shop.merge(kept, removed);
        assertThat(shop.ids(before)).isEqualTo(made).hasSize(1);
        assertThat(shop.ids("select owner_id from note where id = " + note)).containsExactly(kept);
    }

    @Test
    void workMovesAsItIsAndCountsAsChanged() {
        long place = shop.place(removed);
        List<Long> jobs = List.of(shop.job(removed, place), shop.job(removed, place), shop.job(removed, place));
        shop.sql("update job set status = 'Completed', modified_on = '2020-01-01Z' where id = " + jobs.getFirst());
        shop.sql("update invoice set modified_on = '2020-01-01Z'");
        assertThat(shop.preview(kept, removed, Choices.NONE).warnings())
                .extracting(Warning::code)
                .contains(Warning.Code.INVOICES);
        Merge merge = shop.merge(kept, removed);
        assertThat(merge.moved()).containsEntry(MovedKind.Job, 3L).containsEntry(MovedKind.Invoice, 3L);
        assertThat(shop.ids("select id from job where customer_id = %d and location_id = %d order by id"
                        .formatted(kept, place)))
                .isEqualTo(jobs);
        assertThat(shop.count("job where modified_on < '2021-01-01Z'")).isZero();
        assertThat(shop.count("invoice where customer_id = " + kept)).isEqualTo(3);
        assertThat(shop.count("invoice where modified_on < '2021-01-01Z'")).isZero();
        assertThat(shop.count("job where status = 'Completed'")).isEqualTo(1);
        jobs.forEach(
                job -> assertThat(shop.actions(EntityKind.JOB, job)).containsExactly(Action.UPDATED, Action.BOOKED));
    }

    @Test
    void workMovesInEveryStateAndItsAppointmentsTell() {
        long place = shop.place(removed);
        Map<JobStatus, Long> jobs = new EnumMap<>(JobStatus.class);
        for (JobStatus status : JobStatus.values()) {
            long job = shop.job(removed, place);
            jobs.put(status, job);
            shop.sql("update job set status = '%s', active = %s where id = %d"
                    .formatted(status, status != JobStatus.Canceled, job)); // canceled since its booking was undone
        }
        shop.merge(kept, removed);
        jobs.forEach((status, job) -> {
            assertThat(shop.count("job where id = %d and customer_id = %d and status = '%s' and version = 2"
                            .formatted(job, kept, status)))
                    .isEqualTo(1);
            long visit =
                    shop.ids("select id from appointment where job_id = " + job).getFirst();
            assertThat(shop.actions(EntityKind.APPOINTMENT, visit)).containsExactly(Action.UPDATED, Action.CREATED);
            assertThat(shop.log(EntityKind.APPOINTMENT, visit).getFirst().fields())
                    .extracting(Diff.Field::name)
                    .containsExactly("customerId");
        });
        assertThat(shop.count("appointment where version = 2")).isEqualTo(jobs.size());
    }

    @Test
    void openLeadsOfBothStayTwo() {
        long one = shop.lead(kept, null);
        long other = shop.lead(removed, shop.place(removed));
        assertThat(shop.preview(kept, removed, Choices.NONE).warnings())
                .extracting(Warning::code)
                .contains(Warning.Code.OPEN_LEADS);
        shop.merge(kept, removed);
        assertThat(shop.ids("select id from lead where status = 'Open' and customer_id = " + kept + " order by id"))
                .containsExactly(one, other);
        assertThat(shop.actions(EntityKind.LEAD, other)).startsWith(Action.UPDATED);
    }

    @Test
    void aTickedPairOfLocationsIsMergedToo() {
        long own = shop.place(kept);
        long same = shop.location(removed, "Cabin", "12 Oak Street");
        long job = shop.job(removed, same);
        long lead = shop.lead(removed, same);
        long contact = shop.contact(LOCATION, same, ContactType.Phone, "937-555-0199");
        Preview preview = shop.preview(kept, removed, Choices.NONE);
        assertThat(preview.pairs()).hasSize(1).allSatisfy(pair -> {
            assertThat(pair.keptId()).isEqualTo(own);
            assertThat(pair.removedId()).isEqualTo(same);
            assertThat(pair.same()).isTrue();
            assertThat(pair.chosen()).isFalse();
        });
        Merge merge = shop.merge(CUSTOMER, kept, removed, pair(own, same));
        assertThat(shop.location(same).mergedToId()).isEqualTo(own);
        assertThat(shop.location(same).active()).isFalse();
        assertThat(shop.location(same).customerId()).isEqualTo(kept);
        assertThat(shop.ids("select location_id from job where customer_id = " + kept))
                .containsExactly(own);
        assertThat(shop.ids("select location_id from lead where customer_id = " + kept))
                .containsExactly(own);
        assertThat(shop.ids("select location_id from invoice where job_id = " + job))
                .containsExactly(own);
        assertThat(shop.ids("select location_id from contact_entry where owner_kind = 'location' and id = " + contact))
                .containsExactly(own);
        Merge part = shop.shop.tenant.caller.call(() ->
                Server.bean(Merges.class).standing(LOCATION, shop.tenant, same).orElseThrow());
        assertThat(part.partOf()).isEqualTo(merge.id());
        assertThat(shop.actions(EntityKind.LOCATION, same)).containsExactly(Action.MERGED_INTO, Action.CREATED);
        assertThat(shop.actions(EntityKind.LEAD, lead)).containsExactly(Action.UPDATED, Action.CREATED);
    }

    @Test
    void aRecordIsMergedIntoOneThatLivesOn() {
        shop.merge(kept, removed);
        long later = shop.customer("Jordan Reyes Sr");
        shop.merge(later, kept);
        assertThat(shop.get(removed).mergedToId()).isEqualTo(later);
        assertThat(shop.get(kept).mergedToId()).isEqualTo(later);
        assertThat(shop.actions(EntityKind.CUSTOMER, removed))
                .containsExactly(Action.UPDATED, Action.MERGED_INTO, Action.CREATED);
        refused(RefusalCode.RECORD_MERGED, () -> shop.merge(later, removed));
    }

    @Test
    void againIsTheSameMergeAndTheOtherWayRoundIsNone() {
        String tag = shop.preview(kept, removed, Choices.NONE).planTag();
        Merge merge = shop.merge(kept, removed);
        assertThat(shop.shop.tenant.caller.call(
                        () -> shop.merging.merge(CUSTOMER, shop.tenant, kept, removed, Choices.NONE, tag)))
                .isEqualTo(merge);
        assertThat(shop.count("change where record_kind = 'customer-merge'")).isEqualTo(1);
        assertThatThrownBy(() -> shop.merge(removed, kept)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(RefusalCode.RECORD_MERGED);
            assertThat(refusal.facts()).containsEntry("mergedToId", kept);
        });
    }

    @Test
    void nothingIsMergedWithItself() {
        refused(RefusalCode.INVALID, () -> shop.merge(kept, kept));
        assertThat(shop.get(kept).active()).isTrue();
    }

    @Test
    void whatWasChangedSinceThePreviewIsShownAnew() {
        String tag = shop.preview(kept, removed, Choices.NONE).planTag();
        shop.set(removed, "name", "Joe Reyes");
        assertThatThrownBy(() -> shop.shop.tenant.caller.call(
                        () -> shop.merging.merge(CUSTOMER, shop.tenant, kept, removed, Choices.NONE, tag)))
                .isInstanceOfSatisfying(Refusal.Stale.class, stale -> {
                    assertThat(stale.facts().get("planTag"))
                            .isEqualTo(shop.preview(kept, removed, Choices.NONE).planTag());
                    assertThat(((Preview) stale.facts().get("preview")).removedName())
                            .isEqualTo("Joe Reyes");
                });
        assertThat(shop.get(removed).active()).isTrue();
    }

    @Test
    void whatMerelyMovesDoesNotMakeThePreviewStale() {
        String tag = shop.preview(kept, removed, Choices.NONE).planTag();
        shop.job(removed, shop.place(removed));
        shop.lead(removed, null);
        assertThat(shop.preview(kept, removed, Choices.NONE).planTag()).isEqualTo(tag);
    }

    @Test
    void everythingInTheWayIsNamed() {
        shop.sql("update customer set active = false where id = " + kept);
        assertThat(shop.preview(kept, removed, pair(1, 2)).blockers())
                .extracting(Blocker::reason)
                .containsExactly(Blocker.Reason.KEPT_INACTIVE, Blocker.Reason.WRONG_PAIR);
        refused(RefusalCode.MERGE_BLOCKED, () -> shop.merge(CUSTOMER, kept, removed, pair(1, 2)));
        Choices back = new Choices(Map.of(), Map.of(), List.of(), true);
        shop.merge(CUSTOMER, kept, removed, back);
        assertThat(shop.get(kept).active()).isTrue();
        assertThat(shop.actions(EntityKind.CUSTOMER, kept)).startsWith(Action.MERGED_WITH);
    }

    @Test
    void anActiveCustomerKeepsAnActiveLocation() {
        long own = shop.place(kept);
        shop.sql("update location set active = false where id = " + own);
        assertThat(shop.preview(kept, removed, pair(own, shop.place(removed))).blockers())
                .extracting(Blocker::reason)
                .containsExactly(Blocker.Reason.KEPT_INACTIVE, Blocker.Reason.NO_ACTIVE_LOCATION);
    }

    @Test
    void locationsOfOneCustomerAreMerged() {
        long own = shop.place(kept);
        long same = shop.location(kept, "Same", "12 Oak Street");
        long job = shop.job(kept, same);
        Merge merge = shop.merge(LOCATION, own, same, Choices.NONE);
        assertThat(merge.kind()).isEqualTo(RecordKind.Location);
        assertThat(shop.location(same).mergedToId()).isEqualTo(own);
        assertThat(shop.location(same).customerId()).isEqualTo(kept);
        assertThat(shop.ids("select location_id from job where id = " + job)).containsExactly(own);
        assertThat(shop.actions(EntityKind.LOCATION_MERGE, merge.id())).containsExactly(Action.MERGED);
        assertThat(shop.actions(EntityKind.LOCATION, own)).startsWith(Action.MERGED_WITH);
        assertThat(shop.count("location_owner_history")).isZero();
    }

    @Test
    void locationsOfTwoCustomersAreNot() {
        long own = shop.place(kept);
        long other = shop.place(removed);
        assertThatThrownBy(() -> shop.merge(LOCATION, own, other, Choices.NONE))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(RefusalCode.MERGE_BLOCKED);
                    assertThat(refusal.facts()).containsEntry("customerId", removed);
                });
    }

    @Test
    void aLocationMayGetTheOthersAddress() {
        long own = shop.place(kept);
        long same = shop.location(kept, "Same", "14 Oak Street");
        shop.merge(LOCATION, own, same, choose("address"));
        assertThat(shop.location(own).details().address().street()).isEqualTo("14 Oak Street");
        assertThat(shop.location(own).details().name()).isEqualTo("Jordan Reyes");
    }

    @Test
    void anotherCompanysRecordIsNotThere() {
        TestTenant other = TestTenant.create();
        refused(
                RefusalCode.NOT_FOUND,
                () -> other.caller.call(() -> shop.previews.of(CUSTOMER, other.id, kept, removed, Choices.NONE)));
        long theirs = new MergingShop().customer("Jo");
        refused(RefusalCode.NOT_FOUND, () -> shop.merge(kept, theirs));
    }

    @Test
    void severalBecomeOneAtOnce() {
        long third = shop.customer("Reyes, Jordan");
        shop.contact(removed, ContactType.Phone, "937-555-0101");
        shop.contact(third, ContactType.Phone, "(937) 555-0101");
        List<Merge> merges = shop.shop.tenant.caller.call(() -> shop.merging.mergeAll(
                CUSTOMER,
                shop.tenant,
                kept,
                List.of(removed, third),
                shop.previews
                        .ofAll(CUSTOMER, shop.tenant, kept, List.of(removed, third))
                        .planTag()));
        assertThat(merges)
                .extracting(Merge::batchId)
                .containsOnly(merges.getFirst().id());
        assertThat(merges).extracting(Merge::removedId).containsExactly(removed, third);
        assertThat(contacts(kept)).filteredOn(ContactEntry::active).hasSize(1);
        assertThat(shop.count("location where customer_id = " + kept)).isEqualTo(3);
    }

    @Test
    void whoReadsTheFeedsSeesEveryMovedRecordOnce() {
        long place = shop.place(removed);
        long lead = shop.lead(removed, place);
        long contact = shop.contact(removed, ContactType.Phone, "937-555-0101");
        shop.merge(kept, removed);
        for (String row : List.of(
                "customer " + removed,
                "customer " + kept,
                "location " + place,
                "customer-contact " + contact,
                "lead " + lead)) {
            String[] parts = row.split(" ");
            assertThat(shop.count("""
                    change where record_kind = '%s' and record_id = %s
                        and xid = (select xid from change where record_kind = 'customer-merge')""".formatted(parts[0], parts[1]))).as(row).isEqualTo(1);
        }
    }
}
