package org.callboard.matches;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.ParsedAddress;
import org.callboard.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what many records have in common with any others. Each part of a statement asks an index for each of its keys
 * ("offset 0"): the arrays are long, and PostgreSQL would rather read whole tables for them.
 */
@Repository
class PairStore {

    /** Whoever comes behind so many with one number, or at one door, is left out. */
    private static final int MOST = 1000;

    /** A door without a postcode may be in any town. */
    private static final int MOST_ANYWHERE = 100;

    /** @param owner the customer who has it, itself or at a location; or the location */
    record Point(long owner, boolean email, String form, String extension, boolean attaches) {}

    /** A location behind a door of one of the customers. */
    record Behind(String door, String postcode, long location, long customer) {}

    record Place(long id, long customer, String name, Address address) {}

    private static final RecordMapper<Point> POINTS = RecordMapper.of(Point.class);
    private static final RecordMapper<Behind> BEHIND = RecordMapper.of(Behind.class);

    private final JdbcClient jdbc;

    PairStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What customers and their locations are reached by. */
    List<Point> points(long tenant, Set<Long> customers) {
        return jdbc.sql("""
                select distinct c.id as owner, p.email, p.form, p.extension, p.attaches
                from unnest(:customers::bigint[]) as c (id)
                cross join lateral (
                    select 'customer' as kind, c.id
                    union all
                    select 'location', l.id from location l where l.tenant_id = :tenant and l.customer_id = c.id
                    offset 0) o
                cross join lateral (
                    select email, form, extension, attaches from contact_point
                    where tenant_id = :tenant and owner_kind = o.kind and owner_id = o.id offset 0) p
                """)
                .param("customers", customers.toArray(Long[]::new))
                .param("tenant", tenant)
                .query(POINTS.rows())
                .list();
    }

    /** Who has each of some numbers and e-mail addresses. The kind is compared as {@link MatchStore} does. */
    List<Point> holders(long tenant, List<String> forms) {
        return forms.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select distinct p.owner, p.email, p.form, p.extension, p.attaches
                        from unnest(:forms::text[]) as asked (form)
                        cross join lateral (
                            select email, form, extension, attaches, case owner_kind when 'customer' then owner_id else (
                                select l.customer_id from location l
                                where l.tenant_id = :tenant and l.id = owner_id) end as owner
                            from contact_point
                            where tenant_id = :tenant and form = asked.form
                                and (owner_kind in ('customer', 'location')) is true
                            limit :most) p
                        """)
                        .param("forms", forms.toArray(String[]::new))
                        .param("tenant", tenant)
                        .param("most", MOST)
                        .query(POINTS.rows())
                        .list();
    }

    /** The locations in use behind the doors of customers, their own too; see {@link DoorRange}. */
    List<Behind> behind(long tenant, Set<Long> customers) {
        return jdbc.sql("""
                with own as materialized (
                    select distinct d.door, d.postcode
                    from unnest(:customers::bigint[]) as c (id)
                    cross join lateral (
                        select id from location
                        where tenant_id = :tenant and customer_id = c.id and active offset 0) l
                    cross join lateral (
                        select door, postcode from location_door
                        where tenant_id = :tenant and location_id = l.id offset 0) d
                )
                select own.door, own.postcode, l.id as location, l.customer_id as customer
                from own
                cross join lateral (
                    (select location_id from location_door
                        where tenant_id = :tenant and door = own.door and postcode = own.postcode limit :most)
                    union all
                    (select location_id from location_door
                        where tenant_id = :tenant and door = own.door and postcode = '' and own.postcode <> '' limit :most)
                    union all
                    (select location_id from location_door
                        where tenant_id = :tenant and door = own.door and own.postcode = '' and postcode > ''
                        limit :anywhere)) near
                cross join lateral (
                    select id, customer_id from location
                    where tenant_id = :tenant and id = near.location_id and active offset 0) l
                """)
                .param("customers", customers.toArray(Long[]::new))
                .param("tenant", tenant)
                .param("most", MOST)
                .param("anywhere", MOST_ANYWHERE)
                .query(BEHIND.rows())
                .list();
    }

    Map<Long, ParsedAddress> addresses(long tenant, Collection<Long> locations) {
        Map<Long, ParsedAddress> addresses = new HashMap<>();
        if (!locations.isEmpty()) {
            jdbc.sql("""
                    select id, street, unit, city, state, zip, country from location
                    where tenant_id = :tenant and id = any(:locations)
                    """)
                    .param("tenant", tenant)
                    .param("locations", locations.toArray(Long[]::new))
                    .query(row -> {
                        addresses.put(
                                row.getLong("id"), AddressParser.parse(Objects.requireNonNull(Address.read(row))));
                    });
        }
        return addresses;
    }

    /** The locations in use of those customers that have several. */
    List<Place> places(long tenant, Set<Long> customers) {
        return jdbc.sql("""
                select l.* from unnest(:customers::bigint[]) as c (id)
                cross join lateral (
                    select id, name, customer_id, street, unit, city, state, zip, country, count(*) over () as together
                    from location where tenant_id = :tenant and customer_id = c.id and active offset 0) l
                where l.together > 1
                """)
                .param("customers", customers.toArray(Long[]::new))
                .param("tenant", tenant)
                .query((row, number) -> new Place(
                        row.getLong("id"),
                        row.getLong("customer_id"),
                        row.getString("name"),
                        Objects.requireNonNull(Address.read(row))))
                .list();
    }

    /** What locations themselves are reached by. */
    List<Point> pointsOfLocations(long tenant, Collection<Long> locations) {
        return locations.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select distinct l.id as owner, p.email, p.form, p.extension, p.attaches
                        from unnest(:locations::bigint[]) as l (id)
                        cross join lateral (
                            select email, form, extension, attaches from contact_point
                            where tenant_id = :tenant and owner_kind = 'location' and owner_id = l.id offset 0) p
                        """)
                        .param("locations", locations.toArray(Long[]::new))
                        .param("tenant", tenant)
                        .query(POINTS.rows())
                        .list();
    }
}
