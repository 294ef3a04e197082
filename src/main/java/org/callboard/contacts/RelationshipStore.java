package org.callboard.contacts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.callboard.contacts.MoveRelationships.Related;
import org.callboard.database.Caller;
import org.callboard.database.RecordMapper;
import org.callboard.database.Rows;
import org.callboard.details.Owned;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RelationshipStore {

    private static final RecordMapper<Related> RELATED = RecordMapper.of(Related.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    RelationshipStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Page<Relationship> page(Where where, Paging paging) {
        return where.page(
                jdbc,
                "select * from contact_relationship",
                "contact_relationship",
                paging,
                RelationshipStore::relationship);
    }

    /** How many records a person belongs to. */
    long count(long tenant, UUID contact) {
        return jdbc.sql("""
                select count(*) from contact_relationship where tenant_id = :tenant and contact_id = :contact
                """)
                .param("tenant", tenant)
                .param("contact", contact)
                .query(Long.class)
                .single();
    }

    /** The people of customers. */
    List<Owned<UUID>> ofCustomers(long tenant, Collection<Long> customers) {
        return jdbc.sql("""
                select customer_id, contact_id from contact_relationship
                where tenant_id = :tenant and related_id = any(:customers) and customer_id = any(:customers)
                order by customer_id, contact_id
                """)
                .param("tenant", tenant)
                .param("customers", customers.toArray(Long[]::new))
                .query((row, number) -> new Owned<>(row.getLong(1), row.getObject(2, UUID.class)))
                .list();
    }

    /** Whether there is such a customer, location or booking. Bookings' own module stands below this one. */
    boolean exists(long tenant, RelationshipType type, long related) {
        return jdbc.sql(
                        switch (type) {
                            case Customer ->
                                "select exists (select from customer where tenant_id = :tenant and id = :id)";
                            case Location ->
                                "select exists (select from location where tenant_id = :tenant and id = :id)";
                            case Booking ->
                                "select exists (select from booking where tenant_id = :tenant and id = :id)";
                        })
                .param("tenant", tenant)
                .param("id", related)
                .query(Boolean.class)
                .single();
    }

    /** Relates the two; false where they are related already. */
    boolean insert(long tenant, UUID contact, RelationshipType type, long related) {
        Instant now = clock.instant();
        return jdbc.sql("""
                insert into contact_relationship (tenant_id, id, contact_id, customer_id, location_id, booking_id,
                    created_on, created_by)
                values (:tenant, :id, :contact, :customer, :location, :booking, :now, :by)
                on conflict (tenant_id, contact_id, type, related_id) do nothing
                """)
                        .param("tenant", tenant)
                        .param("id", Guids.at(now))
                        .param("contact", contact)
                        .param("customer", type == RelationshipType.Customer ? related : null)
                        .param("location", type == RelationshipType.Location ? related : null)
                        .param("booking", type == RelationshipType.Booking ? related : null)
                        .param("now", now)
                        .param("by", Caller.current().employeeId())
                        .update()
                > 0;
    }

    /** Parts the two; false where they are not related. */
    boolean delete(long tenant, UUID contact, RelationshipType type, long related) {
        return jdbc.sql("""
                delete from contact_relationship
                where tenant_id = :tenant and contact_id = :contact and type = :type and related_id = :related
                """)
                        .param("tenant", tenant)
                        .param("contact", contact)
                        .param("type", type.name())
                        .param("related", related)
                        .update()
                > 0;
    }

    /** Removes the rows of people whom the other record of the type has too. */
    List<Related> dropShared(long tenant, RelationshipType type, long from, long to) {
        return jdbc.sql("""
                delete from contact_relationship r using contact c
                where r.tenant_id = :tenant and r.type = :type and r.related_id = :from
                    and c.tenant_id = r.tenant_id and c.id = r.contact_id
                    and exists (
                        select from contact_relationship other
                        where other.tenant_id = :tenant and other.contact_id = r.contact_id and other.type = :type
                            and other.related_id = :to)
                returning r.*, c.number
                """)
                .param("tenant", tenant)
                .param("type", type.name())
                .param("from", from)
                .param("to", to)
                .query(RELATED.rows())
                .list();
    }

    /** Gives people to another record of the type: all of them, or those of the named rows whom it does not have yet. */
    List<Related> move(long tenant, RelationshipType type, long from, long to, @Nullable Collection<UUID> ids) {
        return jdbc.sql("""
                update contact_relationship r set COLUMN_id = :to from contact c
                where r.tenant_id = :tenant and r.COLUMN_id = :from and (:ids::uuid[] is null or r.id = any(:ids::uuid[]))
                    and c.tenant_id = r.tenant_id and c.id = r.contact_id
                    and not exists (
                        select from contact_relationship other
                        where other.tenant_id = :tenant and other.contact_id = r.contact_id and other.type = :type
                            and other.related_id = :to)
                returning r.*, c.number
                """.replace("COLUMN", type.slug()))
                .param("to", to)
                .param("type", type.name())
                .param("tenant", tenant)
                .param("from", from)
                .param("ids", ids == null ? null : ids.toArray(UUID[]::new))
                .query(RELATED.rows())
                .list();
    }

    /** Brings rows back that were removed; those people whom the record has got again meanwhile are left out. */
    List<Related> restore(long tenant, RelationshipType type, long related, Collection<Related> rows) {
        return jdbc.sql("""
                with restored as (
                    insert into contact_relationship (tenant_id, id, contact_id, COLUMN_id, created_on, created_by)
                    select :tenant, id, contact_id, :related, created_on, created_by
                    from unnest(:ids::uuid[], :contacts::uuid[], :created::timestamptz[], :by::bigint[])
                        as r (id, contact_id, created_on, created_by)
                    where exists (select from contact c where c.tenant_id = :tenant and c.id = r.contact_id)
                    on conflict do nothing
                    returning *
                )
                select r.*, c.number from restored r join contact c on c.tenant_id = r.tenant_id and c.id = r.contact_id
                """.replace("COLUMN", type.slug()))
                .param("tenant", tenant)
                .param("related", related)
                .param("ids", rows.stream().map(Related::id).toArray(UUID[]::new))
                .param("contacts", rows.stream().map(Related::contactId).toArray(UUID[]::new))
                .param(
                        "created",
                        rows.stream().map(row -> row.createdOn().toString()).toArray(String[]::new))
                .param("by", rows.stream().map(Related::createdBy).toArray(Long[]::new))
                .query(RELATED.rows())
                .list();
    }

    private static Relationship relationship(ResultSet row, int number) throws SQLException {
        return new Relationship(
                row.getObject("id", UUID.class),
                RelationshipType.valueOf(row.getString("type")),
                row.getLong("related_id"),
                Rows.instant(row, "created_on"),
                row.getLong("created_by"));
    }
}
