package org.callboard.understanding;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.callboard.database.DatabaseSettings;
import org.callboard.database.RecordMapper;
import org.callboard.database.RunningDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the rules of today have been applied to the records of each company. */
@Repository
class UnderstandingStore {

    /**
     * A company's.
     *
     * @param version of the rules by which all of it was read
     * @param asked whether somebody asked that it be read again
     * @param part the kind of records that is being read; null before the first
     * @param reached the last of that kind that was
     * @param total about how many records there are
     */
    record State(int version, boolean asked, @Nullable String part, long reached, long total, long done) {

        boolean isDue() {
            return asked || version < Understanding.VERSION;
        }

        State at(String kind, long id, long more) {
            return new State(version, asked, kind, id, total, done + more);
        }

        State of(long all) {
            return new State(version, asked, part, reached, all, 0);
        }
    }

    /** A company without a row was set up by these rules or newer ones: migrations give a row to those of before. */
    private static final int FIRST = 2;

    private static final RecordMapper<State> STATES = RecordMapper.of(State.class);

    private final JdbcClient jdbc;

    UnderstandingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Works on the database of a Callboard that may be running; see {@link RunningDatabase}. */
    static <T> T beside(DatabaseSettings settings, Function<UnderstandingStore, T> work) {
        return RunningDatabase.use(settings, jdbc -> work.apply(new UnderstandingStore(jdbc)));
    }

    /** The companies that somebody can sign in to. */
    List<Long> companies() {
        return jdbc.sql("select distinct tenant_id from sign_in_name order by tenant_id")
                .query(Long.class)
                .list();
    }

    /** Whether a Callboard is at work on the database. */
    boolean isServed() {
        return jdbc.sql("""
                select exists (select from pg_stat_activity
                    where datname = current_database() and application_name = 'callboard' and pid <> pg_backend_pid())
                """).query(Boolean.class).single();
    }

    /** Whether a company's records were read by older rules, or are to be read again; notes it where they were. */
    boolean isDue(long tenant) {
        boolean due = find(tenant).map(State::isDue).orElse(Understanding.VERSION > FIRST);
        if (due) {
            jdbc.sql("insert into understanding (tenant_id, version) values (:tenant, :first) on conflict do nothing")
                    .param("tenant", tenant)
                    .param("first", FIRST)
                    .update();
        }
        return due;
    }

    /** Empty for a company whose records were all written by rules that were applied to them. */
    Optional<State> find(long tenant) {
        return state(tenant, "");
    }

    /** Reads it and keeps others from going on until the transaction ends. */
    Optional<State> lock(long tenant) {
        return state(tenant, " for update");
    }

    private Optional<State> state(long tenant, String lock) {
        return jdbc.sql("""
                select version, asked_on is not null as asked, part, reached, total, done
                from understanding where tenant_id = :tenant
                """ + lock).param("tenant", tenant).query(STATES.rows()).optional();
    }

    /** Asks that all be read again, from the first on, and stores the task that does it. */
    void ask(long tenant) {
        jdbc.sql("""
                insert into understanding (tenant_id, version, asked_on) values (:tenant, 0, now())
                on conflict (tenant_id) do update
                set asked_on = now(), part = null, reached = 0, total = 0, done = 0
                """).param("tenant", tenant).update();
        jdbc.sql("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                values (:task, :instance, now(), false, 1)
                """)
                .param("task", ApplyUnderstanding.TASK_NAME)
                .param("instance", ApplyUnderstanding.instance(tenant))
                .update();
    }

    void reached(long tenant, State state) {
        jdbc.sql("""
                update understanding set part = :part, reached = :reached, total = :total, done = :done
                where tenant_id = :tenant
                """)
                .param("part", state.part())
                .param("reached", state.reached())
                .param("total", state.total())
                .param("done", state.done())
                .param("tenant", tenant)
                .update();
    }

    void finish(long tenant) {
        jdbc.sql("""
                update understanding
                set version = :version, asked_on = null, part = null, reached = 0, done = total, done_on = now()
                where tenant_id = :tenant
                """)
                .param("version", Understanding.VERSION)
                .param("tenant", tenant)
                .update();
    }
}
