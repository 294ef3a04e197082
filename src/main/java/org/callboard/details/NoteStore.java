package org.callboard.details;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.callboard.database.Caller;
import org.callboard.database.RecordMapper;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NoteStore {

    private static final RecordMapper<Note> NOTES = RecordMapper.of(Note.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    NoteStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Page<Note> page(Where where, Paging paging) {
        return where.page(jdbc, "select * from note", "note", paging, NOTES.rows());
    }

    Optional<Note> find(RecordKind kind, long tenant, long owner, long id) {
        return one("""
                select * from note
                where tenant_id = :tenant and owner_kind = :kind and owner_id = :owner and id = :id
                """, kind, tenant, owner, id);
    }

    /** What is noted of records. */
    List<Owned<String>> texts(RecordKind kind, long tenant, Collection<Long> owners) {
        return jdbc.sql("""
                select owner_id, text from note
                where tenant_id = :tenant and owner_kind = :kind and owner_id = any(:owners)
                """)
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("owners", owners.toArray(Long[]::new))
                .query((row, number) -> new Owned<>(row.getLong("owner_id"), row.getString("text")))
                .list();
    }

    /** Writes notes to records, in their order; gives the notes' ids. */
    List<Long> insert(RecordKind kind, long tenant, List<Owned<String>> notes, boolean pinned) {
        return jdbc.sql("""
                insert into note (tenant_id, owner_kind, owner_id, text, is_pinned, created_on, created_by_id, modified_on)
                select :tenant, :kind, owner, text, :pinned, :now, :by, :now
                from unnest(:owners::bigint[], :texts::text[]) with ordinality as o (owner, text, position)
                order by position
                returning id
                """)
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("texts", notes.stream().map(Owned::what).toArray(String[]::new))
                .param("pinned", pinned)
                .param("now", clock.instant())
                .param("by", Caller.current().employeeId())
                .param("owners", notes.stream().map(Owned::owner).toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** Removes a note and gives it; of two who remove it at once, one is given it. */
    Optional<Note> delete(RecordKind kind, long tenant, long owner, long id) {
        return one("""
                delete from note
                where tenant_id = :tenant and owner_kind = :kind and owner_id = :owner and id = :id
                returning *
                """, kind, tenant, owner, id);
    }

    private Optional<Note> one(String sql, RecordKind kind, long tenant, long owner, long id) {
        return jdbc.sql(sql)
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("owner", owner)
                .param("id", id)
                .query(NOTES.rows())
                .optional();
    }

    /** Gives notes to another record of the kind, as they are: all of them, or those named. */
    List<Long> move(RecordKind kind, long tenant, long from, long to, @Nullable Collection<Long> ids) {
        return jdbc.sql("""
                update note set owner_id = :to
                where tenant_id = :tenant and owner_kind = :kind and owner_id = :from
                    and (:ids::bigint[] is null or id = any(:ids::bigint[]))
                returning id
                """)
                .param("to", to)
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("from", from)
                .param("ids", ids == null ? null : ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    List<Long> activeLocations(long tenant, long customer) {
        return jdbc.sql("""
                select id from location where tenant_id = :tenant and customer_id = :customer and active order by id
                """)
                .param("tenant", tenant)
                .param("customer", customer)
                .query(Long.class)
                .list();
    }
}
