package org.callboard.bench.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The errors with which names are typed. */
class TypingErrorTest {

    private static final String NAME = "Kim O'Hara-Bennett";

    private static String in(TypingError error, String name, int seed) {
        return error.in(name, new Random(seed));
    }

    @ParameterizedTest
    @EnumSource
    void oneWordOfFourLettersAndMoreIsAnotherAndTheRestStays(TypingError error) {
        IntStream.range(0, 200)
                .mapToObj(seed -> in(error, NAME, seed))
                .forEach(typed -> assertThat(typed)
                        .isNotEqualTo("kim o'hara-bennett")
                        .startsWith("kim o'")
                        .satisfiesAnyOf(
                                some -> assertThat(some).endsWith("-bennett"),
                                some -> assertThat(some).startsWith("kim o'hara-")));
    }

    @Test
    void aSwapOfLettersThatAreTheSameIsNone() {
        IntStream.range(0, 200)
                .forEach(seed -> assertThat(in(TypingError.SWAP, "Abba", seed)).isNotEqualTo("abba"));
    }

    @Test
    void aLetterIsLostOrComes() {
        assertThat(in(TypingError.DELETION, "Smith", 1)).hasSize(4);
        assertThat(in(TypingError.INSERTION, "Smith", 1)).hasSize(6);
        assertThat(in(TypingError.REPLACEMENT, "Smith", 1)).hasSize(5);
    }

    @Test
    void aNameOfShortWordsHasNone() {
        assertThat(in(TypingError.DELETION, "Bo Li", 1)).isNull();
    }
}
