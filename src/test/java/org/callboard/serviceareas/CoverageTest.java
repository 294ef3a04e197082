package org.callboard.serviceareas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.callboard.addresses.Address;
import org.callboard.serviceareas.ServiceArea.Details;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which addresses a company's areas let in, shut out, or leave open. */
class CoverageTest {

    private static final List<ServiceArea> AREAS =
            List.of(area("Dayton", "454*, 45345", ""), area("South", "", "Kentucky, in"));

    private static ServiceArea area(String name, String codes, String states) {
        return new ServiceArea(
                1,
                new Details(name, Details.codes(codes), Details.states(states), null),
                true,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static String decide(List<ServiceArea> areas, String state, String zip) {
        return decide(areas, state, zip, "", "US");
    }

    private static String decide(List<ServiceArea> areas, String state, String zip, String country, String region) {
        Address address = new Address("24 Wayne Ave", null, "Somewhere", state, zip, country);
        return Coverage.of(areas, address, null, region)
                .map(one -> one.inside() ? String.valueOf(one.rule()) : "outside")
                .orElse("open");
    }

    @ParameterizedTest
    @CsvSource({
        "OH, 45402, ZIP 454*",
        "ohio, 45402-1234, ZIP 454*",
        "OH, 45345, ZIP 45345",
        "OH, 45344, outside",
        "OH, 43215, outside",
        "ky, 40202, State KY",
        "Kentucky, '', State KY",
        "'', 45402, ZIP 454*",
        "'', 43215, open", // it may be in Kentucky
        "OH, '', open", // it may be in Dayton
        "'', '', open",
    })
    void anAddressIsInsideOutsideOrNobodyKnows(String state, String zip, String expected) {
        assertThat(decide(AREAS, state, zip)).isEqualTo(expected);
    }

    @Test
    void withoutAreasNothingIsOutside() {
        assertThat(decide(List.of(), "OH", "43215")).isEqualTo("open");
    }

    @Test
    void codesOfOtherCountriesHaveBlanksAndLetters() {
        List<ServiceArea> areas = List.of(area("Toronto", "M5V*, K1A 0B1", ""));
        assertThat(decide(areas, "ON", "m5v3l9", "Canada", "CA")).isEqualTo("ZIP M5V*");
        assertThat(decide(areas, "ON", "K1A 0B1", "", "CA")).isEqualTo("ZIP K1A0B1");
        assertThat(decide(areas, "ON", "M5W 1A1", "", "CA")).isEqualTo("outside");
    }

    @Test
    void aNumberIsNoZipOfAnotherCountry() {
        assertThat(decide(AREAS, "OH", "45402", "USA", "US")).isEqualTo("ZIP 454*");
        assertThat(decide(AREAS, "", "45402", "Germany", "US")).isEqualTo("outside");
        assertThat(decide(AREAS, "", "45402", "Atlantis", "US"))
                .as("nobody knows it")
                .isEqualTo("ZIP 454*");
    }

    @Test
    void aListIsReadHoweverItIsParted() {
        assertThat(Details.codes("45402 45403,45404;\n 454* \n\n45402-1234,"))
                .containsExactly("45402", "45403", "45404", "454*", "45402-1234");
        assertThat(Details.codes("45402-45410 45415 \u2013 45420, 454*"))
                .containsExactly("45402-45410", "45415-45420", "454*");
        assertThat(new Details("x", Details.codes("45402-1234, 45402"), List.of(), null).codes())
                .containsExactly("45402");
    }

    @ParameterizedTest
    @CsvSource({
        "45402, ZIP 45402-45410",
        "45406-1234, ZIP 45402-45410",
        "45410, ZIP 45402-45410",
        "45401, outside",
        "45411, outside",
        "'', open",
    })
    void aRangeHasAllFromOneToTheOther(String zip, String expected) {
        assertThat(decide(List.of(area("Dayton", "45402 \u2013 45410", "")), "OH", zip))
                .isEqualTo(expected);
    }

    /** Elsewhere codes have other lengths, and dashes of their own. */
    @Test
    void rangesAreWhereBothEndsAreWholeCodes() {
        List<ServiceArea> sydney = List.of(area("Sydney", "2000-2010", ""));
        assertThat(decide(sydney, "NSW", "2007", "", "AU")).isEqualTo("ZIP 2000-2010");
        assertThat(decide(sydney, "NSW", "2011", "", "AU")).isEqualTo("outside");
        List<ServiceArea> tokyo = List.of(area("Tokyo", "100-0001", ""));
        assertThat(decide(tokyo, "", "1000001", "", "JP")).isEqualTo("ZIP 100-0001");
        assertThat(decide(tokyo, "", "1000000", "", "JP")).isEqualTo("outside");
    }

    @ParameterizedTest
    @CsvSource({
        "45402-45410, true, true",
        "45402-45402, true, true",
        "45410-45402, false, false",
        "454-455, false, true", // no beginnings; elsewhere a code may be written so
        "454*-455*, false, false",
        "45402-454, false, true",
        "4540-4541, false, true",
        "2010-2000, false, false",
        "K1A-0B1, false, true",
        "-, false, false",
        "45402-, false, false",
        "-45402, false, false",
        "45402-45403-45404, false, false",
    })
    void whatIsNoRangeIsNotReadAsOne(String typed, boolean inUnitedStates, boolean elsewhere) {
        String rule = PostalCodeRule.of(typed);
        assertThat(PostalCodeRule.isReadable(rule, true)).isEqualTo(inUnitedStates);
        assertThat(PostalCodeRule.isReadable(rule, false)).isEqualTo(elsewhere);
    }
}
