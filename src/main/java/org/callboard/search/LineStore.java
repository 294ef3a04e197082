package org.callboard.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.callboard.addresses.Address;
import org.callboard.contactpoints.ContactType;
import org.callboard.contactpoints.PhoneSearch;
import org.callboard.database.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the search box shows of the records that were found. */
@Repository
class LineStore {

    /**
     * What a result shows of a record.
     *
     * @param repeats whether it is a location with its customer's own name and address
     * @param number who called or is called back, E.164; null for other kinds
     */
    record Line(
            Kind kind,
            long id,
            @Nullable Long customerId,
            String name,
            @Nullable Address address,
            boolean active,
            boolean doNotService,
            @Nullable Long mergedToId,
            @Nullable String state,
            @Nullable Long jobId,
            boolean repeats,
            @Nullable String number) {}

    /**
     * A number or address in a contact of a record.
     *
     * @param value the contact's, as it was typed
     * @param lexemes what it is found by
     */
    record Contact(Kind kind, long owner, ContactType type, String value, List<String> lexemes) {

        boolean isOf(Line line) {
            return kind == line.kind && owner == line.id;
        }
    }

    private static final Map<Kind, String> LINES = Map.of(
            Kind.Customer,
            """
            select r.*, r.id as customer_id, null as state_word, false as repeats from customer r
            where r.tenant_id = :tenant and r.id = any(:ids)
            """,
            Kind.Location,
            """
            select r.*, c.do_not_service, null as state_word,
                (r.name, r.street, r.unit, r.city, r.state, r.zip)
                    is not distinct from (c.name, c.street, c.unit, c.city, c.state, c.zip) as repeats
            from location r
            join customer c on c.tenant_id = r.tenant_id and c.id = r.customer_id
            where r.tenant_id = :tenant and r.id = any(:ids)
            """,
            Kind.Lead,
            """
            select r.id, r.customer_id, coalesce(r.lead_customer_name, c.name, '') as name, r.active,
                coalesce(c.do_not_service, false) as do_not_service, null::bigint as merged_to_id,
                r.status as state_word, false as repeats, a.*
            from lead r
            left join customer c on c.tenant_id = r.tenant_id and c.id = r.customer_id
            left join location l on l.tenant_id = r.tenant_id and l.id = r.location_id
            cross join lateral (
                select r.lead_street, r.lead_unit, r.lead_city, r.lead_state, r.lead_zip, r.lead_country
                where r.lead_street is not null
                union all
                select l.street, l.unit, l.city, l.state, l.zip, l.country where r.lead_street is null
            ) a (street, unit, city, state, zip, country)
            where r.tenant_id = :tenant and r.id = any(:ids)
            """,
            Kind.Booking,
            """
            select r.*, null::bigint as customer_id, true as active, false as do_not_service,
                null::bigint as merged_to_id, r.status as state_word, false as repeats
            from booking r
            where r.tenant_id = :tenant and r.id = any(:ids)
            """,
            Kind.Job,
            """
            select r.id, r.customer_id, c.name, l.street, l.unit, l.city, l.state, l.zip, l.country, true as active,
                c.do_not_service, null::bigint as merged_to_id, r.status as state_word, false as repeats
            from job r
            join customer c on c.tenant_id = r.tenant_id and c.id = r.customer_id
            join location l on l.tenant_id = r.tenant_id and l.id = r.location_id
            where r.tenant_id = :tenant and r.id = any(:ids)
            """,
            Kind.Invoice,
            """
            select r.id, r.customer_id, r.job_id, c.name, l.street, l.unit, l.city, l.state, l.zip, l.country,
                true as active, c.do_not_service, null::bigint as merged_to_id, null as state_word, false as repeats
            from invoice r
            join customer c on c.tenant_id = r.tenant_id and c.id = r.customer_id
            join location l on l.tenant_id = r.tenant_id and l.id = r.location_id
            where r.tenant_id = :tenant and r.id = any(:ids)
            """);

    private final JdbcClient jdbc;

    LineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is shown of records, in no order. */
    List<Line> of(Kind kind, long tenant, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(Objects.requireNonNull(LINES.get(kind)))
                        .param("tenant", tenant)
                        .param("ids", ids.toArray(Long[]::new))
                        .query((row, number) -> line(kind, row))
                        .list();
    }

    /** The numbers and addresses of records, as they are typed and as they are found. */
    List<Contact> contacts(long tenant, List<Line> of) {
        return of.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select p.*, coalesce(e.type, b.type, case when p.entry_id = 1 then 'Phone' else 'Email' end) as type,
                            coalesce(e.value, b.value, case when p.entry_id = 1 then l.lead_phone else l.lead_email end)
                                as value
                        from unnest(:kinds::text[], :ids::bigint[]) o (kind, id)
                        join contact_point p on p.tenant_id = :tenant and p.owner_kind = o.kind and p.owner_id = o.id
                        left join contact_entry e on e.tenant_id = :tenant and e.owner_kind = o.kind and e.owner_id = o.id
                            and e.id = p.entry_id
                        left join booking_contact b on o.kind = 'booking' and b.tenant_id = :tenant and b.id = p.entry_id
                        left join lead l on o.kind = 'lead' and l.tenant_id = :tenant and l.id = o.id
                        order by p.entry_id, p.position
                        """)
                        .param("tenant", tenant)
                        .param(
                                "kinds",
                                of.stream().map(line -> line.kind.word()).toArray(String[]::new))
                        .param("ids", of.stream().map(Line::id).toArray(Long[]::new))
                        .query((row, number) -> contact(tenant, row))
                        .list();
    }

    private static Line line(Kind kind, ResultSet row) throws SQLException {
        return new Line(
                kind,
                row.getLong("id"),
                Rows.longOrNull(row, "customer_id"),
                row.getString("name"),
                Address.read(row),
                row.getBoolean("active"),
                row.getBoolean("do_not_service"),
                Rows.longOrNull(row, "merged_to_id"),
                row.getString("state_word"),
                kind == Kind.Invoice ? Rows.longOrNull(row, "job_id") : null,
                row.getBoolean("repeats"),
                null);
    }

    private static Contact contact(long tenant, ResultSet row) throws SQLException {
        Kind kind = Kind.of(row.getString("owner_kind"));
        Lexemes lexemes = Lexemes.of(Objects.requireNonNull(kind.owner), tenant);
        boolean email = row.getBoolean("email");
        List<String> all = new ArrayList<>();
        for (String column : List.of("form", "middle", "tail")) {
            String part = row.getString(column);
            if (part != null) {
                all.add(email ? lexemes.email(part) : lexemes.number(PhoneSearch.digits(part)));
            }
        }
        String form = row.getString("form");
        all.add(email ? lexemes.emailEnding(form) : lexemes.numberEnding(PhoneSearch.digits(form)));
        return new Contact(
                kind, row.getLong("owner_id"), ContactType.valueOf(row.getString("type")), row.getString("value"), all);
    }
}
