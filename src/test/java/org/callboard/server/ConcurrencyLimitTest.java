package org.callboard.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.callboard.testing.Eventually;
import org.junit.jupiter.api.Test;

/** In which order strangers come to work, where more of them ask than are worked for at once. */
class ConcurrencyLimitTest {

    private static final int SHARE = 20;

    private final ConcurrencyLimit turns = new ConcurrencyLimit(2, new FairQueue<>(30, SHARE));
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());

    private int answered() {
        return order.size();
    }

    /** Begins to wait, and is in line when this ends. */
    private void comes(String sender) {
        int before = turns.waiting() + answered();
        Thread.startVirtualThread(() -> {
            try {
                turns.await(sender);
                order.add(sender);
            } catch (ConcurrencyLimit.NoneLeft e) {
                order.add(sender + " refused");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Eventually.is(true, () -> turns.waiting() + answered() > before);
    }

    @Test
    void whoComesAfterAFloodIsNextAndTheFloodGoesOn() {
        comes("flood");
        comes("flood");
        assertThat(order).containsExactly("flood", "flood");
        for (int i = 0; i < SHARE; i++) {
            comes("flood");
        }
        comes("visitor");
        comes("another");
        turns.over();
        Eventually.is(3, this::answered);
        for (int i = 4; i <= 6; i++) {
            int count = i;
            turns.over();
            Eventually.is(count, this::answered);
        }
        assertThat(order.subList(2, 6)).contains("visitor", "another");
    }

    @Test
    void oneSenderHasItsShareOfThePlacesAndEverybodyElseTheOthers() {
        comes("first");
        comes("first");
        for (int i = 0; i < SHARE; i++) {
            comes("flood");
        }
        comes("flood");
        assertThat(order).containsExactly("first", "first", "flood refused");
        for (int i = 0; i < 30 - SHARE; i++) {
            comes("visitor " + i);
        }
        comes("late");
        assertThat(order).hasSize(4);
        assertThat(order.getLast()).isEqualTo("flood refused");
    }
}
