package org.callboard.database;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the records of a company by their ids, as whoever follows their changes asks for them.
 *
 * @param select what is read of them, up to the conditions; the ids of the company and of the record are {@code tenant_id}
 *     and {@code id} in it
 */
public record ReadById<T extends Record>(JdbcClient jdbc, String select, RecordMapper<T> mapper) {

    /** The records with these ids, in the order of their ids; unknown ids are left out. */
    public List<T> all(long tenant, Collection<Long> ids) {
        return jdbc.sql(select + "where tenant_id = :tenant and id = any(:ids) order by id")
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
                .query(mapper.rows())
                .list();
    }

    /** The next records after an id, in the order of their ids, at most so many. */
    public List<T> after(long tenant, long id, int most) {
        return jdbc.sql(select + "where tenant_id = :tenant and id > :id order by id limit :most")
                .param("tenant", tenant)
                .param("id", id)
                .param("most", most)
                .query(mapper.rows())
                .list();
    }
}
