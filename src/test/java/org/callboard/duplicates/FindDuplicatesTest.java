package org.callboard.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.callboard.duplicates.DuplicatesShop.CUSTOMER;
import static org.callboard.duplicates.DuplicatesShop.LOCATION;

import java.util.List;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.CustomerType;
import org.callboard.details.EditDetails;
import org.callboard.matches.Band;
import org.callboard.matches.MatchReason;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which customers and locations are put before people as likely duplicates, and which never. */
class FindDuplicatesTest {

    private static final String PHONE = "(937) 555-0142";
    private static final String SAME_PHONE = "+1 937-555-0142";

    private final DuplicatesShop shop = new DuplicatesShop();

    /** Following the change log comes to the same as going through all. */
    @AfterEach
    void isAsFoundAnew() {
        shop.isAsFoundAnew();
    }

    @Test
    void sameNumberAndName() {
        long one = shop.customer("Jordan Reyes", "12 Oak St", null, PHONE);
        long other = shop.customer("JORDAN REYES", "90 Elm St", null, SAME_PHONE);
        shop.search();
        assertThat(shop.open(CUSTOMER))
                .extracting(DuplicatePair::lowId, DuplicatePair::highId, DuplicatePair::band, DuplicatePair::reasons)
                .containsExactly(
                        tuple(one, other, Band.VeryLikely, List.of(MatchReason.SamePhone, MatchReason.SameName)));
    }

    @Test
    void aNameThatIsTurnedRoundAtOneDoor() {
        shop.customer("Jordan Reyes", "12 Oak St", null);
        shop.customer("Reyes, Jordan", "12 Oak Street", null);
        shop.search();
        assertThat(shop.open(CUSTOMER)).extracting(DuplicatePair::score).containsExactly(55);
    }

    @Test
    void aTypingErrorAtOneDoor() {
        shop.customer("Jordan Reyes", "12 Oak St", null);
        shop.customer("Jordna Reyes", "12 Oak St", null);
        shop.search();
        assertThat(shop.open(CUSTOMER)).extracting(DuplicatePair::band).containsExactly(Band.Possible);
    }

    @Test
    void fatherAndSonHaveOneNumberAndAreTwo() {
        shop.customer("Jordan Reyes Sr", "12 Oak St", null, PHONE);
        shop.customer("Jordan Reyes Jr", "12 Oak St", null, PHONE);
        shop.search();
        assertThat(shop.open(CUSTOMER)).allSatisfy(pair -> {
            assertThat(pair.band()).isNotEqualTo(Band.VeryLikely);
            assertThat(pair.reasons()).contains(MatchReason.OtherGeneration);
        });
    }

    @Test
    void anotherUnitIsAnotherDoor() {
        shop.customer("Jordan Reyes", "12 Oak St", "Apt 4");
        shop.customer("Jordan Reyes", "12 Oak St", "Apt 5");
        shop.search();
        assertThat(shop.open(CUSTOMER)).isEmpty();
    }

    @Test
    void aNameAloneIsNoSign() {
        shop.customer("Jordan Reyes", "12 Oak St", null, "937-555-0101");
        shop.customer("Jordan Reyes", "90 Elm St", null, "937-555-0102");
        shop.search();
        assertThat(shop.open(CUSTOMER)).isEmpty();
    }

    @Test
    void twoWithOneEmailAddress() {
        shop.customer("Jordan Reyes", "12 Oak St", null, "j.reyes@example.com");
        shop.customer("Jordan Reyes", "90 Elm St", null, "J.Reyes@Example.com");
        shop.customer("Ann Becker", "3 Main St", null, "j.reyes@example.com");
        shop.search();
        assertThat(shop.open(CUSTOMER))
                .extracting(DuplicatePair::band)
                .containsExactly(Band.Likely, Band.Possible, Band.Possible);
    }

    @Test
    void tenantsOfOneManagerAreNotOne() {
        for (int i = 1; i <= 30; i++) {
            shop.customer(tenantName(i), i + " Elm St", null, PHONE);
        }
        shop.search();
        assertThat(shop.open(CUSTOMER)).isEmpty();
    }

