package org.callboard.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.callboard.merging.MergingShop.CUSTOMER;
import static org.callboard.merging.MergingShop.LOCATION;
import static org.callboard.merging.MergingShop.choose;
import static org.callboard.merging.MergingShop.pair;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.callboard.calls.Switchboard;
import org.callboard.changes.Action;
import org.callboard.changes.EntityKind;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.LocationOwnerStore;
import org.callboard.details.ContactEntry;
import org.callboard.details.MoveDetails;
import org.callboard.details.Notes;
import org.callboard.http.Precondition;
import org.callboard.merging.UndoPreview.Blocker;
import org.callboard.merging.UndoPreview.Since;
import org.callboard.merging.UndoPreview.Stays;
import org.callboard.merging.UndoPreview.What;
import org.callboard.merging.UndoPreview.Why;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.callboard.testing.Documents;
import org.callboard.testing.Server;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A merge is taken back item by item: what is as it was left goes back, what was changed since stays and is named. */
class UndoTest {

    private final MergingShop shop = new MergingShop();
    private final long kept = shop.customer("Jordan Reyes");
    private final long removed = shop.customer("J. Reyes", "90 Elm St", null);

    /** Whoever wrote records in a test wrote their documents too. */
    @AfterEach
    void documentsAreAsMadeAnew() {
        Documents.areAsMadeAnew(shop.tenant);
    }

    private UndoPreview preview(Merge merge) {
        return preview(merge, UndoChoices.NONE);
    }

    private UndoPreview preview(Merge merge, UndoChoices choices) {
        return shop.shop.tenant.caller.call(
                () -> Server.bean(UndoMerge.class).preview(shop.tenant, merge.id(), choices));
    }

    private Merge undo(Merge merge) {
        return undo(merge, UndoChoices.NONE);
    }

    /** Undoes what was looked at. */
    private Merge undo(Merge merge, UndoChoices choices) {
        String tag = preview(merge, choices).planTag();
        return shop.shop.tenant.caller.call(
                () -> Server.bean(UndoMerge.class).undo(shop.tenant, merge.id(), choices, tag));
    }

