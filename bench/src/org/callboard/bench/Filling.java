package org.callboard.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.callboard.database.DatabaseSettings;

/** Fills companies with customers and all that hangs on them: several threads that make rows and send them by COPY. */
final class Filling {

    private static final int CHUNK = 4000;
    private static final Duration YEARS = Duration.ofDays(8 * 365);

    private final SeedOptions options;
    private final Pools pools = new Pools();
    private final Shapes shapes;
    private final Scaffold scaffold = new Scaffold();
    private final AtomicLong rows = new AtomicLong();
    private final Progress progress;

    Filling(SeedOptions options, Progress progress) {
        this.options = options;
        this.shapes = new Shapes(options.seed());
        this.progress = progress;
    }

    /** Fills them as the owner of the tables; the schema is afterwards as it was. Gives the number of rows. */
    long fill(List<Company> companies, DatabaseSettings.Outside owner) throws SQLException {
        try (Workers workers = new Workers(owner, options.threads())) {
            Map<Table, Long> next = Numbers.next(workers.first());
            scaffold.takeDown(workers.first(), options.keepIndexes());
            try {
                workers.run(chunks(companies, next, workers));
                progress.done(rows + " rows sent");
                words(workers, companies);
                progress.done("words gathered");
            } finally {
                Numbers.advance(workers.first(), next);
                scaffold.putUp(workers);
                progress.done("keys and indexes made");
            }
            analyze(workers);
            progress.done("analyzed");
        }
        return rows.get();
    }

    private List<Workers.Work> chunks(List<Company> companies, Map<Table, Long> next, Workers workers)
            throws SQLException {
        int epoch = epoch(workers.first());
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < workers.count(); i++) {
            batches.add(new Batch(options.changes()));
        }
        List<Workers.Work> work = new ArrayList<>();
        for (Company company : companies) {
            Numbers numbers = new Numbers(shapes, company.customers(), next);
            Times times = Times.of(options.until(), YEARS, company.customers());
            for (long from = 0; from < company.customers(); from += CHUNK) {
                long first = from;
                long end = Math.min(from + CHUNK, company.customers());
                work.add((connection, worker) -> {
                    CustomerRows customers = new CustomerRows(company, numbers, shapes, pools, times, epoch);
                    Batch batch = batches.get(worker);
                    for (long number = first; number < end; number++) {
                        customers.write(batch, number);
                    }
                    rows.addAndGet(batch.send(connection));
                    progress.sent(end - first);
                });
            }
        }
        return work;
    }

    /** The words that the documents have, to correct what is mistyped. */
    private static void words(Workers workers, List<Company> companies) throws SQLException {
        Long[] tenants = companies.stream().map(Company::tenant).toArray(Long[]::new);
        workers.run(List.of((connection, worker) -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    insert into search_word (tenant_id, word)
                    select distinct tenant_id, word from search_document
                    cross join lateral unnest(tsvector_to_array(words)) lexeme
                    cross join lateral (select regexp_replace(lexeme, '^[clbd][0-9]+:(#|[a-z]:)', '') as word) w
                    where tenant_id = any(?) and length(word) >= 3 and word !~ '^@?[0-9]*$'
                    """)) {
                statement.setArray(1, connection.createArrayOf("bigint", tenants));
                statement.executeUpdate();
            }
            connection.commit();
        }));
    }

    private static int epoch(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_change_epoch()")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** What autovacuum would do later: statistics for the planner, and pages marked as visible to all. */
    private static void analyze(Workers workers) throws SQLException {
        List<Workers.Work> work = new ArrayList<>();
        for (Table table : Table.values()) {
            work.add((connection, worker) -> {
                connection.setAutoCommit(true);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("vacuum (analyze) " + table.sqlName());
                }
                connection.setAutoCommit(false);
            });
        }
        workers.run(work);
    }
}
