package org.callboard.drafts;

import java.time.Instant;
import java.util.Optional;
import org.callboard.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DraftStore {

    private static final RecordMapper<Draft> DRAFTS = RecordMapper.of(Draft.class);

    private final JdbcClient jdbc;

    DraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Draft> find(long tenant, DraftKey key) {
        return jdbc.sql("""
                select d.fields, d.version, d.saved_by, e.name as saved_by_name
                from inquiry_draft d
                join employee e on e.tenant_id = d.tenant_id and e.id = d.saved_by
                where d.tenant_id = :tenant and d.kind = :kind and d.inquiry_id = :id
                """)
                .param("tenant", tenant)
                .param("kind", key.kind().name())
                .param("id", key.id())
                .query(DRAFTS.rows())
                .optional();
    }

    /** Saves what follows on a version and answers with its own; empty where there is another one. */
    Optional<Integer> save(long tenant, DraftKey key, String fields, int version, long user, Instant now) {
        return jdbc.sql("""
                insert into inquiry_draft (tenant_id, kind, inquiry_id, fields, saved_by, saved_on)
                values (:tenant, :kind, :id, :fields, :user, :now)
                on conflict (tenant_id, kind, inquiry_id) do update
                set fields = excluded.fields, version = inquiry_draft.version + 1, saved_by = excluded.saved_by,
                    saved_on = excluded.saved_on
                where inquiry_draft.version = :version
                returning version
                """)
                .param("tenant", tenant)
                .param("kind", key.kind().name())
                .param("id", key.id())
                .param("fields", fields)
                .param("user", user)
                .param("now", now)
                .param("version", version)
                .query(Integer.class)
                .optional();
    }

    /** Gives a draft to another inquiry; what is there stays. */
    void give(long tenant, DraftKey from, DraftKey to) {
        jdbc.sql("""
                with gone as (
                    delete from inquiry_draft
                    where tenant_id = :tenant and kind = :fromKind and inquiry_id = :from returning *)
                insert into inquiry_draft (tenant_id, kind, inquiry_id, fields, saved_by, saved_on)
                select tenant_id, :toKind, :to, fields, saved_by, saved_on from gone
                on conflict (tenant_id, kind, inquiry_id) do update
                set fields = (excluded.fields::jsonb || inquiry_draft.fields::jsonb)::text,
                    version = inquiry_draft.version + 1, saved_by = excluded.saved_by, saved_on = excluded.saved_on
                """)
                .param("tenant", tenant)
                .param("fromKind", from.kind().name())
                .param("from", from.id())
                .param("toKind", to.kind().name())
                .param("to", to.id())
                .update();
    }

    /** Removes those whose inquiry was closed before; a missed call is not while somebody is to be called back. */
    int removeClosed(long tenant, Instant before) {
        return jdbc.sql("""
                delete from inquiry_draft d
                where d.tenant_id = :tenant and d.saved_on < :before and (
                    d.kind = 'booking' and exists (
                        select from booking b
                        where b.tenant_id = :tenant and b.id = d.inquiry_id and b.closed_on < :before)
                    or d.kind = 'call' and exists (
                        select from call c
                        left join call_back k on k.tenant_id = :tenant and k.id = c.call_back_id
                        where c.tenant_id = :tenant and c.id = d.inquiry_id and c.desk <> 'Open'
                            and c.modified_on < :before and (c.desk <> 'CallBack' or k.closed_on < :before)))
                """).param("tenant", tenant).param("before", before).update();
    }
}
