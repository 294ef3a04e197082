package org.callboard.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.NormalizedContact;
import org.junit.jupiter.api.Test;

/** The people that {@code bench/seed} makes up. */
class HouseholdTest {

    private static final Pools POOLS = new Pools();

    private static List<Household> people(long seed) {
        Shapes shapes = new Shapes(seed);
        return IntStream.range(0, 3000)
                .mapToObj(number -> Household.of(POOLS, shapes, 0, number))
                .toList();
    }

    @Test
    void theSameSeedMakesTheSamePeopleAndAnotherOneOthers() {
        List<Household> once = people(1);
        assertThat(people(1)).isEqualTo(once);
        assertThat(people(2)).isNotEqualTo(once);
    }

    /** The form that they are found by is made here without the library, which takes far longer than all the rest. */
    @Test
    void numbersAndAddressesAreNormalizedAsTheServicesWould() {
        SoftAssertions softly = new SoftAssertions();
        people(1).stream()
                .flatMap(household -> household.reaches().stream())
                .forEach(reach -> softly.assertThat(new ContactDraft(reach.type(), reach.value(), null)
                                .read("US")
                                .all())
                        .as(reach.value())
                        .extracting(NormalizedContact::form, NormalizedContact::extension, NormalizedContact::attaches)
                        .containsExactly(tuple(reach.form(), reach.extension(), true)));
        softly.assertAll();
    }

    @Test
    void someNamesAreFarMoreFrequentThanOthersAndSomePeopleAreThereTwice() {
        List<Household> people = people(1);
        assertThat(people.stream().map(Household::name).distinct().count()).isBetween(2700L, 2995L);
        assertThat(people.stream().filter(one -> one.family().equals("Smith")).count())
                .isBetween(10L, 60L);
        assertThat(people.stream()
                        .map(one -> one.reaches().getFirst().form())
                        .distinct()
                        .count())
                .isBetween(2940L, 2990L);
    }
}
