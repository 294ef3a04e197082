package org.callboard.contactpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type for a number or an e-mail address, as offices really have it. */
class ContactParserTest {

    private static String read(ContactType type, String text, String region) {
        return String.join(
                " ",
                ContactParser.of(type, text, region).all().stream()
                        .map(NormalizedContact::identity)
                        .toList());
    }

    private static String number(String text) {
        return read(ContactType.Phone, text, "US");
    }

    private static String email(String text) {
        return read(ContactType.Email, text, "US");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "937-555-2121|+19375552121",
                "937/555-2121|+19375552121",
                "1 (937) 555.2121|+19375552121",
                "tel:+1-937-555-2121|+19375552121",
                "p:+19375552121|+19375552121",
                "9375552121.0|+19375552121",
                "011 44 20 7946 0018|+442079460018",
                "555-2121|5552121",
                "937-555-2121 Apt 12|+19375552121",
                "Next door 937-555-2121|+19375552121",
                "call 937-555-2121 after 5|+19375552121"
            })
    void oneNumberIsOne(String text, String form) {
        assertThat(number(text)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "937-555-2121 / 937-555-2122",
                "937-555-2121/937-555-2122",
                "9375552121, 9375552122",
                "937-555-2121; 937-555-2122",
                "937-555-2121 or 937-555-2122",
                "937-555-2121 & 937-555-2122",
                "937-555-2121:::937-555-2122",
                "937-555-2121 ::: 937-555-2122",
                "937-555-2121 937-555-2122",
                "937-555-2121 Home / 937-555-2122 Cell",
                "Home: 937-555-2121, Cell: 937-555-2122",
                "Bob's is 937-555-2121, Ann's 937-555-2122"
            })
    void severalNumbersAreSeveral(String text) {
        assertThat(number(text)).isEqualTo("+19375552121 +19375552122");
    }

    @Test
    void numbersOnLinesOfTheirOwnAreSeveral() {
        assertThat(number("937-555-2121\r\n937-555-2122\n937-555-2123"))
                .isEqualTo("+19375552121 +19375552122 +19375552123");
        assertThat(number("555-2121 / 555-2122")).isEqualTo("5552121 5552122");
        assertThat(read(ContactType.Phone, "020 7946 0018 / 020 7946 0019", "GB"))
                .isEqualTo("+442079460018 +442079460019");
        assertThat(read(ContactType.Phone, "0211/1234567", "DE")).isEqualTo("+492111234567");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(937) 555-8120 x101",
                "937-555-8120 ext. 101",
                "937-555-8120 extension 101",
                "937-555-8120 #101",
                "937-555-8120;ext=101",
                "937-555-8120,,101#"
            })
    void anExtensionBelongsToItsNumber(String text) {
        assertThat(number(text)).isEqualTo("+19375558120x101");
        assertThat(number(text)).isNotEqualTo(number("(937) 555-8120 x102")).isNotEqualTo(number("937-555-8120"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"937-555-8120 x101 / x102", "937-555-8120 x101 or x102", "937-555-8120 ext 101 or 102"})
    void aFurtherExtensionIsAnotherTelephone(String text) {
        assertThat(number(text)).isEqualTo("+19375558120x101 +19375558120x102");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1-800-FLOWERS|+18003569377",
                "800-PLUMBER|+18007586237",
                "1-800-CONTACTS|+18002668228",
                "1 800 GOT JUNK|+18004685865",
                "1-937-KL5-2121|+19375552121",
                "1-800-FLOWERS Office|+18003569377",
                "937-555-2121 Home|+19375552121"
            })
    void lettersAreFiguresOnlyWhereThereIsNoOtherNumber(String text, String form) {
        assertThat(number(text)).isEqualTo(form);
        assertThat(ContactParser.problem(ContactType.Phone, text)).isNull();
    }

    @Test
    void aSentenceIsNotDialed() {
        assertThat(number("12345 ask for Jo")).isEmpty();
        assertThat(number("800 N Main Street")).isEmpty();
    }

    @Test
    void whatStandsBesideANumberIsNoted() {
        assertThat(notes("937-555-2121 Home")).containsExactly("Home");
        assertThat(notes("Home: 937-555-2121, Cell: 937-555-2122")).containsExactly("Home", "Cell");
        assertThat(notes("937-555-2121 (home), 937-555-2122 (cell)")).containsExactly("home", "cell");
        assertThat(notes("555-2121/2122")).containsExactly("/2122");
        assertThat(notes("Al Smith <al@example.com>")).containsExactly("Al Smith");
        assertThat(ContactParser.of(ContactType.MobilePhone, "937-555-2121 Home / al@example.com", "US")
                        .parts("after 5"))
                .containsExactly(
                        new ContactDraft(ContactType.MobilePhone, "937-555-2121", "after 5, Home"),
                        new ContactDraft(ContactType.Email, "al@example.com", "after 5"));
    }

    private static List<String> notes(String text) {
        return ContactParser.of(ContactType.Phone, text, "US").all().stream()
                .map(NormalizedContact::note)
                .toList();
    }

    @Test
    void whatStandsForNoneTellsNobodyApart() {
        for (String text : List.of("111-111-1111", "000-000-0000", "123-456-7890", "937-000-0000", "555-2121")) {
            assertThat(ContactParser.of(ContactType.Phone, text, "US").all())
                    .extracting(NormalizedContact::attaches)
                    .as(text)
                    .containsOnly(false);
        }
        for (String text : List.of("noemail@noemail.com", "none@none.com", "NA@na.com", "test@test.com")) {
            assertThat(ContactParser.of(ContactType.Email, text, "US").all())
                    .extracting(NormalizedContact::attaches)
                    .as(text)
                    .containsOnly(false);
        }
        for (String text : List.of("na@acme.com", "al@noemail.com", "937-555-2121", "937-222-2222")) {
            assertThat(ContactParser.of(ContactType.Phone, text, "US").all())
                    .extracting(NormalizedContact::attaches)
                    .as(text)
                    .containsOnly(true);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "al@example.com",
                "\"al@example.com\"",
                "'al@example.com'",
                "<al@example.com>",
                "Al <al@example.com>",
                "\"Smith, Al\" <AL@example.com>",
                "mailto:al@example.com",
                "MAILTO:al@example.com?subject=Hello",
                "E-mail: al@example.com",
                "al@example.com.",
                "al@example.com (work)",
                "al@\u200bexample.com\u00a0"
            })
    void whatIsPlainlyMeantIsRead(String text) {
        assertThat(email(text)).isEqualTo("al@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "al@example.com, bo@example.com",
                "al@example.com;bo@example.com",
                "al@example.com bo@example.com",
                "al@example.com/bo@example.com",
                "al@example.com or bo@example.com",
                "al@example.com:::bo@example.com",
                "Al<al@example.com>, Bo<bo@example.com>",
                "<al@example.com>;<bo@example.com>"
            })
    void twoAddressesAreTwo(String text) {
        assertThat(email(text)).isEqualTo("al@example.com bo@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "al@example,com",
                "al@example",
                "al@localhost",
                "al@@example.com",
                "al@example..com",
                "al @example.com",
                "al@ example.com",
                "al smith@example.com",
                "al,bo@example.com",
                "Al<al@example.com",
                "al@example.com>",
                "al(x)@example.com",
                "\"al b\"@example.com",
                "@example.com",
                "al@[127.0.0.1]",
                "none"
            })
    void whatCanBeNoAddressIsRefused(String text) {
        assertThat(email(text)).isEmpty();
        assertThat(ContactParser.problem(ContactType.Email, text)).isEqualTo("An e-mail address is expected.");
    }

    @Test
    void dotsAndTagsTellMailboxesApart() {
        assertThat(List.of(email("al.b@gmail.com"), email("alb@gmail.com"), email("alb+x@gmail.com")))
                .doesNotHaveDuplicates()
                .containsExactly("al.b@gmail.com", "alb@gmail.com", "alb+x@gmail.com");
        assertThat(email("o'brien@example.com")).isEqualTo("o'brien@example.com");
        assertThat(email("937-555-2121 al@example.com")).isEqualTo("+19375552121 al@example.com");
    }

    /** A number or an address in the wrong field is what it plainly is. */
    @Test
    void theKindIsSeenInTheValue() {
        assertThat(ContactParser.kind(ContactType.Phone, "al@example.com")).isEqualTo(ContactType.Email);
        assertThat(ContactParser.kind(ContactType.Email, "937-555-2121")).isEqualTo(ContactType.Phone);
        assertThat(ContactParser.kind(ContactType.Phone, "937-555-2121 / al@example.com"))
                .isEqualTo(ContactType.Phone);
        assertThat(ContactParser.kind(ContactType.Fax, "937-555-2121")).isEqualTo(ContactType.Fax);
        assertThat(ContactParser.problem(ContactType.Phone, "asdf")).isEqualTo("A phone number is expected.");
        assertThat(ContactParser.problem(ContactType.Phone, "call me")).isEqualTo("A phone number is expected.");
    }

    @Test
    void numbersAreShownAsPeopleWriteThemAndDialedAsTelephonesDo() {
        PhoneFormat american = new PhoneFormat("US");
        assertThat(american.shown("9375552121 / +19375552122")).isEqualTo("(937) 555-2121, (937) 555-2122");
        assertThat(american.shown("9375558120 x101")).isEqualTo("(937) 555-8120 ext. 101");
        assertThat(american.shown("9375552121 Home")).isEqualTo("9375552121 Home");
        assertThat(american.shown("1-800-FLOWERS")).isEqualTo("1-800-FLOWERS");
        assertThat(american.shown("asdf")).isEqualTo("asdf");
        assertThat(american.dialed("937-555-2121 / 937-555-2122")).isEqualTo("+19375552121");
        assertThat(american.dialed("9375558120 x101")).isEqualTo("+19375558120;ext=101");
        assertThat(american.dialed("1-800-FLOWERS")).isEqualTo("+18003569377");
        assertThat(american.dialed("555-2121")).isEqualTo("5552121");
        assertThat(american.dialed("93755521219375552122")).isNull();
        assertThat(new PhoneFormat("GB").dialed("020 7946 0018")).isEqualTo("+442079460018");
    }
}
