package org.callboard.imports;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.callboard.database.Caller;
import org.callboard.database.DatabaseOutage;
import org.callboard.server.WorkQueue;
import org.callboard.tasks.BatchSize;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes through the rows of an import, part by part. Each part is one transaction, under the lock of the import: it reads
 * how far the work is, does the next rows, and keeps what became of them. So whatever dies in between, each row is done
 * once; and of two who work on one import, one waits and goes on where the other is.
 */
@Component
class WorkOnImport {

    private static final Logger log = LoggerFactory.getLogger(WorkOnImport.class);
    private static final int CAREFULLY = 5000;

    private final ImportStore store;
    private final ImportBatch batch;
    private final TransactionTemplate transaction;
    private final WorkQueue importQueue;

    WorkOnImport(ImportStore store, ImportBatch batch, TransactionTemplate transaction, WorkQueue importQueue) {
        this.store = store;
        this.batch = batch;
        this.transaction = transaction;
        this.importQueue = importQueue;
    }

    /** Works until there is nothing more to do, or the server is about to stop; true in the second case. */
    boolean on(long tenant, long id, BooleanSupplier stopping) {
        Optional<Import> list = Caller.system(tenant).call(() -> store.find(tenant, id));
        return list.isPresent() && list.get().actor().call(() -> work(tenant, id, stopping));
    }

    private boolean work(long tenant, long id, BooleanSupplier stopping) {
        ImportBatch.@Nullable Memory memory = null;
        int careful = 0; // so many rows are done one by one
        BatchSize batchSize = new BatchSize();
        AtomicInteger reached = new AtomicInteger();
        while (!stopping.getAsBoolean()) {
            try {
                ImportBatch.Memory before = memory;
                boolean oneByOne = careful > 0;
                int most = oneByOne ? 1 : batchSize.rows();
                AtomicLong took = new AtomicLong();
                memory = part(tenant, took, () -> Optional.ofNullable(batch.next(tenant, id, before, most, reached)))
                        .orElse(null);
                if (!oneByOne) {
                    batchSize.took(took.get());
                }
                if (memory == null) {
                    return false;
                }
                careful--;
            } catch (NonTransientDataAccessException e) {
                if (DatabaseOutage.isBehind(e)) {
                    throw e; // no row is to blame; the task comes again
                }
                memory = null;
                if (careful > 0) {
                    log.warn("a row of import {} was refused by the database: {}", id, state(e));
                    if (!part(tenant, new AtomicLong(), () -> batch.refuse(tenant, id, reached.get()))) {
                        throw e;
                    }
                } else { // go on one by one, to find the row that the database does not take
                    careful = CAREFULLY;
                }
            }
        }
        return true;
    }

    /** One transaction, when it is the company's turn: between two parts those of others have theirs. */
    private <T> T part(long tenant, AtomicLong took, Supplier<T> work) {
        return importQueue.call(new WorkQueue.Requester("company " + tenant, true), () -> {
            long start = System.nanoTime();
            T done = Objects.requireNonNull(transaction.execute(status -> work.get()));
            took.set(System.nanoTime() - start);
            return done;
        });
    }

    /** The code alone: what the database says may quote a row. */
    private static String state(NonTransientDataAccessException e) {
        return e.getMostSpecificCause() instanceof SQLException cause
                ? "state " + cause.getSQLState()
                : e.getClass().getSimpleName();
    }
}
