package org.callboard.matches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.addresses.Address;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.matches.LikelyMatches.Probe;
import org.callboard.testing.MergedBySql;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;

/** Whom a new record may repeat, and who may be the one who asks, by what is on record. */
class LikelyMatchesTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;

    private static Probe probe(String name, String phone, String street) {
        return Probe.of(
                name,
                new Address(street, null, "Dayton", "OH", "45402", "USA"),
                List.of(new ContactDraft(ContactType.Phone, phone, null)));
    }

    private List<LikelyMatch> asking(Probe probe) {
        return shop.tenant.caller.call(() -> Server.bean(LikelyMatches.class).of(tenant, probe));
    }

    private List<Long> duplicates(Probe probe) {
        return shop.tenant.caller.call(() -> Server.bean(LikelyMatches.class).duplicates(tenant, List.of(probe), null));
    }

    @Test
    void aNumberOfMoreThanFiveCustomersNamesNobodyAlone() {
        for (int i = 0; i < 5; i++) {
            shop.customer("Tenant " + (char) ('A' + i) + "lma", "937-555-0199", i + " Far Rd");
        }
        Probe stranger = probe("Jordan Reyes", "937-555-0199", "12 Oak St");
        assertThat(duplicates(stranger)).hasSize(5);
        long sixth = shop.customer("Jordan Reyes", "937-555-0199", "12 Oak St");
        assertThat(duplicates(stranger)).as("same name, same address").containsExactly(sixth);
        assertThat(asking(stranger)).as("who asks may be any of them").hasSize(6);
        assertThat(asking(stranger).getFirst().reasons())
                .containsExactly(MatchReason.SharedPhone, MatchReason.SameAddress, MatchReason.SameName);
    }

    @Test
    void theLikeliestStandsFirstWithWhatSpeaksForItAndAgainst() {
        long senior = shop.customer("John Smith Sr", "937-555-0142", "12 Oak St");
        long junior = shop.customer("John Smith Jr", "937-555-0142", "12 Oak St");
        List<LikelyMatch> found = asking(probe("John Smith, Jr.", "937-555-0142", "12 Oak Street"));
        assertThat(found).extracting(LikelyMatch::customerId).containsExactly(junior, senior);
        assertThat(found.getLast().reasons())
                .containsExactly(
                        MatchReason.SamePhone,
                        MatchReason.SameAddress,
                        MatchReason.SimilarName,
                        MatchReason.OtherGeneration);
    }

    @Test
    void whoWasMergedIsFoundByTheFormerNameToo() {
        long former = shop.customer("Ada Lund", "937-555-0142", "12 Oak St");
        long kept = shop.customer("A. King", "937-555-0143", "14 Elm St");
        shop.tenant.caller.run(() -> MergedBySql.customer(former, kept));
        List<LikelyMatch> found = asking(probe("Ada Lund", "937-555-0143", "9 Far Rd"));
        assertThat(found).extracting(LikelyMatch::customerId).containsExactly(kept);
        assertThat(found.getFirst().reasons()).containsExactly(MatchReason.SamePhone, MatchReason.SameName);
    }

    @Test
    void anotherUnitOfTheHouseIsNobodyButSpeaksAgainstWhomANumberFinds() {
        long inFour = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St Apt 4");
        assertThat(asking(probe("Jordan Reyes", "937-555-0777", "12 Oak St Apt 5")))
                .isEmpty();
        List<LikelyMatch> found = asking(probe("Pat Lee", "937-555-0142", "12 Oak St Apt 5"));
        assertThat(found).extracting(LikelyMatch::customerId).containsExactly(inFour);
        assertThat(found.getFirst().reasons()).containsExactly(MatchReason.SamePhone, MatchReason.OtherUnit);
    }
}
