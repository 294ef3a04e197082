package org.callboard.publicforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColorTest {

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
            Color color = color("#%x%x%x".formatted(i >> 8, i >> 4 & 15, i & 15));
            assertThat(color.contrast(color.ink())).as(color.code()).isGreaterThanOrEqualTo(4.5);
            Color night = color.byNight();
            assertThat(night.contrast(color("#1c1b19"))).as(color.code()).isGreaterThanOrEqualTo(3);
            assertThat(night.contrast(night.ink())).as(color.code()).isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#12", "#1234567", "#12345g", "0b6562", "url(x)", "#0b6562;}"})
    void whatIsNoColorIsNone(String text) {
        assertThat(Color.of(text)).isEmpty();
    }

    @Test
    void shortAndUpperCaseAreRead() {
        assertThat(Color.of(" #ABC ")).hasValue(new Color("#aabbcc"));
        assertThat(Color.of(null)).isEmpty();
    }

    private static double contrast(String a, String b) {
        return color(a).contrast(color(b));
    }

    private static Color color(String text) {
        return Color.of(text).orElseThrow();
    }
}
