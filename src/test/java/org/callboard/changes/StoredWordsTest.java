package org.callboard.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.callboard.testing.Golden;
import org.junit.jupiter.api.Test;

/** The log is kept for good: what was stored under a word is found under it however the constants are called. */
class StoredWordsTest {

    @Test
    void theWordsAreThoseThatAreStored() {
        List<String> lines = Stream.concat(
                        Arrays.stream(EntityKind.values()).map(kind -> "kind " + kind.word()),
                        Arrays.stream(Action.values()).map(action -> "action " + action.word()))
                .sorted()
                .toList();
        Golden.check("changes.txt", lines, StoredWordsTest.class);
    }

    @Test
    void eachWordLeadsBackToItsConstant() {
        assertThat(EntityKind.values())
                .allSatisfy(kind -> assertThat(EntityKind.of(kind.word())).isEqualTo(kind));
        assertThat(Action.values())
                .allSatisfy(action -> assertThat(Action.of(action.word())).isEqualTo(action));
    }
}
