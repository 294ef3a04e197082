package org.callboard.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.callboard.addresses.Address;
import org.callboard.addresses.Likeness;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads whom a number, an e-mail address or a postal address belongs to. Only records in use count. */
@Repository
class MatchStore {

    /** A house number and a street may be in many towns. */
    private static final int MAX_DOORS = 1000;

    private static final int MAX_CUSTOMERS = 500;
    private static final int MAX_PLACES = 20;

    /**
     * The entries in use with one of some values, and the customer whose they are, its own or a location's. It reads each
     * table by its index alone: how a join goes is left to statistics, which a database that is just being filled does not
     * have.
     */
    private static final String HELD = """
            select e.normalized, e.type = 'Email' as email, e.type, e.value, coalesce(e.customer_id, (
                select l.customer_id from location l where l.tenant_id = :tenant and l.id = e.location_id)) as customer_id
            from contact_entry e
            where e.tenant_id = :tenant and e.owner_kind in ('customer', 'location') and e.active
                and e.normalized = any(VALUES)
            """;

    /**
     * Somebody with one of the numbers or addresses.
     *
     * @param places the locations that are at the address
     */
    record Known(long id, String name, boolean doNotService, boolean phone, boolean email, List<Long> places) {}

    /** A postal address on record. */
    record Standing(long id, Address address) {}

    private final JdbcClient jdbc;

    MatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The locations where one of these house numbers and streets meet, wherever that is. */
    List<Standing> at(long tenant, Collection<String> doors) {
        return jdbc.sql("""
                select * from location
                where tenant_id = :tenant and active and id = any(array(
                    select location_id from location_word
                    where tenant_id = :tenant and field = 'hs' and word = any(:doors)
                    limit :most))
                """)
                .param("tenant", tenant)
                .param("doors", doors.toArray(String[]::new))
                .param("most", MAX_DOORS)
                .query((row, number) -> new Standing(row.getLong("id"), Objects.requireNonNull(Address.read(row))))
                .list();
    }

    /** The customers with one of the numbers or e-mail addresses, their own or a location's, or with one of the places. */
    List<Known> known(long tenant, Collection<String> values, Collection<Long> places) {
        return jdbc.sql("""
                with hit as (
                    select customer_id, not email as phone, email, array[]::bigint[] as places from (HELD) held
                    union all
                    select customer_id, false, false, array_agg(id)
                    from location
                    where tenant_id = :tenant and id = any(:places) and active
                    group by customer_id
                ), known as (
                    select customer_id, bool_or(phone) as phone, bool_or(email) as email, max(places) as places
                    from hit group by customer_id
                    order by bool_or(phone) or bool_or(email) desc, customer_id
                    limit :most
                )
                select c.id, c.name, c.do_not_service, k.phone, k.email, k.places
                from known k
                join customer c on c.tenant_id = :tenant and c.id = k.customer_id and c.active
                """.replace("HELD", held(":values")))
                .param("tenant", tenant)
                .param("values", values.toArray(String[]::new))
                .param("places", places.toArray(Long[]::new))
                .param("most", MAX_CUSTOMERS)
                .query(MatchStore::known)
                .list();
    }

    Set<Long> barred(long tenant, Collection<Long> bookings) {
        return jdbc.sql("""
                with asked as materialized (
                    select booking_id, normalized from booking_contact
                    where tenant_id = :tenant and booking_id = any(:bookings) and normalized is not null
                ), found as (
                    HELD
                )
                select asked.booking_id
                from found
                join customer on customer.tenant_id = :tenant and customer.id = found.customer_id
                    and customer.active and customer.do_not_service
                join asked on asked.normalized = found.normalized
                """.replace("HELD", held("array(select normalized from asked)")))
                .param("tenant", tenant)
                .param("bookings", bookings.toArray(Long[]::new))
                .query(Long.class)
                .set();
    }

    /** Whose a number or an e-mail address is. */
    record Holder(ContactDraft contact, long customer) {}

    /**
     * Lets the statements that follow in this transaction be planned for the very values that they look for, or as usual.
     * A plan for any values does not know that they are a thousand.
     */
    void planForValues(boolean on) {
        jdbc.sql("select set_config('plan_cache_mode', :mode, true)")
                .param("mode", on ? "force_custom_plan" : "auto")
                .query(String.class)
                .single();
    }

