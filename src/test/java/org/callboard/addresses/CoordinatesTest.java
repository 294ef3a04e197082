package org.callboard.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CoordinatesTest {

    @Test
    void degreesAreWrittenInAllTheirDigitsAndNoMore() {
        assertThat(new Coordinates(39.7589, -84).written()).isEqualTo("39.7589, -84");
        assertThat(new Coordinates(0.00000123, -0.0).written()).isEqualTo("0.00000123, 0");
        assertThat(new Coordinates(40, 120).written()).isEqualTo("40, 120");
    }

    @Test
    void aDegreeToTheNorthIsAsLongEverywhere() {
        assertThat(new Coordinates(39, -84).kilometersTo(new Coordinates(40, -84)))
                .isCloseTo(Coordinates.KM_OF_DEGREE, within(0.01));
        assertThat(new Coordinates(0, 179.5).kilometersTo(new Coordinates(0, -179.5)))
                .as("over the line of the date")
                .isCloseTo(Coordinates.KM_OF_DEGREE, within(0.01));
        assertThat(new Coordinates(90, 0).kilometersTo(new Coordinates(-90, 0))).isCloseTo(20015, within(1.0));
    }
}
