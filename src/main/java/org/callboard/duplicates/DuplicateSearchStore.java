package org.callboard.duplicates;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callboard.changes.ChangeFeed.Entry;
import org.callboard.changes.ChangeFeed.Position;
import org.callboard.changes.EntityKind;
import org.callboard.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the search for duplicates is, and whom it goes to next. */
@Repository
class DuplicateSearchStore {

    /** The constants are stored. */
    enum Phase {
        /** Goes through all customers. */
        Filling,
        /** Follows the change log. */
        Following
    }

    /**
     * A company's.
     *
     * @param reached the last customer that was looked at
     * @param xid with epoch and sequence the place in the change log up to which all is known
     * @param doneOn when all customers were last gone through
     */
    record State(
            Phase phase,
            long reached,
            long total,
            long done,
            int epoch,
            long xid,
            long sequence,
            @Nullable Instant doneOn) {

        Position position() {
            return Position.kept(epoch, xid, sequence);
        }
    }

    private static final RecordMapper<State> STATES = RecordMapper.of(State.class);

    private final JdbcClient jdbc;

    DuplicateSearchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<State> find(long tenant) {
        return state(tenant, "");
    }

    /** Reads it and keeps others from going on until the transaction ends. */
    Optional<State> lock(long tenant) {
        return state(tenant, " for update");
    }

    private Optional<State> state(long tenant, String lock) {
        return jdbc.sql(STATES.sql("select COLUMNS from duplicate_search where tenant_id = :tenant") + lock)
                .param("tenant", tenant)
                .query(STATES.rows())
                .optional();
    }

    /** Whether there is something to do: nobody began, it is not through, something changed since, or it was long ago. */
    boolean isDue(long tenant, Instant longAgo) {
        return jdbc.sql("""
                select coalesce((
                    select s.phase = 'Filling' or s.done_on < :longAgo or exists (
                        select from change c
                        where c.tenant_id = :tenant
                            and (c.epoch, c.xid, c.sequence) > (s.epoch, s.xid::text::xid8, s.sequence))
                    from duplicate_search s where s.tenant_id = :tenant), true)
                """)
                .param("longAgo", longAgo.atOffset(ZoneOffset.UTC))
                .param("tenant", tenant)
                .query(Boolean.class)
                .single();
    }

    /** Begins with the first customer. What changes from now on comes behind the position. */
    void begin(long tenant, Position position) {
        jdbc.sql("""
                insert into duplicate_search (tenant_id, phase, total, epoch, xid, sequence)
                values (:tenant, 'Filling', (select count(*) from customer where tenant_id = :tenant),
                    :epoch, :xid, :sequence)
                on conflict (tenant_id) do update
                set phase = 'Filling', reached = 0, done = 0, total = excluded.total,
                    epoch = excluded.epoch, xid = excluded.xid, sequence = excluded.sequence
                where duplicate_search.phase <> 'Filling'
                """)
                .param("tenant", tenant)
                .param("epoch", position.epoch())
                .param("xid", position.transaction())
                .param("sequence", position.sequence())
                .update();
    }

    void reached(long tenant, long customer, long more) {
        jdbc.sql("""
                update duplicate_search set reached = :customer, done = done + :more where tenant_id = :tenant
                """)
                .param("customer", customer)
                .param("more", more)
                .param("tenant", tenant)
                .update();
    }

    void filled(long tenant, Instant now) {
        jdbc.sql("""
                update duplicate_search set phase = 'Following', total = done, done_on = :now where tenant_id = :tenant
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("tenant", tenant)
                .update();
    }

    void followed(long tenant, Position position) {
        jdbc.sql("""
                update duplicate_search set epoch = :epoch, xid = :xid, sequence = :sequence where tenant_id = :tenant
                """)
                .param("epoch", position.epoch())
                .param("xid", position.transaction())
                .param("sequence", position.sequence())
                .param("tenant", tenant)
                .update();
    }

    /** The next customers, in use or not. */
    List<Long> after(long tenant, long customer, int most) {
        return jdbc.sql("select id from customer where tenant_id = :tenant and id > :customer order by id limit :most")
                .param("tenant", tenant)
                .param("customer", customer)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** The customers whose pairs may be others after some changes: also those that a location went from. */
    Set<Long> changed(long tenant, List<Entry> entries) {
        Set<Long> customers = new HashSet<>(List.of(ids(entries, EntityKind.CUSTOMER)));
        customers.addAll(jdbc.sql("""
                select l.customer_id from location l where l.tenant_id = :tenant and l.id = any(:locations)
                union
                select h.customer_id from location_owner_history h
                where h.tenant_id = :tenant and h.location_id = any(:locations)
                union
                select e.owner_id from contact_entry e
                where e.tenant_id = :tenant and e.owner_kind = 'customer' and e.id = any(:contacts)
                union
                select l.customer_id from contact_entry e
                join location l on l.tenant_id = :tenant and l.id = e.owner_id
                where e.tenant_id = :tenant and e.owner_kind = 'location' and e.id = any(:locationContacts)
                """)
                .param("tenant", tenant)
                .param("locations", ids(entries, EntityKind.LOCATION))
                .param("contacts", ids(entries, EntityKind.CUSTOMER_CONTACT))
                .param("locationContacts", ids(entries, EntityKind.LOCATION_CONTACT))
                .query(Long.class)
                .list());
        return customers;
    }

    static Long[] ids(List<Entry> entries, EntityKind kind) {
        return entries.stream()
                .filter(entry -> entry.recordKind() == kind)
                .map(Entry::recordId)
                .distinct()
                .toArray(Long[]::new);
    }

    /** All locations of customers, in use or not. */
    List<Long> locationsOf(long tenant, Set<Long> customers) {
        return jdbc.sql("""
                select l.id from unnest(:customers::bigint[]) as c (id)
                cross join lateral (
                    select id from location where tenant_id = :tenant and customer_id = c.id offset 0) l
                """)
                .param("customers", customers.toArray(Long[]::new))
                .param("tenant", tenant)
                .query(Long.class)
                .list();
    }
}