    /** The customers with each of the values, their own or a location's. */
    List<Holder> holders(long tenant, Collection<String> values) {
        return jdbc.sql("select distinct type, value, normalized, customer_id from (" + held(":values") + ") held")
                .param("values", values.toArray(String[]::new))
                .param("tenant", tenant)
                .query((row, number) -> new Holder(
                        new ContactDraft(
                                ContactType.valueOf(row.getString("type")),
                                row.getString("value"),
                                null,
                                row.getString("normalized")),
                        row.getLong("customer_id")))
                .list();
    }

    /**
     * A house number with a street in one place.
     *
     * @param place a word of its ZIP code or its city
     */
    record Door(String door, Words.Word place) {}

    /** A location at one of the doors that were asked for, and the position of that door. */
    record AtDoor(int position, long location, long customer, Address address) {}

    /** The locations in use behind each of the doors. */
    List<AtDoor> behind(long tenant, List<Door> doors) {
        Map<Long, List<Integer>> positions = new HashMap<>();
        jdbc.sql("""
                with w as materialized (
                    select word, location_id from location_word
                    where tenant_id = :tenant and field = 'hs' and word = any(:doors)
                )
                select d.position, w.location_id
                from w
                join unnest(:doors::text[], :fields::text[], :places::text[]) with ordinality
                    as d (door, field, place, position) on d.door = w.word
                where (
                    select true from location_word z
                    where z.tenant_id = :tenant and z.field = d.field and z.word = d.place
                        and z.location_id = w.location_id)
                """)
                .param("doors", doors.stream().map(Door::door).toArray(String[]::new))
                .param(
                        "fields",
                        doors.stream().map(door -> door.place().field()).toArray(String[]::new))
                .param("places", doors.stream().map(door -> door.place().text()).toArray(String[]::new))
                .param("tenant", tenant)
                .query(row -> {
                    positions
                            .computeIfAbsent(row.getLong(2), location -> new ArrayList<>())
                            .add(row.getInt(1) - 1);
                });
        List<AtDoor> found = new ArrayList<>();
        if (!positions.isEmpty()) {
            jdbc.sql("select * from location where tenant_id = :tenant and id = any(:ids) and active")
                    .param("tenant", tenant)
                    .param("ids", positions.keySet().toArray(Long[]::new))
                    .query(row -> {
                        long id = row.getLong("id");
                        long customer = row.getLong("customer_id");
                        Address address = Objects.requireNonNull(Address.read(row));
                        positions
                                .getOrDefault(id, List.of())
                                .forEach(position -> found.add(new AtDoor(position, id, customer, address)));
                    });
        }
        return found;
    }

    /** The names of those of the customers that are in use. */
    Map<Long, String> names(long tenant, Collection<Long> customers) {
        Map<Long, String> names = new HashMap<>();
        jdbc.sql("select id, name from customer where tenant_id = :tenant and id = any(:customers) and active")
                .param("tenant", tenant)
                .param("customers", customers.toArray(Long[]::new))
                .query(row -> {
                    names.put(row.getLong(1), row.getString(2));
                });
        return names;
    }

    /** Locations of customers to choose from: those at the address or one like it first, then the oldest. */
    Map<Long, List<LikelyMatch.Place>> places(long tenant, Collection<Long> customers, Map<Long, Likeness> alike) {
        Map<Long, List<LikelyMatch.Place>> places = new HashMap<>();
        jdbc.sql("""
                select l.* from unnest(:customers::bigint[]) c (id)
                cross join lateral (
                    select * from location
                    where tenant_id = :tenant and customer_id = c.id and active
                    order by id = any(:same) desc, id = any(:possible) desc, id limit :most) l
                """)
                .param("tenant", tenant)
                .param("customers", customers.toArray(Long[]::new))
                .param("same", with(Likeness.Same, alike))
                .param("possible", with(Likeness.Possible, alike))
                .param("most", MAX_PLACES)
                .query((row, number) -> places.computeIfAbsent(row.getLong("customer_id"), id -> new ArrayList<>())
                        .add(new LikelyMatch.Place(
                                row.getLong("id"),
                                row.getString("name"),
                                Objects.requireNonNull(Address.read(row)),
                                alike.getOrDefault(row.getLong("id"), Likeness.Different))))
                .list();
        return places;
    }

    private static Long[] with(Likeness likeness, Map<Long, Likeness> alike) {
        return alike.keySet().stream().filter(id -> alike.get(id) == likeness).toArray(Long[]::new);
    }

    private static String held(String values) {
        return HELD.replace("VALUES", values);
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        return new Known(
                row.getLong("id"),
                row.getString("name"),
                row.getBoolean("do_not_service"),
                row.getBoolean("phone"),
                row.getBoolean("email"),
                List.of((Long[]) row.getArray("places").getArray()));
    }
}