    private static void refused(ThrowingCallable work, Map<String, Object> facts) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).as(refusal.title()).isEqualTo(RefusalCode.MERGE_NOT_UNDOABLE);
            assertThat(refusal.facts()).containsAllEntriesOf(facts);
        });
    }

    private List<ContactEntry> contacts(long customer) {
        return shop.shop.tenant.caller.call(
                () -> Server.bean(MoveDetails.class).contacts(CUSTOMER, shop.tenant, customer));
    }

    @Test
    void everythingGoesBackWhereNobodyTouchedIt() {
        long place = shop.place(removed);
        long job = shop.job(removed, place);
        long lead = shop.lead(removed, place);
        long note = shop.note(removed, "Dog bites", true);
        long own = shop.contact(kept, ContactType.MobilePhone, "937-555-0123");
        long same = shop.contact(removed, ContactType.MobilePhone, "(937) 555-0123");
        long other = shop.contact(removed, ContactType.Email, "jo@example.com");
        long a = shop.tagType("A");
        long b = shop.tagType("B");
        shop.tag(kept, a);
        shop.tag(removed, a, b);
        long tier = shop.field("Tier");
        long gate = shop.field("Gate code");
        shop.fill(kept, tier, "Gold");
        shop.fill(removed, tier, "Silver");
        shop.fill(removed, gate, "1234");
        shop.set(removed, "paymentTermId", 7L);
        Merge merge = shop.merge(kept, removed);

        UndoPreview preview = preview(merge);
        assertThat(preview.stays()).isEmpty();
        assertThat(preview.blockers()).isEmpty();
        assertThat(preview.goesBack())
                .containsEntry(What.Contact, 2L)
                .containsEntry(What.Job, 1L)
                .containsEntry(What.Location, 1L);
        Merge undone = undo(merge);
        assertThat(undone.state()).isEqualTo(Merge.State.Undone);
        assertThat(undone.undoneBy()).isEqualTo(shop.shop.tenant.caller.name());
        assertThat(shop.get(removed).active()).isTrue();
        assertThat(shop.get(removed).mergedToId()).isNull();
        assertThat(shop.location(place).customerId()).isEqualTo(removed);
        assertThat(shop.ids("select customer_id from job where id = " + job)).containsExactly(removed);
        assertThat(shop.ids("select customer_id from invoice where job_id = " + job))
                .containsExactly(removed);
        assertThat(shop.ids("select customer_id from lead where id = " + lead)).containsExactly(removed);
        assertThat(shop.ids("select owner_id from note where id = " + note)).containsExactly(removed);
        assertThat(contacts(kept)).extracting(ContactEntry::id).containsExactly(own);
        assertThat(contacts(removed))
                .allMatch(ContactEntry::active)
                .extracting(ContactEntry::id)
                .containsExactly(same, other);
        assertThat(shop.ids("select owner_id from contact_point where owner_kind = 'customer' order by entry_id"))
                .containsExactly(kept, removed, removed);
        assertThat(shop.tags(kept)).containsExactly(a);
        assertThat(shop.values(kept)).containsExactly("Gold");
        assertThat(shop.values(removed)).containsExactlyInAnyOrder("Silver", "1234");
        assertThat(shop.get(kept).details().paymentTermId()).isNull();
        assertThat(shop.actions(EntityKind.CUSTOMER, removed)).startsWith(Action.UNMERGED, Action.MERGED_INTO);
        assertThat(shop.actions(EntityKind.CUSTOMER, kept)).startsWith(Action.UNMERGED, Action.MERGED_WITH);
        assertThat(shop.actions(EntityKind.CUSTOMER_MERGE, merge.id())).containsExactly(Action.UNMERGED, Action.MERGED);
        assertThat(shop.shop.tenant.caller.call(
                        () -> Server.bean(LocationOwnerStore.class).of(shop.tenant, shop.location(place), "J. Reyes")))
                .extracting(LocationOwnerStore.Owner::customerId)
                .containsExactly(removed, kept, removed);
    }

    @Test
    void theTwoCanBeMergedAgain() {
        Merge merge = shop.merge(kept, removed);
        undo(merge);
        Merge again = shop.merge(kept, removed);
        assertThat(again.id()).isNotEqualTo(merge.id());
        undo(again);
        undo(shop.merge(removed, kept));
        assertThat(shop.get(kept).active()).isTrue();
        assertThat(shop.get(removed).active()).isTrue();
    }

    @Test
    void aLaterEditWins() {
        long tier = shop.field("Tier");
        shop.fill(removed, tier, "Silver");
        Merge merge = shop.merge(CUSTOMER, kept, removed, choose("name"));
        assertThat(shop.get(kept).details().name()).isEqualTo("J. Reyes");
        shop.set(kept, "name", "Jo Reyes");
        shop.fill(kept, tier, "Gold");
        assertThat(preview(merge).stays())
                .containsExactly(
                        new Stays(What.Field, "name", Why.CHANGED),
                        new Stays(What.CustomField, String.valueOf(tier), Why.CHANGED));
        undo(merge);
        assertThat(shop.get(kept).details().name()).isEqualTo("Jo Reyes");
        assertThat(shop.get(removed).details().name()).isEqualTo("J. Reyes");
        assertThat(shop.values(kept)).containsExactly("Gold");
        assertThat(shop.values(removed)).containsExactly("Silver");
    }

    @Test
    void aFieldThatNobodyTouchedIsAsItWas() {
        Merge merge = shop.merge(CUSTOMER, kept, removed, choose("address"));
        assertThat(shop.get(kept).details().address().street()).isEqualTo("90 Elm St");
        undo(merge);
        assertThat(shop.get(kept).details().address().street()).isEqualTo("12 Oak St");
    }

    @Test
    void nobodysWishIsTakenBack() {
        long own = shop.contact(kept, ContactType.MobilePhone, "937-555-0123");
        shop.prefer(kept, own, false, true, null);
        long same = shop.contact(removed, ContactType.MobilePhone, "(937) 555-0123");
        shop.prefer(removed, same, true, false, null);
        shop.set(removed, "doNotMail", true);
        Merge merge = shop.merge(kept, removed);
        assertThat(preview(merge).stays())
                .containsExactlyInAnyOrder(
                        new Stays(What.Field, "doNotMail", Why.STRICTER),
                        new Stays(What.Contact, String.valueOf(own), Why.STRICTER));
        undo(merge);
        assertThat(shop.get(kept).details().doNotMail()).isTrue();
        assertThat(shop.get(removed).details().doNotMail()).isTrue();
        assertThat(contacts(kept)).allMatch(entry -> entry.content().doNotText());
        assertThat(contacts(removed))
                .hasSize(1)
                .allMatch(entry -> entry.active() && entry.content().doNotText());
    }

    @Test
    void whatMovedOnOrIsGoneStays() {
        long place = shop.place(removed);
        long note = shop.note(removed, "Dog bites", false);
        long contact = shop.contact(removed, ContactType.Email, "jo@example.com");
        long third = shop.customer("Ada");
        Merge merge = shop.merge(kept, removed);
        shop.shop.tenant.caller.run(() -> {
            Server.bean(Notes.class).delete(CUSTOMER, shop.tenant, kept, note);
            shop.edit.removeContact(CUSTOMER, shop.tenant, kept, contact, Precondition.NONE);
            shop.locations.update(shop.tenant, place, owner -> third, details -> details);
        });
        assertThat(preview(merge).stays())
                .containsExactlyInAnyOrder(
                        new Stays(What.Contact, String.valueOf(contact), Why.INACTIVE),
                        new Stays(What.Note, String.valueOf(note), Why.MOVED_ON),
                        new Stays(What.Location, String.valueOf(place), Why.MOVED_ON));
    }

    @Test
    void aTagThatSomebodyTouchedStays() {
        long a = shop.tagType("A");
        long b = shop.tagType("B");
        shop.tag(removed, a, b);
        Merge merge = shop.merge(kept, removed);
        shop.shop.tenant.caller.run(() -> {
            shop.edit.removeTag(CUSTOMER, shop.tenant, kept, a);
            shop.edit.addTag(CUSTOMER, shop.tenant, kept, a);
        });
        undo(merge);
        assertThat(shop.tags(kept)).containsExactly(a);
    }

    @Test
    void whatWasMadeSinceStaysOrGoesWithItsLocation() {
        long place = shop.place(removed);
        Merge merge = shop.merge(kept, removed);
        long there = shop.job(kept, place);
        long here = shop.job(kept, shop.place(kept));
        long lead = shop.lead(kept, null);
        long shed = shop.location(kept, "Shed", "14 Oak St");
        assertThat(preview(merge).madeSince())
                .extracting(Since::what, Since::id, Since::goesBack)
                .containsExactlyInAnyOrder(
                        tuple(What.Job, there, true),
                        tuple(What.Job, here, false),
                        tuple(What.Lead, lead, false),
                        tuple(What.Location, shed, false));
        undo(merge, new UndoChoices(Map.of(), Map.of(lead, true), Map.of(shed, true), Map.of()));
        assertThat(shop.ids("select id from job where customer_id = " + removed))
                .containsExactly(there);
        assertThat(shop.ids("select id from invoice where customer_id = " + removed))
                .hasSize(1);
        assertThat(shop.ids("select id from job where customer_id = " + kept)).containsExactly(here);
        assertThat(shop.ids("select customer_id from lead where id = " + lead)).containsExactly(removed);
        assertThat(shop.location(shed).customerId()).isEqualTo(removed);
    }

    @Test
    void aCallThatCameSinceGoesWithItsNumberUnlessSomebodySaysOtherwise() {
        shop.contact(removed, ContactType.Phone, "937-555-0142");
        shop.contact(kept, ContactType.Phone, "937-555-0177");
        long before = shop.call(removed, null, "+19375550142");
        long place = shop.place(removed);
        Merge merge = shop.merge(kept, removed);
        long theirs = shop.call(kept, null, "+19375550142");
        long ours = shop.call(kept, null, "+19375550177");
        long withheld = shop.call(kept, null, null);
        long there = shop.call(kept, place, "+19375550177");
        long here = shop.call(kept, shop.place(kept), "+19375550142");
        UndoPreview preview = preview(merge);
        assertThat(preview.madeSince())
                .extracting(Since::what, Since::id, Since::goesBack)
                .containsExactlyInAnyOrder(
                        tuple(What.Call, theirs, true),
                        tuple(What.Call, ours, false),
                        tuple(What.Call, withheld, false));
        assertThat(preview.goesBack()).containsEntry(What.Call, 3L);
        undo(merge, new UndoChoices(Map.of(), Map.of(), Map.of(), Map.of(theirs, false, withheld, true)));
        assertThat(shop.ids("select id from call where customer_id = " + removed + " order by id"))
                .containsExactly(before, withheld, there);
        assertThat(shop.ids("select id from call where customer_id = " + kept + " order by id"))
                .containsExactly(theirs, ours, here);
    }

    /** The number of the location goes back, and the call is about a location of its customer all the same. */
    @Test
    void aCallAtAPairOfLocationsStaysWithItsCustomer() {
        long own = shop.place(kept);
        long same = shop.location(removed, "Cabin", "12 Oak Street");
        shop.contact(LOCATION, same, ContactType.Phone, "937-555-0199");
        long before = shop.call(removed, same, "+19375550199");
        Merge merge = shop.merge(CUSTOMER, kept, removed, pair(own, same));
        long since = shop.call(kept, own, "+19375550199");
        undo(merge);
        assertThat(shop.ids("select location_id from call where customer_id = " + removed + " and id = " + before))
                .containsExactly(same);
        assertThat(shop.ids("select location_id from call where customer_id = " + kept + " and id = " + since))
                .containsExactly(own);
    }

    /** Call-backs are a number's, and so are whose the number is. */
    @Test
    void openCallBacksFollowTheirNumbers() {
        Switchboard board = new Switchboard();
        MergingShop their = new MergingShop(board.shop);
        long one = their.customer("Jordan Reyes");
        long other = their.customer("J. Reyes", "90 Elm St", null);
        their.contact(one, ContactType.Phone, "937-555-0177");
        their.contact(other, ContactType.Phone, "937-555-0142");
        board.missed("a", "+19375550177");
        board.missed("b", "+19375550142");
        Visitor ann = Visitor.signedIn(board.ann);
        String mine = "/calls/phone/back/" + board.sql("select id from call_back where number = '+19375550177'");
        String yours = "/calls/phone/back/" + board.sql("select id from call_back where number = '+19375550142'");
        Merge merge = their.merge(one, other);
        assertThat(ann.get("/calls/context?customer=" + one).body()).contains(mine, yours);
        assertThat(their.count("call_back where status = 'Open'")).isEqualTo(2);
        board.shop.tenant.caller.run(() -> {
            UndoMerge undo = Server.bean(UndoMerge.class);
            String tag =
                    undo.preview(board.tenant, merge.id(), UndoChoices.NONE).planTag();
            undo.undo(board.tenant, merge.id(), UndoChoices.NONE, tag);
        });
        assertThat(ann.get("/calls/context?customer=" + one).body())
                .contains(mine)
                .doesNotContain(yours);
        assertThat(ann.get("/calls/context?customer=" + other).body()).contains(yours);
    }

    @Test
    void aPersonOfBothIsOfBothAgain() {
        UUID person = UUID.randomUUID();
        shop.sql("insert into contact (tenant_id, id, created_on, modified_on) values (%d, '%s', now(), now())"
                .formatted(shop.tenant, person));
        for (long one : List.of(kept, removed)) {
            shop.sql("""
                    insert into contact_relationship (tenant_id, id, contact_id, customer_id, created_on)
                    values (%d, '%s', '%s', %d, now())""".formatted(shop.tenant, UUID.randomUUID(), person, one));
        }
        undo(shop.merge(kept, removed));
        assertThat(shop.ids("select customer_id from contact_relationship order by 1"))
                .containsExactly(kept, removed);
    }

    @Test
    void aPairOfLocationsIsTwoAgain() {
        long own = shop.place(kept);
        long same = shop.location(removed, "Cabin", "12 Oak Street");
        long job = shop.job(removed, same);
        long contact = shop.contact(LOCATION, same, ContactType.Phone, "937-555-0199");
        Merge merge = shop.merge(CUSTOMER, kept, removed, pair(own, same));
        Merge part = shop.shop.tenant.caller.call(() ->
                Server.bean(Merges.class).standing(LOCATION, shop.tenant, same).orElseThrow());
        refused(() -> undo(part), Map.of("mergeId", merge.id()));
        undo(merge);
        assertThat(shop.location(same).active()).isTrue();
        assertThat(shop.location(same).mergedToId()).isNull();
        assertThat(shop.location(same).customerId()).isEqualTo(removed);
        assertThat(shop.ids("select location_id from job where id = " + job)).containsExactly(same);
        assertThat(shop.ids("select location_id from invoice where job_id = " + job))
                .containsExactly(same);
        assertThat(shop.ids("select location_id from contact_entry where owner_kind = 'location' and id = " + contact))
                .containsExactly(same);
        assertThat(shop.shop
                        .tenant
                        .caller
                        .call(() -> Server.bean(Merges.class).get(shop.tenant, part.id()))
                        .state())
                .isEqualTo(Merge.State.Undone);
    }

    @Test
    void twoLocationsAreTwoAgain() {
        long own = shop.place(kept);
        long same = shop.location(kept, "Same", "12 Oak Street");
        long job = shop.job(kept, same);
        undo(shop.merge(LOCATION, own, same, choose("address")));
        assertThat(shop.location(own).details().address().street()).isEqualTo("12 Oak St");
        assertThat(shop.location(same).active()).isTrue();
        assertThat(shop.ids("select location_id from job where id = " + job)).containsExactly(same);
    }

    @Test
    void aLaterMergeOfTheKeptOneComesFirst() {
        Merge first = shop.merge(kept, removed);
        Merge second = shop.merge(shop.customer("Ada"), kept);
        refused(() -> undo(first), Map.of("mergeId", second.id()));
        undo(second);
        assertThat(shop.get(removed).mergedToId()).isEqualTo(kept);
        undo(first);
        assertThat(shop.get(removed).active()).isTrue();
    }

    @Test
    void twoMergesIntoOneAreUndoneInAnyOrder() {
        long third = shop.customer("Reyes, Jordan", "7 Main St", null);
        Merge first = shop.merge(kept, removed);
        Merge second = shop.merge(kept, third);
        undo(first);
        undo(second);
        assertThat(shop.get(removed).active()).isTrue();
        assertThat(shop.get(third).active()).isTrue();
        assertThat(shop.count("location where customer_id = " + kept)).isEqualTo(1);
    }

    @Test
    void aLaterMergeThatWroteTheSameFieldComesFirst() {
        long third = shop.customer("Reyes, Jordan", "7 Main St", null);
        Merge first = shop.merge(CUSTOMER, kept, removed, choose("name"));
        Merge second = shop.merge(CUSTOMER, kept, third, choose("name"));
        refused(() -> undo(first), Map.of("mergeId", second.id()));
        undo(second);
        undo(first);
        assertThat(shop.get(kept).details().name()).isEqualTo("Jordan Reyes");
    }

    @Test
    void againChangesNothing() {
        Merge merge = shop.merge(kept, removed);
        String tag = preview(merge).planTag();
        Merge undone = undo(merge);
        assertThat(shop.shop.tenant.caller.call(
                        () -> Server.bean(UndoMerge.class).undo(shop.tenant, merge.id(), UndoChoices.NONE, tag)))
                .isEqualTo(undone);
        assertThat(shop.count("change where record_kind = 'customer-merge'")).isEqualTo(2);
    }

    @Test
    void afterHalfAYearItIsTooLate() {
        Merge merge = shop.merge(kept, removed);
        shop.sql("update merge set merged_on = merged_on - interval '181 days'");
        assertThat(preview(merge).blockers()).extracting(Blocker::reason).containsExactly(Blocker.Reason.EXPIRED);
        assertThatThrownBy(() -> undo(merge)).hasMessageContaining("can't be undone any more");
    }

    @Test
    void whoWouldHaveNoActiveLocationStays() {
        long place = shop.place(removed);
        Merge merge = shop.merge(kept, removed);
        shop.shop.tenant.caller.run(() -> shop.locations.activate(shop.tenant, place, false));
        refused(() -> undo(merge), Map.of("customerId", removed));
        shop.shop.tenant.caller.run(() -> {
            shop.locations.activate(shop.tenant, place, true);
            shop.locations.activate(shop.tenant, shop.place(kept), false);
        });
        refused(() -> undo(merge), Map.of("customerId", kept));
    }

    @Test
    void whoWasBroughtBackRestsAgain() {
        shop.sql("update customer set active = false where id = " + kept);
        Merge merge = shop.merge(CUSTOMER, kept, removed, new Choices(Map.of(), Map.of(), List.of(), true));
        undo(merge);
        assertThat(shop.get(kept).active()).isFalse();
        assertThat(shop.get(removed).active()).isTrue();
    }

    @Test
    void whatWasChangedSinceThePreviewIsShownAnew() {
        Merge merge = shop.merge(CUSTOMER, kept, removed, choose("name"));
        String tag = preview(merge).planTag();
        shop.set(kept, "name", "Jo Reyes");
        assertThatThrownBy(() -> shop.shop.tenant.caller.call(
                        () -> Server.bean(UndoMerge.class).undo(shop.tenant, merge.id(), UndoChoices.NONE, tag)))
                .isInstanceOfSatisfying(
                        Refusal.Stale.class,
                        stale -> assertThat(((UndoPreview) stale.facts().get("preview")).stays())
                                .containsExactly(new Stays(What.Field, "name", Why.CHANGED)));
        assertThat(shop.get(removed).active()).isFalse();
    }

    @Test
    void severalAreUndoneAtOnce() {
        long third = shop.customer("Reyes, Jordan", "7 Main St", null);
        List<Merge> merges = shop.shop.tenant.caller.call(() -> shop.merging.mergeAll(
                CUSTOMER,
                shop.tenant,
                kept,
                List.of(removed, third),
                shop.previews
                        .ofAll(CUSTOMER, shop.tenant, kept, List.of(removed, third))
                        .planTag()));
        UndoMerge undo = Server.bean(UndoMerge.class);
        List<Merge> undone = shop.shop.tenant.caller.call(() -> undo.undoBatch(
                shop.tenant,
                merges.getFirst().id(),
                undo.previewBatch(shop.tenant, merges.getFirst().id()).planTag()));
        assertThat(undone).extracting(Merge::state).containsExactly(Merge.State.Undone, Merge.State.Undone);
        assertThat(shop.get(removed).active()).isTrue();
        assertThat(shop.get(third).active()).isTrue();
        assertThat(shop.count("location where customer_id = " + kept)).isEqualTo(1);
    }
}
