package org.callboard.tenants;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the moments of tries under a sealed name, on all nodes together. */
@Repository
class TryStore {

    /** So many at most are removed at once, by whoever adds a new name. */
    private static final int FORGOTTEN_AT_ONCE = 100;

    private final JdbcClient jdbc;

    TryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a try, unless there are that many since then already. Of many at once each looks at the row that the one before
     * left, since it waits for the row's lock.
     */
    boolean add(byte[] name, Instant at, Instant since, int most) {
        return jdbc.sql("""
                        insert into sign_in_try as t (name, tries, latest) values (:name, array[:at::timestamptz], :at)
                        on conflict (name) do update
                        set tries = array(select moment from unnest(t.tries) moment where moment > :since) || excluded.tries,
                            latest = excluded.latest
                        where (select count(*) from unnest(t.tries) moment where moment > :since) < :most
                        """)
                        .param("name", name)
                        .param("at", at)
                        .param("since", since)
                        .param("most", most)
                        .update()
                == 1;
    }

    /** Takes one back that was added at this moment. */
    void remove(byte[] name, Instant at) {
        jdbc.sql("""
                update sign_in_try
                set tries = array(
                    select moment from unnest(tries) with ordinality one (moment, place)
                    where place is distinct from array_position(tries, :at::timestamptz) order by place)
                where name = :name
                """).param("at", at).param("name", name).update();
    }

    /** Removes what was last tried before. */
    void forget(Instant before) {
        jdbc.sql("""
                delete from sign_in_try where name in (
                    select name from sign_in_try where latest < :before limit :most for update skip locked)
                """).param("before", before).param("most", FORGOTTEN_AT_ONCE).update();
    }
}
