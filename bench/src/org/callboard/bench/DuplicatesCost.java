package org.callboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.callboard.database.Caller;
import org.callboard.duplicates.DuplicatePairs;

/** Lets a Callboard compare all customers of a data set with each other, as it does in the background; bench/README.md. */
public final class DuplicatesCost {

    /** A transaction is looked at so often. */
    private static final long LOOK = 20;

    private final Opened callboard;
    private final long tenant;

    private DuplicatesCost(Opened callboard) {
        this.callboard = callboard;
        this.tenant = callboard.number("TENANT");
    }

    /** Arguments: the directory of the data set, and the seed that it was made with. */
    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        try (Opened opened = Opened.on(Path.of(args[0]), context -> {})) {
            new DuplicatesCost(opened).measure(Long.parseLong(args[1]));
        }
        System.exit(0);
    }

    private void measure(long seed) throws SQLException, IOException, InterruptedException {
        try (Connection owner = connect();
                Statement statement = owner.createStatement()) {
            statement.execute("set callboard.tenant = '" + tenant + "'");
            statement.execute("truncate duplicate_pair, duplicate_search");
            AtomicBoolean done = new AtomicBoolean();
            double[] longest = new double[2];
            Thread watch = Thread.ofPlatform().start(() -> watch(done, longest));
            long begun = System.nanoTime();
            DuplicatePairs pairs = callboard.context().getBean(DuplicatePairs.class);
            DuplicatePairs.Progress now;
            do {
                Thread.sleep(200);
                now = Caller.system(tenant).call(() -> pairs.progress(tenant));
            } while (now.working());
            double seconds = (System.nanoTime() - begun) / 1e9;
            done.set(true);
            watch.join();
            System.out.printf(
                    "RESULT customers %d minutes %.2f most memory %d MB longest transaction that wrote %.2f s, any %.2f s%n",
                    now.total(), seconds / 60, memory(), longest[0], longest[1]);
            judge(statement, new Shapes(seed));
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                callboard.postgres().jdbcUrl("callboard"),
                callboard.postgres().user(),
                callboard.postgres().password());
    }

    /** Notes how long transactions take: first those that write, which hold up the feeds, then any. */
    private void watch(AtomicBoolean done, double[] longest) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            while (!done.get()) {
                try (ResultSet row = statement.executeQuery("""
                        select coalesce(max(age) filter (where wrote), 0), coalesce(max(age), 0) from (
                            select extract(epoch from clock_timestamp() - xact_start) as age, backend_xid is not null as wrote
                            from pg_stat_activity
                            where application_name = 'callboard' and state <> 'idle' and pid <> pg_backend_pid()) t
                        """)) {
                    row.next();
                    longest[0] = Math.max(longest[0], row.getDouble(1));
                    longest[1] = Math.max(longest[1], row.getDouble(2));
                }
                Thread.sleep(LOOK);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long memory() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0L);
    }

    /** How many of those called very likely are one person, and how many of those on record twice are called so. */
    private void judge(Statement statement, Shapes shapes) throws SQLException {
        Pools pools = new Pools();
        String company = " tenant_id = " + tenant;
        long first;
        int count;
        try (ResultSet row = statement.executeQuery("select min(id), count(*) from customer where" + company)) {
            row.next();
            first = row.getLong(1);
            count = row.getInt(2);
        }
        requireSameSeed(
                statement, company, first, Household.of(pools, shapes, 0, 1).name());
        BitSet active = new BitSet(count);
        try (ResultSet row = statement.executeQuery("select id from customer where active and" + company)) {
            while (row.next()) {
                active.set((int) (row.getLong(1) - first));
            }
        }
        Map<Long, Long> people = new HashMap<>();
        Map<Long, Integer> records = new HashMap<>();
        long known = 0;
        for (long number = 0; number < count; number++) {
            Long other = Household.again(pools, shapes, 0, number);
            // who repeats a copy repeats nobody: the seed takes the name that the copy would have had
            if (other != null && Household.again(pools, shapes, 0, other) == null) {
                people.put(number, other);
                if (active.get((int) number)) {
                    int before = records.getOrDefault(other, active.get(other.intValue()) ? 1 : 0);
                    known += before;
                    records.put(other, before + 1);
                }
            }
        }
        long told = 0;
        long right = 0;
        try (ResultSet row = statement.executeQuery("""
                select low_id, high_id from duplicate_pair
                where kind = 'customer' and state = 'Open' and score >= 80 and""" + company)) {
            while (row.next()) {
                long low = row.getLong(1) - first;
                long high = row.getLong(2) - first;
                told++;
                if (people.getOrDefault(low, low).equals(people.getOrDefault(high, high))) {
                    right++;
                }
            }
        }
        System.out.printf(
                "RESULT very likely %d right %d known %d precision %.4f recall %.4f%n",
                told, right, known, (double) right / Math.max(1, told), (double) right / Math.max(1, known));
        try (ResultSet row = statement.executeQuery("""
                select kind, count(*) filter (where score >= 80), count(*) filter (where score between 55 and 79),
                    count(*) filter (where score < 55)
                from duplicate_pair where""" + company + " group by kind order by kind")) {
            while (row.next()) {
                System.out.printf(
                        "RESULT %s very likely %d likely %d possible %d%n",
                        row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4));
            }
        }
    }

    private static void requireSameSeed(Statement statement, String company, long first, String name)
            throws SQLException {
        try (ResultSet row =
                statement.executeQuery("select name from customer where" + company + " and id = " + (first + 1))) {
            if (!row.next() || !row.getString(1).equals(name)) {
                throw new IllegalStateException("the data set was made with another seed than this");
            }
        }
    }
}