    @Test
    void ofThirtyWithOneNumberTwoWithOneNameAtOneDoorAreFound() {
        for (int i = 1; i <= 30; i++) {
            shop.customer(tenantName(i), i + " Elm St", null, PHONE);
        }
        long again = shop.customer("Mr. " + tenantName(7), "7 Elm St", null, PHONE);
        shop.search();
        assertThat(shop.open(CUSTOMER)).singleElement().satisfies(pair -> {
            assertThat(pair.highId()).isEqualTo(again);
            assertThat(pair.reasons())
                    .containsExactly(MatchReason.SharedPhone, MatchReason.SameAddress, MatchReason.SameName);
            assertThat(pair.score()).isEqualTo(65);
        });
    }

    private static String tenantName(int i) {
        return "Tenant" + (char) ('a' + i % 26) + (char) ('a' + i / 26) + " Fam" + (char) ('z' - i % 26) + "ly"
                + (char) ('a' + i / 26);
    }

    @Test
    void manyInOneBuildingAreComparedByTheirNames() {
        for (int i = 1; i <= 40; i++) {
            shop.customer(tenantName(i), "100 Main St", "Apt " + i);
        }
        shop.customer(tenantName(3), "100 Main St", "Unit 3");
        shop.search();
        assertThat(shop.open(CUSTOMER))
                .singleElement()
                .satisfies(pair ->
                        assertThat(pair.reasons()).containsExactly(MatchReason.SameAddress, MatchReason.SameName));
    }

    @Test
    void whoHasTwoHomesIsFoundAtTheSecond() {
        long one = shop.customer("Jordan Reyes", "12 Oak St", null);
        shop.location(one, "Cabin", "90 Elm St", null);
        long other = shop.customer("Jordan Reyes", "90 Elm St", null);
        shop.search();
        assertThat(shop.isOpen(one, other)).isTrue();
    }

    @Test
    void twoPeopleAtOneDoorAreTwo() {
        shop.customer("Jordan Reyes", "12 Oak St", null, "937-555-0101");
        shop.customer("Ann Becker", "12 Oak St", null, "937-555-0102");
        shop.search();
        assertThat(shop.open(CUSTOMER)).isEmpty();
    }

    @Test
    void aNumberOfALocationCounts() {
        long one = shop.customer("Jordan Reyes", "12 Oak St", null, PHONE);
        long other = shop.customer("Jordan Reyes", "90 Elm St", null);
        shop.search();
        assertThat(shop.open(CUSTOMER)).isEmpty();
        shop.company.caller.run(() -> Server.bean(EditDetails.class)
                .addContact(LOCATION, shop.tenant, shop.place(other), ContactType.Phone, SAME_PHONE, null));
        shop.search();
        assertThat(shop.isOpen(one, other)).isTrue();
    }

    @Test
    void aHomeAndABusinessCountLess() {
        shop.customer("Reyes Heating", CustomerType.Residential, "12 Oak St", null, PHONE);
        shop.customer("Jordan Reyes", CustomerType.Commercial, "90 Elm St", null, PHONE);
        shop.search();
        assertThat(shop.open(CUSTOMER)).isEmpty();
    }

    @Test
    void anotherNumberTakesThePairAway() {
        long one = shop.customer("Jordan Reyes", "12 Oak St", null, PHONE);
        long other = shop.customer("Jordan Reyes", "90 Elm St", null, PHONE);
        shop.search();
        assertThat(shop.isOpen(one, other)).isTrue();
        shop.removeContacts(other);
        shop.contact(other, "937-555-0188");
        shop.search();
        assertThat(shop.open(CUSTOMER)).isEmpty();
        assertThat(shop.pair(one, other)).isNull();
    }

    @Test
    void anotherNameMakesItLess() {
        long one = shop.customer("Jordan Reyes", "12 Oak St", null, PHONE);
        long other = shop.customer("Jordan Reyes", "90 Elm St", null, PHONE);
        shop.search();
        shop.rename(other, "Ann Becker");
        shop.search();
        assertThat(shop.pair(one, other).band()).isEqualTo(Band.Possible);
    }

