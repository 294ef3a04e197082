package org.callboard.geography;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.callboard.addresses.Address;
import org.callboard.addresses.Addresses;
import org.callboard.addresses.Addresses.Located;
import org.callboard.addresses.Coordinates;
import org.callboard.geography.AddressVerdict.Verdict;
import org.junit.jupiter.api.Test;

/** How often right addresses are doubted, and wrong ones are not: over real ones of sixteen states. */
class RealAddressesTest {

    private static final List<Located> REAL = Addresses.located();
    private static final List<Located> WITH_CITY =
            REAL.stream().filter(real -> !real.address().city().isEmpty()).toList();

    private static AddressVerdict check(Located real) {
        return AddressCheck.of(real.address(), real.at(), Purpose.Location, "US");
    }

    private static AddressVerdict check(Address address, String city, String zip) {
        Address changed = new Address(address.street(), address.unit(), city, address.state(), zip, address.country());
        return AddressCheck.of(changed, null, Purpose.Location, "US");
    }

    private static <T> Map<T, Long> counts(List<Located> real, Function<AddressVerdict, T> of) {
        return real.stream().map(RealAddressesTest::check).collect(groupingBy(of, counting()));
    }

    @Test
    void hardlyAnyRightCityIsDoubted() {
        Map<Verdict, Long> cities =
                counts(WITH_CITY, verdict -> verdict.components().city().verdict());

        assertThat(WITH_CITY).hasSize(3199);
        assertThat(cities.get(Verdict.Confirmed)).isGreaterThanOrEqualTo(2949);
        assertThat(cities.get(Verdict.Suspicious)).isLessThanOrEqualTo(7);
        assertThat(cities.get(Verdict.Unknown)).isLessThanOrEqualTo(36);
        assertThat(cities).doesNotContainKey(Verdict.Corrected);
        assertThat(counts(REAL, verdict -> verdict.components().state().verdict()))
                .containsOnlyKeys(Verdict.Confirmed);
        assertThat(counts(REAL, verdict -> verdict.components().zip().verdict()))
                .containsOnlyKeys(Verdict.Confirmed);
        assertThat(counts(REAL, AddressVerdict::kind)).hasSize(1);
    }

    @Test
    void everyPointIsInItsState() {
        assertThat(counts(REAL, verdict -> verdict.coordinates().verdict()))
                .containsOnlyKeys(CoordinatesVerdict.Verdict.Confirmed, CoordinatesVerdict.Verdict.FarFromPostalCode)
                .containsEntry(CoordinatesVerdict.Verdict.FarFromPostalCode, 2L);
    }

    /** Compared with the exact borders of timeshape 2026b by their offsets in every month: none was wrong. */
    @Test
    void everyPointHasItsTimeZone() {
        assertThat(counts(
                        REAL,
                        verdict -> verdict.timeZone() == null
                                ? ""
                                : verdict.timeZone().id()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "America/New_York", 1155L,
                        "America/Chicago", 944L,
                        "America/Los_Angeles", 332L,
                        "America/Denver", 230L,
                        "America/Phoenix", 199L,
                        "America/Kentucky/Louisville", 186L,
                        "America/Anchorage", 174L));
    }

    @Test
    void swappedCoordinatesAndLostSignsAreSeen() {
        assertThat(REAL).allSatisfy(real -> {
            CoordinatesVerdict swapped = AddressCheck.of(
                            real.address(),
                            new Coordinates(real.at().longitude(), real.at().latitude()),
                            Purpose.Location,
                            "US")
                    .coordinates();
            assertThat(swapped.verdict()).isEqualTo(CoordinatesVerdict.Verdict.Swapped);
            assertThat(swapped.suggestion()).isEqualTo(real.at());
            CoordinatesVerdict unsigned = AddressCheck.of(
                            real.address(),
                            new Coordinates(real.at().latitude(), -real.at().longitude()),
                            Purpose.Location,
                            "US")
                    .coordinates();
            assertThat(unsigned.verdict()).isEqualTo(CoordinatesVerdict.Verdict.SignMissing);
            assertThat(unsigned.suggestion()).isEqualTo(real.at());
        });
    }

    @Test
    void aMisspeltCityIsMendedAndNeverToAnotherOne() {
        Random random = new Random(14);
        List<Address> confirmed = WITH_CITY.stream()
                .filter(real -> real.address().city().length() > 3
                        && check(real).components().city().verdict() == Verdict.Confirmed)
                .map(Located::address)
                .toList();
        int mended = 0;
        for (int i = 0; i < 2000; i++) {
            Address right = confirmed.get(random.nextInt(confirmed.size()));
            AddressVerdict verdict = check(right, misspelt(right.city(), random), right.zip());
            if (verdict.components().city().verdict() == Verdict.Corrected) {
                assertThat(CityNames.key(verdict.standard().city())).isEqualTo(CityNames.key(right.city()));
                mended++;
            }
        }
        assertThat(mended).isGreaterThanOrEqualTo(1963);
    }

    private static String misspelt(String city, Random random) {
        StringBuilder typed = new StringBuilder(city);
        do {
            typed.replace(0, typed.length(), city);
            int at = 1 + random.nextInt(city.length() - 2);
            char letter = (char) ('a' + random.nextInt(26));
            switch (random.nextInt(4)) {
                case 0 -> typed.deleteCharAt(at);
                case 1 -> typed.insert(at, letter);
                case 2 -> typed.setCharAt(at, letter);
                default -> typed.insert(at, city.charAt(at + 1)).deleteCharAt(at + 2);
            }
        } while (CityNames.key(typed.toString()).equals(CityNames.key(city)));
        return typed.toString();
    }

    @Test
    void mostWrongDigitsOfAZipAreSeen() {
        Random random = new Random(14);
        long seen = Stream.generate(
                        () -> WITH_CITY.get(random.nextInt(WITH_CITY.size())).address())
                .limit(1500)
                .map(right -> check(right, right.city(), otherDigit(right.zip(), random)))
                .filter(verdict -> verdict.nextAction() != NextAction.Accept)
                .count();
        assertThat(seen).isGreaterThanOrEqualTo(1500 * 78 / 100);
    }

    private static String otherDigit(String zip, Random random) {
        int at = random.nextInt(zip.length());
        char digit = (char) ('0' + (zip.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
        return zip.substring(0, at) + digit + zip.substring(at + 1);
    }
}
