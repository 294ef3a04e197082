package org.callboard.understanding;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.callboard.database.Caller;
import org.callboard.database.DatabaseSettings;
import org.callboard.database.StartFailure;
import org.callboard.understanding.UnderstandingStore.State;
import org.jspecify.annotations.Nullable;

/** The command {@code reindex}: asks the running Callboard to read all of a company again, and tells how far it is. */
public final class AskToReindex {

    private static final long PAUSE = 500_000_000;

    private final UnderstandingStore store;
    private final PrintStream out;

    private AskToReindex(UnderstandingStore store, PrintStream out) {
        this.store = store;
        this.out = out;
    }

    /**
     * Returns when all is done, or at once where no Callboard runs: it then begins by itself. Throws a {@link StartFailure}
     * with one clear line.
     *
     * @param company its id; null for all companies
     */
    public static void run(DatabaseSettings settings, @Nullable String company, PrintStream out) {
        UnderstandingStore.beside(settings, store -> {
            new AskToReindex(store, out).ask(company);
            return 0;
        });
    }

    private void ask(@Nullable String company) {
        List<Long> known = store.companies();
        List<Long> asked = known.stream()
                .filter(one -> company == null || company.equals(Long.toString(one)))
                .toList();
        StartFailure.unless(company == null || !asked.isEmpty(), "there is no company " + company + ".");
        asked.forEach(one -> Caller.system(one).run(() -> store.ask(one)));
        List<Long> left = new ArrayList<>(asked);
        long last = -1;
        while (!left.isEmpty()) {
            if (!store.isServed()) {
                out.println("Callboard does not run; what is left is done when it starts.");
                return;
            }
            long one = left.getFirst();
            Optional<State> state = Caller.system(one).call(() -> store.find(one));
            boolean due = state.isPresent() && state.get().isDue();
            long done = state.map(State::done).orElse(0L);
            if (due && done != last && state.get().total() > 0) {
                out.printf(
                        Locale.ROOT,
                        "Company %d: %,d of %,d%n",
                        one,
                        done,
                        state.get().total());
                last = done;
            }
            if (due) {
                LockSupport.parkNanos(PAUSE);
            } else {
                out.printf(Locale.ROOT, "Company %d: done, %,d read again.%n", one, done);
                left.removeFirst();
                last = -1;
            }
        }
    }
}
