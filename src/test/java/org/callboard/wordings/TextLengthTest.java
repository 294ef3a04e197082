package org.callboard.wordings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLengthTest {

    @Test
    void oneMessageHolds160CharactersAndEachOfSeveral153() {
        assertThat(TextLength.of("a".repeat(160)).parts()).isEqualTo(1);
        assertThat(TextLength.of("a".repeat(161)).parts()).isEqualTo(2);
        assertThat(TextLength.of("a".repeat(306)).parts()).isEqualTo(2);
        assertThat(TextLength.of("a".repeat(307)).parts()).isEqualTo(3);
        assertThat(TextLength.of("").words()).isEqualTo("0 characters, 1 text message");
    }

    @Test
    void whatIsEscapedCountsTwice() {
        assertThat(TextLength.of("€".repeat(80)).parts()).isEqualTo(1);
        assertThat(TextLength.of("€".repeat(81))).isEqualTo(new TextLength(81, 2));
    }

    @Test
    void oneCharacterOutsideTheAlphabetMakesTheWholeTextLonger() {
        assertThat(TextLength.of("’" + "a".repeat(69)).parts()).isEqualTo(1);
        assertThat(TextLength.of("’" + "a".repeat(70)).parts()).isEqualTo(2);
        assertThat(TextLength.of("\uD83D\uDD27".repeat(35))).isEqualTo(new TextLength(35, 1));
    }
}
