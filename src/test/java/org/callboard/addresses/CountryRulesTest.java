package org.callboard.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which country is meant, what its addresses need and how its postcodes are written. */
class CountryRulesTest {

    @ParameterizedTest
    @CsvSource({
        "USA, us",
        "us, us",
        "U.S.A., us",
        "United States of America, us",
        "Ohio, us",
        "Georgia, us",
        "GEO, ge",
        "CA, ca",
        "can, ca",
        "Canada, ca",
        "Ontario, ca",
        "UK, gb",
        "England, gb",
        "GBR, gb",
        "Puerto Rico, us",
        "GU, us",
        "Deutschland, de",
        "the Netherlands, nl",
        "Österreich, at",
        "Trinidad and Tobago, tt",
        "Antigua & Barbuda, ag",
        "AND, ad",
        "Côte d’Ivoire, ci",
        "México, mx",
        "Korea, kr",
        "Narnia, narnia"
    })
    void aCountryIsKnownByNamesAndCodes(String named, String code) {
        assertThat(CountryRules.code(named)).isEqualTo(code);
    }

    @Test
    void everyCountryOfIso3166IsKnownByItsCodesAndItsEnglishName() {
        assertThat(Locale.getISOCountries()).allSatisfy(iso -> {
            String code = iso.toLowerCase(Locale.ROOT);
            Locale country = Locale.of("", iso);
            String name = country.getDisplayCountry(Locale.US).replaceAll(" SAR China| \\(.*\\)", "");
            assertThat(Stream.of(iso, country.getISO3Country(), name)
                            .filter(named -> !named.equals("Georgia"))
                            .map(named -> CountryRules.of(named, null))
                            .map(rules -> rules.onlyState() == null
                                    ? rules.code()
                                    : rules.onlyState().toLowerCase(Locale.ROOT)))
                    .containsOnly(code);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "USA, true, true",
        "CA, true, true",
        "AU, true, true",
        "Italy, true, true",
        "UK, false, true",
        "Germany, false, true",
        "France, false, true",
        "Ireland, false, false",
        "Hong Kong, true, false",
        "Jamaica, true, false",
        "Panama, false, false",
        "UAE, true, false",
        "Puerto Rico, false, true",
        "Narnia, false, false"
    })
    void aStateAndAPostcodeAreNeededWhereTheCountryHasThem(String country, boolean state, boolean zip) {
        CountryRules rules = CountryRules.of(country, "US");
        assertThat(rules.needs(AddressPart.State)).isEqualTo(state);
        assertThat(rules.needs(AddressPart.Zip)).isEqualTo(zip);
        assertThat(rules.needs(AddressPart.City)).isTrue();
        assertThat(rules.needs(AddressPart.Unit)).isFalse();
    }

    @Test
    void anAddressWithoutACountryIsInTheCompanys() {
        assertThat(CountryRules.of(" ", "GB").code()).isEqualTo("gb");
        assertThat(CountryRules.of(null, "US").needs(AddressPart.State)).isTrue();
        assertThat(CountryRules.of(null, null).isKnown()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "m5v3l9, Canada, M5V 3L9",
        "M5V-3L9, CA, M5V 3L9",
        "sw1a2aa, UK, SW1A 2AA",
        "m25bq, UK, M2 5BQ",
        "454021234, USA, 45402-1234",
        "45402-1234, USA, 45402-1234",
        "45402 1234, USA, 45402-1234",
        "45402, USA, 45402",
        "1234ab, Netherlands, 1234 AB",
        "00950, Poland, 00-950",
        "75001, France, 75001",
        "75 001, France, 75001",
        "1000001, Japan, 100-0001",
        "40301110, Brazil, 40301-110",
        "d02af30, Ireland, D02 AF30",
        "what ever, France, what ever",
        "CH-8000, Switzerland, CH-8000",
        "4540, USA, 4540"
    })
    void aPostcodeIsWrittenAsItsCountryDoes(String zip, String country, String standard) {
        String code = CountryRules.code(country);
        assertThat(CountryRules.standardPostcode(zip, code)).isEqualTo(standard);
    }

    @ParameterizedTest
    @CsvSource({
        "M5V 3L9, Canada, true",
        "m5v3l9, Canada, true",
        "M5V 3L, Canada, false",
        "D5V 3L9, Canada, false",
        "SW1A 2AA, UK, true",
        "ZZ1A 2AA, UK, false",
        "2000, Australia, true",
        "20000, Australia, false",
        "CH-8000, Switzerland, true",
        "1073, Latvia, true",
        "LV1073, Latvia, true",
        "D-10115, Germany, true",
        "1011, Germany, false",
        "anything, Narnia, true",
        "none, Panama, true",
        "45402, USA, true",
        "4540, USA, false",
        "45402-12, USA, false",
        "45O02, USA, false"
    })
    void aPostcodeHasTheFormOfItsCountry(String zip, @Nullable String country, boolean is) {
        assertThat(CountryRules.of(country, null).isPostcode(zip)).isEqualTo(is);
    }
}
