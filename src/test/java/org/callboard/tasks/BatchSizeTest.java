package org.callboard.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BatchSizeTest {

    private final BatchSize batchSize = new BatchSize();

    @Test
    void transactionsGrowWhileTheyAreQuickAndShrinkAtOnceWhenTheyAreNot() {
        took(100, 100, 100, 100, 100, 100);
        assertThat(batchSize.rows()).isEqualTo(5000);
        took(600);
        assertThat(batchSize.rows()).isEqualTo(5000);
        took(4000);
        assertThat(batchSize.rows()).isEqualTo(500);
        took(60_000, 60_000);
        assertThat(batchSize.rows()).isEqualTo(50);
        took(399);
        assertThat(batchSize.rows()).isEqualTo(100);
    }

    private void took(int... millis) {
        for (int one : millis) {
            batchSize.took(Duration.ofMillis(one).toNanos());
        }
    }
}
