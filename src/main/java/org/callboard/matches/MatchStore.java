package org.callboard.matches;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.callboard.addresses.Address;
import org.callboard.addresses.Likeness;
import org.callboard.contactpoints.NormalizedContact;
import org.callboard.database.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads whom a number, an e-mail address or a postal address belongs to. Only records in use count. */
@Repository
class MatchStore {

    /** A large house has many units, and a number and a street without a postcode may be in many towns. */
    private static final int MAX_LOCATIONS = 1000;

    private static final int MAX_PLACES = 20;

    /** So many with one number are enough to see that it tells nobody apart, and to choose from. */
    private static final int MAX_HOLDERS = 50;

    /**
     * Who has a number or an e-mail address {@code asked}. The kind of the owner is compared so that no index serves it
     * ("is true"): the one of the forms is then far the best, also where PostgreSQL knows nothing yet of what is kept.
     */
    private static final String HELD = """
            select p.email, p.form, p.extension, case p.owner_kind when 'customer' then p.owner_id else (
                select l.customer_id from location l where l.tenant_id = :tenant and l.id = p.owner_id) end as customer_id
            from contact_point p
            where p.tenant_id = :tenant and p.form = asked.form and (p.owner_kind in ('customer', 'location')) is true
                and %s limit %d
            """;

    /** With the very extension. */
    private static final String HAVE_SAME = HELD.formatted("p.extension = asked.extension", MAX_HOLDERS);

    /** The same, and who has its main number alone, or any of its extensions where that is asked for. */
    private static final String HAVE_IT = "(" + HAVE_SAME + ") union all ("
            + HELD.formatted(
                    "p.extension <> asked.extension and (p.extension = '' or asked.extension = '')", MAX_HOLDERS)
            + ")";

    /**
     * Somebody on record who is in use.
     *
     * @param formerNames those of customers that were merged into it
     */
    record Person(long id, String name, Set<String> formerNames, Traits.Kind kind, boolean doNotService) {

        Set<String> names() {
            Set<String> names = new LinkedHashSet<>(formerNames);
            names.add(name);
            return names;
        }
    }

    /**
     * A customer with a number or an e-mail address, its own or a location's.
     *
     * @param extension empty for none
     */
    record Holder(String form, String extension, boolean email, long customer) {

        String identity() {
            return NormalizedContact.identity(form, extension);
        }
    }

    private final JdbcClient jdbc;

    MatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who has each of the numbers and e-mail addresses.
     *
     * @param extensions whether the extensions of a number, and its main number, are looked for too
     */
    List<Holder> holders(long tenant, Collection<NormalizedContact> asked, boolean extensions) {
        return asked.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select distinct held.email, held.form, held.extension, held.customer_id
                        from unnest(:forms::text[], :extensions::text[]) as asked (form, extension)
                        cross join lateral (HELD) held
                        """.replace("HELD", extensions ? HAVE_IT : HAVE_SAME))
                        .param(
                                "forms",
                                asked.stream().map(NormalizedContact::form).toArray(String[]::new))
                        .param(
                                "extensions",
                                asked.stream().map(NormalizedContact::extension).toArray(String[]::new))
                        .param("tenant", tenant)
                        .query((row, number) -> new Holder(
                                row.getString("form"),
                                row.getString("extension"),
                                row.getBoolean("email"),
                                row.getLong("customer_id")))
                        .list();
    }

    /** Those of the customers that are in use. */
    Map<Long, Person> people(long tenant, Collection<Long> customers) {
        Map<Long, Person> people = new HashMap<>();
        if (!customers.isEmpty()) {
            jdbc.sql("""
                    select c.id, c.name, c.type, c.do_not_service, array(
                        select m.name from customer m where m.tenant_id = :tenant and m.merged_to_id = c.id) as former
                    from customer c where c.tenant_id = :tenant and c.id = any(:customers) and c.active
                    """)
                    .param("tenant", tenant)
                    .param("customers", customers.toArray(Long[]::new))
                    .query(row -> {
                        long id = row.getLong("id");
                        Traits.Kind kind = Traits.Kind.valueOf(row.getString("type"));
                        Set<String> former = Set.copyOf(Objects.requireNonNull(Rows.textsOrNull(row, "former")));
                        people.put(
                                id,
                                new Person(id, row.getString("name"), former, kind, row.getBoolean("do_not_service")));
                    });
        }
        return people;
    }

    /** As {@link LikelyMatches#holdersOf}. */
    static String holdersOf(String number) {
        return """
                (
                    select distinct customer.id, customer.name
                    from (select %s as form, '' as extension) asked
                    cross join lateral (HELD) held
                    join customer on customer.tenant_id = :tenant and customer.id = held.customer_id and customer.active
                )""".formatted(number).replace("HELD", HAVE_IT);
    }

    /** Who in use has each of the numbers, by name. */
    Map<String, List<LikelyMatches.NumberHolder>> numberHolders(long tenant, Collection<String> numbers) {
        Map<String, List<LikelyMatches.NumberHolder>> holders = new HashMap<>();
        jdbc.sql("""
                select distinct held.form, customer.name, customer.id, customer.do_not_service
                from (select form, '' as extension from unnest(:forms::text[]) form) asked
                cross join lateral (HELD) held
                join customer on customer.tenant_id = :tenant and customer.id = held.customer_id and customer.active
                order by customer.name, customer.id
                """.replace("HELD", HAVE_IT))
                .param("tenant", tenant)
                .param("forms", numbers.toArray(String[]::new))
                .query(row -> {
                    holders.computeIfAbsent(row.getString("form"), form -> new ArrayList<>())
                            .add(new LikelyMatches.NumberHolder(
                                    row.getLong("id"), row.getString("name"), row.getBoolean("do_not_service")));
                });
        return holders;
    }

    /** What people give who have none says nothing of who they are. */
    Set<Long> barred(long tenant, Collection<Long> bookings) {
        return jdbc.sql("""
                select asked.owner_id
                from contact_point asked
                cross join lateral (HELD) held
                join customer on customer.tenant_id = :tenant and customer.id = held.customer_id
                    and customer.active and customer.do_not_service
                where asked.tenant_id = :tenant and asked.owner_kind = 'booking' and asked.owner_id = any(:bookings)
                    and asked.attaches
                """.replace("HELD", HAVE_IT))
                .param("tenant", tenant)
                .param("bookings", bookings.toArray(Long[]::new))
                .query(Long.class)
                .set();
    }

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

    /** A location at one of the doors that were asked for, and the position of that door. */
    record AtDoor(int position, long location, long customer, Address address) {}

    /** The locations in use behind each of the doors. */
    List<AtDoor> behind(long tenant, List<DoorRange> doors) {
        Map<Long, List<Integer>> positions = new LinkedHashMap<>();
        jdbc.sql("""
                select asked.position, behind.location_id
                from unnest(:doors::text[], :from::text[], :to::text[]) with ordinality
                    as asked (door, first, last, position)
                cross join lateral (
                    select location_id from location_door d
                    where d.tenant_id = :tenant and d.door = asked.door
                        and d.postcode >= asked.first and d.postcode <= asked.last
                    limit :most) behind
                """)
                .param("doors", doors.stream().map(DoorRange::door).toArray(String[]::new))
                .param("from", doors.stream().map(DoorRange::from).toArray(String[]::new))
                .param("to", doors.stream().map(DoorRange::to).toArray(String[]::new))
                .param("tenant", tenant)
                .param("most", MAX_LOCATIONS)
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
}
