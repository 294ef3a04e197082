package org.callboard.wordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.callboard.validation.FieldErrors;
import org.junit.jupiter.api.Test;

class WordingTest {

    private static final Map<String, String> VALUES = Map.of("name", "Jordan", "street", "12 Oak St", "gate", "");

    @Test
    void aPlaceholderStandsForItsValue() {
        assertThat(Wording.fill("Hello {name}, at { street }", VALUES)).isEqualTo("Hello Jordan, at 12 Oak St");
    }

    @Test
    void aLineThatWouldSayNothingIsLeftOut() {
        assertThat(Wording.fill("Dear {name}\nGate code: {gate}\nBye", VALUES)).isEqualTo("Dear Jordan\nBye");
        assertThat(Wording.fill("{street} {gate}", VALUES)).isEqualTo("12 Oak St ");
    }

    @Test
    void aValueIsNeverReadAsWords() {
        Map<String, String> nasty = Map.of("name", "{street} $1 \\0 {name}", "street", "secret");
        assertThat(Wording.fill("Hello {name}", nasty)).isEqualTo("Hello {street} $1 \\0 {name}");
    }

    @Test
    void everythingElseIsJustWords() {
        String words = "100 % ${ {} # } {{ $1 \\ #{";
        assertThat(Wording.fill("} { a\n" + words, VALUES)).isEqualTo("} { a");
        assertThat(Wording.fill("} { a { b", VALUES)).isEqualTo("} { a { b");
    }

    @Test
    void everyUnknownPlaceholderIsNamed() {
        FieldErrors errors = new FieldErrors();
        Wording.check(errors, "body", "{name} {nmae} {T(java.lang.Runtime)} {nmae} {}", List.of("name"));
        assertThat(errors.asMap().get("body"))
                .containsExactly("{nmae}, {T(java.lang.Runtime)}, {} are not placeholders. There are {name}.");
        FieldErrors none = new FieldErrors();
        Wording.check(none, "body", "{name} and { name }", List.of("name"));
        assertThat(none.isEmpty()).isTrue();
    }
}
