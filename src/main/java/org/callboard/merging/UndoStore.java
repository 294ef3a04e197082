package org.callboard.merging;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.callboard.changes.Action;
import org.callboard.database.RecordMapper;
import org.callboard.details.RecordKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what has become of what a merge moved. */
@Repository
class UndoStore {

    /** Something that a record has got since. */
    record Made(long id, @Nullable Long locationId, String text) {}

    /**
     * A call that came since.
     *
     * @param theirs whether its number is the removed record's
     */
    record MadeCall(long id, @Nullable Long locationId, String text, boolean theirs) {}

    private static final RecordMapper<MadeCall> CALLS = RecordMapper.of(MadeCall.class);

    private final JdbcClient jdbc;

    UndoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the rows that a record has now. */
    Set<Long> still(RecordKind kind, long tenant, MergeItem.Kind what, long owner, Collection<Long> ids) {
        String sql = switch (what) {
            case Note -> "select id from note where KIND_id = :owner";
            case Location -> "select id from location where KIND_id = :owner";
            case Job -> "select id from job where KIND_id = :owner";
            case Lead -> "select id from lead where KIND_id = :owner";
            case Call -> "select id from call where KIND_id = :owner";
            case Repointed -> "select id from KIND where merged_to_id = :owner";
            default -> throw new IllegalArgumentException(what + " is no row by itself");
        };
        return new HashSet<>(jdbc.sql(sql.replace("KIND", kind.word()) + " and tenant_id = :tenant and id = any(:ids)")
                .param("owner", owner)
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    Set<UUID> stillRelated(RecordKind kind, long tenant, long owner, Collection<UUID> ids) {
        return new HashSet<>(jdbc.sql("""
                select id from contact_relationship
                where KIND_id = :owner and tenant_id = :tenant and id = any(:ids)
                """.replace("KIND", kind.word()))
                .param("owner", owner)
                .param("tenant", tenant)
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    List<Made> jobsSince(RecordKind kind, long tenant, long owner, Instant since) {
        return made("""
                select id, location_id, coalesce(left(summary, 200), '') as text from job
                where tenant_id = :tenant and KIND_id = :owner and created_on >= :since order by id
                """, kind, tenant, owner, since);
    }

    List<Made> leadsSince(RecordKind kind, long tenant, long owner, Instant since) {
        return made("""
                select id, location_id, coalesce(left(summary, 200), lead_customer_name, '') as text from lead
                where tenant_id = :tenant and KIND_id = :owner and created_on >= :since and active order by id
                """, kind, tenant, owner, since);
    }

    /**
     * Calls, by who called, of which some are from numbers that the removed record alone gets back.
     *
     * @param contacts the entries that go back
     */
    List<MadeCall> callsSince(RecordKind kind, long tenant, long owner, Instant since, Collection<Long> contacts) {
        return jdbc.sql("""
                select c.id, c.location_id, coalesce(c.caller_name, c.number, '') as text, (
                    select bool_and(p.entry_id = any(:contacts)) from contact_point p
                    where p.tenant_id = :tenant and p.form = c.number and (p.owner_kind = :kind) is true
                        and p.owner_id = :owner
                ) is true as theirs
                from call c
                where c.tenant_id = :tenant and c.KIND_id = :owner and c.created_on >= :since and c.active order by c.id
                """.replace("KIND", kind.word()))
                .param("contacts", contacts.toArray(Long[]::new))
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("owner", owner)
                .param("since", since)
                .query(CALLS.rows())
                .list();
    }

    /** Those at locations, whoever made them when. */
    List<Long> callsAt(long tenant, Collection<Long> locations) {
        return jdbc.sql("select id from call where tenant_id = :tenant and location_id = any(:ids) order by id")
                .param("tenant", tenant)
                .param("ids", locations.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    List<Made> locationsSince(long tenant, long owner, Instant since) {
        return made("""
                select id, null::bigint as location_id, concat_ws(', ', name, street, unit, city) as text from location
                where tenant_id = :tenant and KIND_id = :owner and created_on >= :since order by id
                """, RecordKind.Customer, tenant, owner, since);
    }

    private List<Made> made(String sql, RecordKind kind, long tenant, long owner, Instant since) {
        return jdbc.sql(sql.replace("KIND", kind.word()))
                .param("tenant", tenant)
                .param("owner", owner)
                .param("since", since)
                .query((row, number) ->
                        new Made(row.getLong("id"), row.getObject("location_id", Long.class), row.getString("text")))
                .list();
    }

    /** A later merge into the same record that stands and wrote one of the same fields. */
    Optional<Long> laterOfFields(Merge merge, long tenant, Collection<String> fields) {
        return jdbc.sql("""
                select m.id from merge m
                where m.tenant_id = :tenant and m.kind = :kind and m.kept_id = :kept and m.id > :id
                    and m.state in ('Waiting', 'Done', 'UndoWaiting')
                    and exists (
                        select from merge_item i
                        where i.tenant_id = m.tenant_id and i.merge_id = m.id and i.kind in ('Field', 'CustomField')
                            and i.kind || ' ' || i.what = any(:fields)
                            and i.before -> 'value' is distinct from i.after -> 'value')
                order by m.id desc limit 1
                """)
                .param("tenant", tenant)
                .param("kind", merge.kind().word())
                .param("kept", merge.keptId())
                .param("id", merge.id())
                .param("fields", fields.toArray(String[]::new))
                .query(Long.class)
                .optional();
    }

    /** A later merge that stands of one of these locations with another that is not among them. */
    Optional<Long> laterOfLocations(Merge merge, long tenant, Collection<Long> locations) {
        return jdbc.sql("""
                select m.id from merge m
                where m.tenant_id = :tenant and m.kind = 'location' and m.id > :id
                    and m.state in ('Waiting', 'Done', 'UndoWaiting') and m.part_of is distinct from :id
                    and (m.kept_id = any(:ids)) <> (m.removed_id = any(:ids))
                order by m.id desc limit 1
                """)
                .param("tenant", tenant)
                .param("id", merge.id())
                .param("ids", locations.toArray(Long[]::new))
                .query(Long.class)
                .optional();
    }

    /** How many messages were delivered about what a merge did. */
    long told(Merge merge, long tenant) {
        return jdbc.sql("""
                select count(*) from webhook_delivery d
                where d.tenant_id = :tenant and d.state = 'Delivered' and d.created_on >= :since
                    and split_part(d.event_key, '-', 1) in (
                        select c.sequence::text from change c
                        where c.tenant_id = :tenant and (c.epoch, c.xid) = (
                            select m.epoch, m.xid from change m
                            where m.tenant_id = :tenant and m.record_kind = :kind and m.record_id = :id
                                and m.action = :action
                            order by m.sequence limit 1))
                """)
                .param("tenant", tenant)
                .param("since", merge.mergedOn())
                .param("kind", MergeRecords.logged(merge.kind()).word())
                .param("id", merge.id())
                .param("action", Action.MERGED.word())
                .query(Long.class)
                .single();
    }
}
