package org.callboard.bookingpages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColourTest {

    @Test
    void contrastIsMeasuredAsWcagDoes() {
        assertThat(contrast("#000000", "#ffffff")).isCloseTo(21, within(0.01));
        assertThat(contrast("#777777", "#ffffff")).isCloseTo(4.48, within(0.01));
        assertThat(contrast("#ffcc00", "#ffffff")).isCloseTo(1.52, within(0.01));
    }

    /** Every sixteenth step of each part, which finds what lies between black and white writing. */
    @Test
    void writingOnAButtonIsAlwaysReadAndByNightTheButtonIsSeen() {
        for (int i = 0; i < 4096; i++) {
            Colour colour = colour("#%x%x%x".formatted(i >> 8, i >> 4 & 15, i & 15));
            assertThat(colour.contrast(colour.ink())).as(colour.code()).isGreaterThanOrEqualTo(4.5);
            Colour night = colour.byNight();
            assertThat(night.contrast(colour("#1c1b19"))).as(colour.code()).isGreaterThanOrEqualTo(3);
            assertThat(night.contrast(night.ink())).as(colour.code()).isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#12", "#1234567", "#12345g", "0b6562", "url(x)", "#0b6562;}"})
    void whatIsNoColourIsNone(String text) {
        assertThat(Colour.of(text)).isEmpty();
    }

    @Test
    void shortAndUpperCaseAreRead() {
        assertThat(Colour.of(" #ABC ")).hasValue(new Colour("#aabbcc"));
        assertThat(Colour.of(null)).isEmpty();
    }

    private static double contrast(String a, String b) {
        return colour(a).contrast(colour(b));
    }

    private static Colour colour(String text) {
        return Colour.of(text).orElseThrow();
    }
}
