package org.callboard.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadOfLateTest {

    private final List<Integer> read = new ArrayList<>();
    private final ReadOfLate<Integer, String> kept = new ReadOfLate<>(200);

    private String get(int key) {
        return kept.get(key, one -> {
            read.add(one);
            return "" + one;
        });
    }

    @Test
    void whatPartsOfAListAskForSeveralTimesIsReadOnceHoweverManyPartsThereWere() {
        for (int part = 0; part < 20; part++) {
            for (int time = 0; time < 5; time++) {
                for (int row = 0; row < 100; row++) {
                    assertThat(get(part * 100 + row)).isEqualTo("" + (part * 100 + row));
                }
            }
        }
        assertThat(read).hasSize(2000).doesNotHaveDuplicates();
    }

    @Test
    void noMoreAreKeptThanWereAllowed() {
        for (int i = 0; i < 10_000; i++) {
            get(i);
            assertThat(kept.size()).isLessThanOrEqualTo(200);
        }
        read.clear();
        get(0);
        assertThat(read).containsExactly(0);
    }
}
