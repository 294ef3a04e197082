package org.callboard.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.addresses.Address;
import org.callboard.addresses.TextNormalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the words are that a record is found by. */
class WordsTest {

    private static List<String> words(Field field, String name, Address address) {
        return Words.of(new Findable(name, address)).stream()
                .filter(word -> word.field().equals(field))
                .map(Words.Word::text)
                .toList();
    }

    private static List<String> name(String name) {
        return words(Field.NAME, name, new Address("", null, "", "", "", ""));
    }

    private static List<String> of(Field field, Address address) {
        return words(field, "", address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jordan Reyes | jordan reyes",
                "José  ÑANDÚ | jose nandu",
                "O'Brien | obrien brien",
                "O’Brien | obrien brien",
                "D’Angelo, Ann | dangelo ann angelo",
                "O Brien | o brien obrien",
                "Müller-Smith | muller smith mullersmith mueller",
                "McDonald | mcdonald donald",
                "MACDONALD | macdonald donald",
                "DeLuca | deluca luca",
                "J.R. Smith | jr smith",
                "St. Mary's | st marys",
                "Smith & Sons, Inc. | smith sons inc",
                "24/7 Plumbing | 24 7 plumbing 7plumbing 247",
                "Straße Øster Æther Łódź Đorđe Þór | strasse oster aether lodz dorde thor",
                "İstanbul IŞIK | istanbul isik",
                "Ёлкин | елкин",
                "ΟΔΥΣΣΕΎΣ | οδυσσευσ",
                "हिन्दी | हिन्दी",
                "Ｊｏｈｎ ﬁ | john fi",
            })
    void aNameIsFoundByItsPartsWithoutCaseAndAccents(String name, String expected) {
        assertThat(name(name)).containsExactly(expected.split(" "));
    }

    @Test
    void whatIsNoWordLeavesNone() {
        assertThat(name("🎉 – !?* \u0000 \uD83D")).isEmpty();
        assertThat(Words.of(new Findable("", new Address("", null, "", "", "", ""))))
                .isEmpty();
        assertThat(name("x".repeat(5000))).containsExactly("x".repeat(TextNormalizer.MAX_LENGTH));
        assertThat(name("𝒳".repeat(100))).containsExactly("x".repeat(TextNormalizer.MAX_LENGTH));
        assertThat(name("😀a".repeat(50))).contains("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 Oak St | 12 oak street | 12 oak",
                "12 oak street | 12 oak street | 12 oak",
                "12 N. Oak Ave. | 12 north oak avenue | 12 oak",
                "12 St Marys Rd | 12 saint marys road | 12 saint, 12 marys, 12 saintmarys",
                "12 N St Paul St | 12 north saint paul street | 12 saint, 12 paul, 12 saintpaul",
                "400 Park Av | 400 park avenue | 400 park",
                "9 4th St #4 | 9 fourth street 4 | 9 fourth, 9 4, 4 9, 4 fourth",
                "9 Fourth St Apt 4 | 9 fourth street 4 | 9 fourth, 9 4, 4 9, 4 fourth",
                "7 Unit Rd | 7 unit road | 7 unit",
                "12A Oak | 12a oak | 12a oak",
                "W6322 County Road Y | w6322 county road y highway cr | w6322 y",
                "One Main St | one main street | 1 main",
            })
    void aStreetIsKeptInOneSpelling(String street, String words, String doors) {
        Address address = new Address(street, null, "", "", "", "");
        assertThat(of(Field.STREET, address)).containsExactly(words.split(" "));
        assertThat(of(Field.DOOR, address))
                .containsExactlyInAnyOrder(doors == null ? new String[0] : doors.split(", "));
    }

    @ParameterizedTest
    @CsvSource({
        "#4,4",
        "Unit 4,4",
        "apt. 4,4",
        "Suite 4,4",
        "4,4",
        "Apt 4-B,4b",
        "4B,4b",
        "Bldg 2 Apt 4,2 4",
        "Rear,rear",
        "Apt,apt",
        "Upper,upper",
        "Uppr,upper"
    })
    void aUnitIsKeptWithoutTheWordThatAnnouncesIt(String unit, String words) {
        assertThat(of(Field.UNIT, new Address("", unit, "", "", "", ""))).containsExactly(words.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"OH,oh", "Ohio,oh", "o.h.,oh", "New York,ny", "District of Columbia,dc", "Québec,qc", "Hesse,hesse"})
    void aStateIsKeptInItsShortForm(String state, String word) {
        assertThat(of(Field.STATE, new Address("", null, "", state, "", ""))).containsExactly(word);
    }

    @ParameterizedTest
    @CsvSource({"USA,us", "U.S.A.,us", "United States,us", "us,us", "Canada,ca", "Italia,italia"})
    void aCountryIsKeptInItsShortForm(String country, String word) {
        assertThat(of(Field.COUNTRY, new Address("", null, "", "", "", country)))
                .containsExactly(word);
    }

    @Test
    void citiesAndZipCodes() {
        Address address = new Address("", null, "St. Louis", "MO", "63101-1234", "");
        assertThat(of(Field.CITY, address)).containsExactly("saint", "louis");
        assertThat(of(Field.ZIP, address)).containsExactly("63101", "1234", "631011234");
        assertThat(of(Field.CITY, new Address("", null, "N Ft Wayne", "", "", "")))
                .containsExactly("north", "fort", "wayne");
    }
}
