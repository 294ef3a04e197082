package org.callboard.limits;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the moments of uses under a sealed name, on all nodes together. */
@Repository
class RecentUseStore {

    /** So many at most are removed at once, by whoever adds a new name. */
    private static final int FORGOTTEN_AT_ONCE = 100;

    private final JdbcClient jdbc;

    RecentUseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a use, unless there are that many since then already. Of many at once each looks at the row that the one before
     * left, since it waits for the row's lock.
     */
    boolean add(byte[] name, Instant at, Instant since, int most) {
        return jdbc.sql("""
                        insert into recent_use as u (name, moments, latest) values (:name, array[:at::timestamptz], :at)
                        on conflict (name) do update
                        set moments = array(select moment from unnest(u.moments) moment where moment > :since)
                                || excluded.moments,
                            latest = greatest(u.latest, excluded.latest)
                        where (select count(*) from unnest(u.moments) moment where moment > :since) < :most
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
                update recent_use
                set moments = array(
                    select moment from unnest(moments) with ordinality one (moment, place)
                    where place is distinct from array_position(moments, :at::timestamptz) order by place)
                where name = :name
                """).param("at", at).param("name", name).update();
    }

    /** Removes what was last used before. */
    void forget(Instant before) {
        jdbc.sql("""
                delete from recent_use where name in (
                    select name from recent_use where latest < :before limit :most for update skip locked)
                """).param("before", before).param("most", FORGOTTEN_AT_ONCE).update();
    }
}
