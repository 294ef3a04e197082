package org.callboard.geography;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressPart;
import org.callboard.addresses.Coordinates;
import org.callboard.geography.AddressVerdict.Component;
import org.callboard.geography.AddressVerdict.Problem;
import org.callboard.geography.AddressVerdict.Suggestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found out about an address without asking anybody. */
class AddressCheckTest {

    private static final Pattern LINE = Pattern.compile("(.*?)(?: @ (\\S+), (\\S+))?(?: for (\\S+))? \\| (.*)");

    static Stream<String> checks() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(AddressCheckTest.class.getResourceAsStream("/geography/checks.txt"))) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("checks")
    void everyPartHasItsVerdict(String line) {
        Matcher parts = LINE.matcher(line);
        assertThat(parts.matches()).as("readable").isTrue();
        Coordinates at = parts.group(2) == null
                ? null
                : new Coordinates(Double.parseDouble(parts.group(2)), Double.parseDouble(parts.group(3)));
        Purpose purpose = parts.group(4) == null ? Purpose.Location : Purpose.valueOf(parts.group(4));

        AddressVerdict verdict = AddressCheck.of(address(parts.group(1)), at, purpose, "US");

        List<String> expected = List.of(parts.group(5).split("; "));
        assertThat(verdict.nextAction()).as(verdict::toString).isEqualTo(NextAction.valueOf(expected.getFirst()));
        expected.stream().skip(1).forEach(claim -> verify(verdict, claim));
    }

    private static Address address(String text) {
        String[] cell = Arrays.stream(text.split("/", -1)).map(String::strip).toArray(String[]::new);
        return new Address(cell[0], cell[1].isEmpty() ? null : cell[1], cell[2], cell[3], cell[4], cell[5]);
    }

    private static void verify(AddressVerdict verdict, String claim) {
        boolean known = holds(
                        claim,
                        "(\\w+) = (\\w+)",
                        to -> component(verdict, to.group(1)).verdict().name().equals(to.group(2)))
                || holds(
                        claim,
                        "(street|unit|city|state|zip|country): (.*)",
                        to -> to.group(2).equals(component(verdict, to.group(1)).standard()))
                || holds(
                        claim,
                        "problem (\\w+) of (\\w+)",
                        to -> verdict.problems().contains(new Problem(ProblemCode.valueOf(to.group(1)), to.group(2))))
                || holds(
                        claim,
                        "suggest (\\w+): (.*)",
                        to -> verdict.suggestions().stream()
                                .anyMatch(of -> of.field().equals(to.group(1))
                                        && written(of).equals(to.group(2))))
                || holds(
                        claim,
                        "suggestions (\\d+)",
                        to -> verdict.suggestions().size() == Integer.parseInt(to.group(1)))
                || holds(claim, "kind (\\w+)", to -> verdict.kind().name().equals(to.group(1)))
                || holds(claim, "(not )?deliverable only", to -> verdict.deliverableOnly() == (to.group(1) == null))
                || holds(claim, "zone (\\S+) from (\\w+)", to -> zone(verdict).equals(to.group(1) + " " + to.group(2)))
                || holds(
                        claim,
                        "approximately (.*), (.*)",
                        to -> Objects.requireNonNull(verdict.coordinates().approximate())
                                        .latitude()
                                == Double.parseDouble(to.group(1)))
                || holds(claim, "no approximation", to -> verdict.coordinates().approximate() == null)
                || holds(
                        claim,
                        "coordinates (\\w+)",
                        to -> verdict.coordinates().verdict().name().equals(to.group(1)))
                || holds(
                        claim,
                        "meant (.*), (.*)",
                        to -> new Coordinates(Double.parseDouble(to.group(1)), Double.parseDouble(to.group(2)))
                                .equals(verdict.coordinates().suggestion()))
                || holds(
                        claim,
                        "place (.*)",
                        to -> to.group(1).equals(verdict.coordinates().place()))
                || holds(
                        claim,
                        "distance (\\d+)",
                        to -> Math.round(Objects.requireNonNull(
                                        verdict.coordinates().distanceKm()))
                                == Long.parseLong(to.group(1)));
        assertThat(known).as("nobody knows what to do with: " + claim).isTrue();
    }

    private static boolean holds(String claim, String form, Function<MatchResult, Boolean> is) {
        Matcher matcher = Pattern.compile(form).matcher(claim);
        if (!matcher.matches()) {
            return false;
        }
        return is.apply(matcher);
    }

    private static Component component(AddressVerdict verdict, String field) {
        return verdict.components()
                .of(Arrays.stream(AddressPart.values())
                        .filter(part -> part.field().equals(field))
                        .findFirst()
                        .orElseThrow());
    }

    private static String written(Suggestion suggestion) {
        return suggestion.value() == null ? "-" : suggestion.value();
    }

    private static String zone(AddressVerdict verdict) {
        PlaceZone zone = verdict.timeZone();
        return zone == null ? "- Tenant" : zone.id() + " " + zone.from();
    }

    @Test
    void whateverIsTypedGetsAVerdict() {
        List<String> texts = List.of(
                "",
                "Dayton",
                "OH",
                "45402",
                "USA",
                "M5V 3L9",
                "Canada",
                "SW1A 2AA",
                "UK",
                "AU",
                "2000",
                "APO",
                "96278",
                "é",
                "'",
                "'s-Hertogenbosch",
                "’",
                "#",
                "4540",
                "0",
                "00000",
                "-",
                "½",
                "漢字",
                "\u00a0",
                "\u200b",
                "Narnia",
                "PO Box 1",
                "x".repeat(300));
        List<Double> degrees = List.of(
                0d, 90d, -90d, 180d, -180d, 39.7563, -84.1895, 1e-9, Double.NaN, Double.POSITIVE_INFINITY, 179.99999);
        Random random = new Random(5);
        Supplier<String> text = () -> texts.get(random.nextInt(texts.size()));
        Supplier<Double> degree = () -> degrees.get(random.nextInt(degrees.size()));
        for (int i = 0; i < 5000; i++) {
            Address address = new Address(text.get(), text.get(), text.get(), text.get(), text.get(), text.get());
            Coordinates at = random.nextBoolean() ? null : new Coordinates(degree.get(), degree.get());
            AddressVerdict verdict = AddressCheck.of(address, at, Purpose.Location, random.nextBoolean() ? "US" : "CA");
            assertThat(verdict.timeZone())
                    .as(address::withCountry)
                    .satisfiesAnyOf(
                            zone -> assertThat(zone).isNull(),
                            zone -> assertThat(ZoneId.getAvailableZoneIds()).contains(zone.id()));
        }
    }

    @Test
    void coordinatesAloneAreHeldToTheCompanysCountry() {
        assertThat(alone(39.75631, -84.18951)).isEqualTo(CoordinatesVerdict.Verdict.Confirmed);
        assertThat(alone(-84.18951, 39.75631)).isEqualTo(CoordinatesVerdict.Verdict.Swapped);
        assertThat(alone(39.75631, 84.18951)).isEqualTo(CoordinatesVerdict.Verdict.SignMissing);
        assertThat(alone(43.64261, -79.38712)).isEqualTo(CoordinatesVerdict.Verdict.OtherCountry);
        assertThat(alone(0, 0)).isEqualTo(CoordinatesVerdict.Verdict.NullIsland);
    }

    private static CoordinatesVerdict.Verdict alone(double latitude, double longitude) {
        return AddressCheck.of(null, new Coordinates(latitude, longitude), Purpose.Location, "US")
                .coordinates()
                .verdict();
    }

    @Test
    void anAddressWithoutACountryIsInTheCompanys() {
        Address address = new Address("10 Downing St", null, "London", "", "SW1A 2AA", "");
        AddressVerdict verdict = AddressCheck.of(address, null, Purpose.Location, "GB");
        assertThat(verdict.nextAction()).isEqualTo(NextAction.Accept);
        assertThat(verdict.standard().country()).isEqualTo("GB");
        assertThat(verdict.standard().street()).isEqualTo("10 Downing St");
    }
}
