package org.callboard.understanding;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.callboard.database.Caller;
import org.callboard.tasks.BatchSize;
import org.callboard.understanding.UnderstandingStore.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes through the records of a company, part by part. Each part is one transaction, under the lock of how far the work is;
 * so whatever dies in between, nothing is left out, and of two who work on one company one goes on where the other is.
 */
@Component
class ReadAgain {

    /** Makes of a kind's word what stands behind it and before all others. */
    private static final String BEHIND = " ";

    private final UnderstandingStore store;
    private final List<Rereadable> kinds;
    private final TransactionTemplate transaction;

    ReadAgain(UnderstandingStore store, List<Rereadable> kinds, TransactionTemplate transaction) {
        this.store = store;
        this.kinds =
                kinds.stream().sorted(Comparator.comparing(Rereadable::kind)).toList();
        this.transaction = transaction;
    }

    /** What a part came to: whether there is more, and whether the next record is one that somebody is just changing. */
    private record Outcome(boolean more, boolean heldUp) {}

    /** Works until there is nothing more to do, or the server is about to stop; true in the second case. */
    boolean all(long tenant, BooleanSupplier stopping) {
        return Caller.system(tenant).call(() -> {
            BatchSize size = new BatchSize();
            Outcome last = new Outcome(true, false);
            while (last.more && !stopping.getAsBoolean()) {
                boolean waiting = last.heldUp;
                long start = System.nanoTime();
                last = transaction.execute(status -> part(tenant, waiting ? 1 : size.rows(), waiting));
                if (!waiting) {
                    size.took(System.nanoTime() - start);
                }
            }
            return last.more;
        });
    }

    private Outcome part(long tenant, int most, boolean waiting) {
        Outcome end = new Outcome(false, false);
        State state = store.lock(tenant).filter(State::isDue).orElse(null);
        if (state == null) {
            return end;
        }
        if (state.part() == null) {
            state = state.of(kinds.stream().mapToLong(one -> one.count(tenant)).sum());
        }
        Rereadable records = from(state.part());
        if (records == null) {
            store.finish(tenant);
            return end;
        }
        long reached = records.kind().equals(state.part()) ? state.reached() : 0;
        List<Long> next = records.after(tenant, reached, most);
        if (next.isEmpty()) {
            store.reached(tenant, state.at(records.kind() + BEHIND, 0, 0));
            return new Outcome(true, false);
        }
        Set<Long> read = new HashSet<>(records.reread(tenant, next, waiting));
        long done =
                waiting ? next.size() : next.stream().takeWhile(read::contains).count();
        if (done > 0) {
            store.reached(tenant, state.at(records.kind(), next.get((int) done - 1), done));
        }
        return new Outcome(true, done < next.size());
    }

    /** The kind that a word of how far the work is stands at, or the next one; null behind the last. */
    private @Nullable Rereadable from(@Nullable String part) {
        return kinds.stream()
                .filter(one -> part == null || one.kind().compareTo(part) >= 0)
                .findFirst()
                .orElse(null);
    }
}
