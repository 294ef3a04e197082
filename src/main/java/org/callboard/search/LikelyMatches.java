package org.callboard.search;

import jakarta.servlet.http.HttpServletResponse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.callboard.addresses.Address;
import org.callboard.addresses.ContactDraft;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Finds who on record may be the person who asks: by phone and e-mail of customers and of locations, and by address. The
 * name alone makes no match, but a similar one puts a match ahead.
 */
@Service
public class LikelyMatches {

    /** The header with the ids of customers that a new record may be a second time. */
    public static final String HEADER = "Callboard-Possible-Duplicates";

    /** What an operation that answers with the header says of it. */
    public static final String DESCRIPTION =
            "The header " + HEADER + " of the answer has the ids of customers that may be"
                    + " the same: with the same number or e-mail address, or a similar name at the same address.";

    private static final int MOST = 6;
    private static final int MOST_DOORS = 1000;
    private static final double SIMILAR = 0.45;
    private static final String SAME_PHONE = "Same phone";
    private static final String SAME_EMAIL = "Same e-mail";
    private static final String SAME_ADDRESS = "Same address";
    private static final String SIMILAR_NAME = "Similar name";

    /**
     * What is known of the person, as far as it was said or typed.
     *
     * @param name empty where it is not known yet
     */
    public record Probe(
            String name,
            @Nullable String street,
            @Nullable String unit,
            @Nullable String city,
            @Nullable String zip,
            List<ContactDraft> contacts) {

        public static Probe of(String name, @Nullable Address address, List<ContactDraft> contacts) {
            return address == null
                    ? new Probe(name, null, null, null, null, contacts)
                    : new Probe(name, address.street(), address.unit(), address.city(), address.zip(), contacts);
        }
    }

    private final JdbcClient jdbc;

    LikelyMatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The likeliest first, at most six; all matches of one number are in, also two people behind it. */
    public List<LikelyMatch> of(long tenant, Probe probe) {
        String[] values = probe.contacts().stream()
                .map(ContactDraft::normalized)
                .filter(Objects::nonNull)
                .toArray(String[]::new);
        Map<Long, LikelyMatch> matches = new LinkedHashMap<>();
        Long[] same = atSameAddress(tenant, probe);
        jdbc.sql("""
                with hit as (
                    select customer_id, null::bigint as location_id,
                        bool_or(type <> 'Email') as phone, bool_or(type = 'Email') as email
                    from customer_contact
                    where tenant_id = :tenant and normalized = any(:values) and active
                    group by customer_id
                    union all
                    select l.customer_id, null, bool_or(c.type <> 'Email'), bool_or(c.type = 'Email')
                    from location_contact c
                    join location l on l.tenant_id = c.tenant_id and l.id = c.location_id
                    where c.tenant_id = :tenant and c.normalized = any(:values) and c.active
                    group by l.customer_id
                    union all
                    select customer_id, id, false, false
                    from location
                    where tenant_id = :tenant and id = any(:same) and active
                ), candidate as (
                    select customer_id, bool_or(phone) as phone, bool_or(email) as email,
                        array_agg(location_id) filter (where location_id is not null) as same
                    from hit group by customer_id limit 100
                )
                select c.id, c.name, c.do_not_service, m.phone, m.email, similarity(c.name, :name) as alike,
                    l.id as location_id, l.name as location_name, l.street, l.unit, l.city, l.state, l.zip, l.country,
                    coalesce(l.id = any(m.same), false) as same, m.same is not null as same_address
                from candidate m
                join customer c on c.tenant_id = :tenant and c.id = m.customer_id and c.active
                left join location l on l.tenant_id = c.tenant_id and l.customer_id = c.id and l.active
                order by m.phone::int * 40 + m.email::int * 40 + (m.same is not null)::int * 35
                    + similarity(c.name, :name) * 20 desc, c.id, same desc, l.id
                limit 200
                """)
                .param("tenant", tenant)
                .param("values", values)
                .param("same", same)
                .param("name", probe.name())
                .query((row, number) -> {
                    matches.computeIfAbsent(row.getLong("id"), id -> match(row, id));
                    LikelyMatch.Place place = place(row);
                    if (place != null) {
                        Objects.requireNonNull(matches.get(row.getLong("id")))
                                .locations()
                                .add(place);
                    }
                    return number;
                })
                .list();
        return matches.values().stream().limit(MOST).toList();
    }

    /**
     * The customers that a new record may be a second time: those with the same number or e-mail address, and those with
     * a similar name at the same address. In the order of {@link #of}.
     */
    public List<Long> duplicates(long tenant, Probe probe) {
        return of(tenant, probe).stream()
                .filter(match -> match.reasons().contains(SAME_PHONE)
                        || match.reasons().contains(SAME_EMAIL)
                        || match.reasons().containsAll(List.of(SAME_ADDRESS, SIMILAR_NAME)))
                .map(LikelyMatch::customerId)
                .toList();
    }

    /** Says in an answer of the API which customers may be the same; without any it says nothing. */
    public static void announce(HttpServletResponse response, List<Long> customers) {
        if (!customers.isEmpty()) {
            response.setHeader(HEADER, customers.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
    }

    private static LikelyMatch match(ResultSet row, long id) {
        try {
            List<String> reasons = new ArrayList<>();
            if (row.getBoolean("phone")) {
                reasons.add(SAME_PHONE);
            }
            if (row.getBoolean("email")) {
                reasons.add(SAME_EMAIL);
            }
            if (row.getBoolean("same_address")) {
                reasons.add(SAME_ADDRESS);
            }
            if (row.getDouble("alike") >= SIMILAR) {
                reasons.add(SIMILAR_NAME);
            }
            return new LikelyMatch(
                    id, row.getString("name"), row.getBoolean("do_not_service"), reasons, new ArrayList<>());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LikelyMatch.@Nullable Place place(ResultSet row) throws SQLException {
        Address address = Address.read(row);
        return address == null
                ? null
                : new LikelyMatch.Place(
                        row.getLong("location_id"), row.getString("location_name"), address, row.getBoolean("same"));
    }

    private record Standing(long id, Address address) {}

    /** The words find where a house number and a street meet; what is left is compared as people would. */
    private Long[] atSameAddress(long tenant, Probe probe) {
        SameAddress address = SameAddress.of(probe.street(), probe.unit(), probe.city(), probe.zip());
        List<String> doors = address.doors();
        if (doors.isEmpty()) {
            return new Long[0];
        }
        return jdbc
                .sql("""
                select * from location
                where tenant_id = :tenant and active and id in (
                    select location_id from location_word
                    where tenant_id = :tenant and field = 'hs' and word = any(:doors)
                    limit :most)
                """)
                .param("tenant", tenant)
                .param("doors", doors.toArray(String[]::new))
                .param("most", MOST_DOORS)
                .query((row, number) -> new Standing(row.getLong("id"), Objects.requireNonNull(Address.read(row))))
                .list()
                .stream()
                .filter(one -> address.is(one.address()))
                .map(Standing::id)
                .toArray(Long[]::new);
    }
}
