package org.callboard.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.contactpoints.ContactType;
import org.callboard.details.ContactContent;
import org.callboard.details.ContactPreferences;
import org.junit.jupiter.api.Test;

class RecipientsTest {

    @Test
    void theFirstOfEachKindIsTheOne() {
        assertThat(of(
                        entry(ContactType.Phone, "937-555-0100"),
                        entry(ContactType.MobilePhone, "937-555-0142"),
                        entry(ContactType.Email, "Ada <ada@oak.test>"),
                        entry(ContactType.MobilePhone, "937-555-0143"),
                        entry(ContactType.Email, "second@oak.test")))
                .isEqualTo(new Recipients("ada@oak.test", "+19375550142"));
    }

    @Test
    void withoutAMobileATelephoneMayBeOne() {
        assertThat(of(entry(ContactType.Fax, "937-555-0100"), entry(ContactType.Phone, "937-555-0142")))
                .isEqualTo(new Recipients(null, "+19375550142"));
    }

    @Test
    void nobodyReadsATextBehindAnExtensionNorWithoutAnAreaCode() {
        assertThat(of(entry(ContactType.MobilePhone, "937-555-0142 ext. 12"), entry(ContactType.Phone, "555-0142")))
                .isEqualTo(new Recipients(null, null));
    }

    @Test
    void aNumberThatWantsNoTextsGetsNone() {
        ContactContent unwanted =
                new ContactContent(ContactType.MobilePhone, "937-555-0142", null, true, ContactPreferences.UNASKED);
        assertThat(of(unwanted, entry(ContactType.Phone, "937-555-0100")).text())
                .isEqualTo("+19375550100");
    }

    @Test
    void aValueIsWhatItSaysAndNotWhatItWasSentAs() {
        assertThat(of(entry(ContactType.Phone, "ada@oak.test"), entry(ContactType.Email, "937-555-0142")))
                .isEqualTo(new Recipients("ada@oak.test", "+19375550142"));
    }

    private static Recipients of(ContactContent... entries) {
        return Recipients.of(List.of(entries), "US");
    }

    private static ContactContent entry(ContactType type, String value) {
        return new ContactContent(type, value, null, false, ContactPreferences.UNASKED);
    }
}