    @Test
    void whoIsNotInUseIsNoDuplicate() {
        long one = shop.customer("Jordan Reyes", "12 Oak St", null, PHONE);
        long other = shop.customer("Jordan Reyes", "90 Elm St", null, PHONE);
        shop.search();
        shop.activate(other, false);
        assertThat(shop.open(CUSTOMER)).as("at once").isEmpty();
        shop.search();
        assertThat(shop.pair(one, other)).isNull();
        shop.activate(other, true);
        shop.search();
        assertThat(shop.isOpen(one, other)).isTrue();
    }

    @Test
    void whatWasDismissedStaysAway() {
        long one = shop.customer("Jordan Reyes", "12 Oak St", null, PHONE);
        long other = shop.customer("Jordan Reyes", "90 Elm St", null, PHONE);
        shop.search();
        shop.dismiss(one, other);
        assertThat(shop.open(CUSTOMER)).isEmpty();
        shop.contact(one, "937-555-0111");
        shop.search();
        assertThat(shop.open(CUSTOMER)).isEmpty();
        assertThat(shop.pair(one, other)).satisfies(pair -> {
            assertThat(pair.state()).isEqualTo(DuplicatePair.State.NotDuplicate);
            assertThat(pair.decidedBy()).isEqualTo(shop.company.owner.displayName());
            assertThat(pair.note()).isEqualTo("Father and son");
        });
    }

    @Test
    void aNewReasonBringsItBackWithWhoDismissedIt() {
        long one = shop.customer("Jordan Reyes", "12 Oak St", null, PHONE);
        long other = shop.customer("Jordan Reyes", "90 Elm St", null, PHONE);
        shop.search();
        shop.dismiss(one, other);
        long first = shop.contact(one, "reyes@example.com");
        shop.contact(other, "reyes@example.com");
        shop.search();
        assertThat(shop.open(CUSTOMER))
                .singleElement()
                .satisfies(pair -> assertThat(pair.decidedBy()).isEqualTo(shop.company.owner.displayName()));
        shop.removeContact(one, first);
        shop.search();
        assertThat(shop.open(CUSTOMER)).as("the reason is gone again").isEmpty();
        shop.dismiss(one, other);
        shop.reopen(one, other);
        assertThat(shop.open(CUSTOMER))
                .singleElement()
                .satisfies(pair -> assertThat(pair.decidedBy()).isNull());
    }

    @Test
    void whoSaidThatTwoAreNotOneIsRememberedWhileNothingSpeaksForIt() {
        long one = shop.customer("Jordan Reyes", "12 Oak St", null, PHONE);
        long other = shop.customer("Jordan Reyes", "90 Elm St", null, PHONE);
        shop.search();
        shop.dismiss(one, other);
        shop.removeContacts(other);
        shop.search();
        assertThat(shop.open(CUSTOMER)).isEmpty();
        shop.contact(other, PHONE);
        shop.search();
        assertThat(shop.open(CUSTOMER)).isEmpty();
        assertThat(shop.pair(one, other).state()).isEqualTo(DuplicatePair.State.NotDuplicate);
    }

    @Test
    void aNumberThatManyComeToHaveIsNoNewReason() {
        long one = shop.customer("Jordan Reyes", "12 Oak St", null, PHONE);
        long other = shop.customer("Jordan Reyes", "12 Oak St", null, PHONE);
        shop.search();
        shop.dismiss(one, other);
        for (int i = 1; i <= 5; i++) {
            shop.customer(tenantName(i), i + " Elm St", null, PHONE);
        }
        shop.contact(one, "937-555-0111");
        shop.search();
        assertThat(shop.pair(one, other).reasons()).contains(MatchReason.SharedPhone);
        assertThat(shop.isOpen(one, other)).isFalse();
        shop.sql("update duplicate_search set done_on = now() - interval '8 days'");
        shop.search();
    }

    @Test
    void anotherCompanysRecordsAreNever() {
        shop.customer("Jordan Reyes", "12 Oak St", null, PHONE);
        DuplicatesShop stranger = new DuplicatesShop();
        stranger.customer("Jordan Reyes", "12 Oak St", null, PHONE);
        shop.search();
        stranger.search();
        assertThat(shop.open(CUSTOMER)).isEmpty();
        assertThat(stranger.open(CUSTOMER)).isEmpty();
    }

