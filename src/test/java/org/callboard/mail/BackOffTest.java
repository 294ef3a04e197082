package org.callboard.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {

    @Test
    void theWaitDoublesFromAMinuteToSixHours() {
        assertThat(BackOff.after(1, 0.5)).isEqualTo(Duration.ofMinutes(1));
        assertThat(BackOff.after(2, 0.5)).isEqualTo(Duration.ofMinutes(2));
        assertThat(BackOff.after(6, 0.5)).isEqualTo(Duration.ofMinutes(32));
        assertThat(BackOff.after(9, 0.5)).isEqualTo(Duration.ofMinutes(256));
        assertThat(BackOff.after(10, 0.5)).isEqualTo(Duration.ofHours(6));
        assertThat(BackOff.after(10_000, 0.5)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void chanceMovesItByAFifth() {
        assertThat(BackOff.after(1, 0)).isEqualTo(Duration.ofSeconds(48));
        assertThat(BackOff.after(1, 1)).isEqualTo(Duration.ofSeconds(72));
    }
}