    @Test
    void whatWasMergedIsNeverAndAfterAnUndoAgain() {
        long kept = shop.customer("Jordan Reyes", "12 Oak St", null, PHONE);
        long removed = shop.customer("Jordan Reyes", "90 Elm St", null, PHONE);
        shop.search();
        var merge = shop.merge(kept, removed);
        assertThat(shop.pair(kept, removed).state()).isEqualTo(DuplicatePair.State.Merged);
        shop.search();
        assertThat(shop.open(CUSTOMER)).isEmpty();
        shop.undo(merge);
        assertThat(shop.isOpen(kept, removed)).isTrue();
        shop.search();
        assertThat(shop.isOpen(kept, removed)).isTrue();
    }

    @Test
    void whatWasSaidOfTheRemovedOneHoldsForTheKeptOneUntilTheUndo() {
        long kept = shop.customer("Jordan Reyes", "12 Oak St", null, "937-555-0101");
        long removed = shop.customer("Jordan Reyes", "90 Elm St", null, PHONE);
        long son = shop.customer("Jordan Reyes", "3 Main St", null, PHONE);
        shop.search();
        shop.dismiss(removed, son);
        var merge = shop.merge(kept, removed);
        assertThat(shop.pair(kept, son).state()).isEqualTo(DuplicatePair.State.NotDuplicate);
        shop.search();
        assertThat(shop.open(CUSTOMER)).isEmpty();
        shop.undo(merge);
        shop.search();
        assertThat(shop.pair(kept, son)).isNull();
        assertThat(shop.pair(removed, son).state()).isEqualTo(DuplicatePair.State.NotDuplicate);
    }

    @Test
    void twoLocationsOfOneCustomerAtOneDoor() {
        long customer = shop.customer("Jordan Reyes", "12 Oak St", null);
        long again = shop.location(customer, "Home", "12 Oak Street", null);
        shop.location(customer, "Cabin", "90 Elm St", null);
        shop.search();
        assertThat(shop.open(LOCATION))
                .extracting(DuplicatePair::lowId, DuplicatePair::highId, DuplicatePair::band)
                .containsExactly(tuple(shop.place(customer), again, Band.VeryLikely));
        long other = shop.customer("Ann Becker", "7 Main St", null);
        shop.move(again, other);
        shop.search();
        assertThat(shop.open(LOCATION)).isEmpty();
        shop.move(again, customer);
        shop.search();
        assertThat(shop.open(LOCATION)).hasSize(1);
    }

    @Test
    void theUnitsOfABuildingAreNotTheBuilding() {
        long customer = shop.customer("Oakwood Apartments", "100 Main St", null);
        for (int i = 1; i <= 10; i++) {
            shop.location(customer, "Unit " + i, "100 Main St", "Unit " + i);
        }
        shop.search();
        assertThat(shop.open(LOCATION)).isEmpty();
    }

    /** A kill is a part that was not written: whoever goes on does it again. */
    @Test
    void whoeverGoesOnAfterAKillLeavesNobodyOut() {
        for (String street : List.of(" Oak St", " Elm St")) {
            for (int i = 10; i < 22; i++) {
                shop.customer("Jordan Reyes", i + street, null, "937-555-01" + i);
            }
        }
        boolean more = true;
        for (int part = 1; more; part++) {
            boolean killed = part % 3 == 0;
            more = shop.part(5, killed) || killed;
        }
        assertThat(shop.open(CUSTOMER)).hasSize(12);
    }

    @Test
    void ofTwoWhoWorkOnOneCompanyOneGoesOnWhereTheOtherIs() {
        for (int i = 100; i < 140; i++) {
            shop.customer("Jordan Reyes", i / 2 + " Oak St", null, "937-555-01" + i / 2);
        }
        AtOnce.run(4, worker -> () -> {
            int parts = 0;
            while (shop.part(3, false)) {
                parts++;
            }
            return parts;
        });
        assertThat(shop.open(CUSTOMER)).hasSize(20);
    }

    @Test
    void tellsHowFarItIs() {
        shop.customer("Jordan Reyes", "12 Oak St", null);
        shop.customer("Ann Becker", "90 Elm St", null);
        shop.search();
        assertThat(shop.company.caller.<DuplicatePairs.Progress>call(() -> shop.pairs.progress(shop.tenant)))
                .isEqualTo(new DuplicatePairs.Progress(false, 2, 2));
    }
}
