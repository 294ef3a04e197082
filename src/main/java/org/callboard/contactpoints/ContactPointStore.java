package org.callboard.contactpoints;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.callboard.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ContactPointStore {

    /** A number or address in an entry's value. */
    record Point(
            long ownerId, long entryId, int position, boolean email, String form, String extension, boolean attaches) {

        static Stream<Point> of(TypedContact entry, ParsedContact read) {
            List<NormalizedContact> found = read.lookedFor();
            return IntStream.range(0, found.size()).mapToObj(i -> {
                NormalizedContact one = found.get(i);
                return new Point(
                        entry.owner(),
                        entry.entry(),
                        i,
                        one.kind() == ContactType.Email,
                        one.form(),
                        one.extension(),
                        one.attaches());
            });
        }
    }

    private static final RecordMapper<Point> POINTS = RecordMapper.of(Point.class);

    private static final String INSERT = POINTS.sql("""
            insert into contact_point (tenant_id, owner_kind, COLUMNS)
            select :tenant, :kind, COLUMNS from unnest(ARRAYS) as p (COLUMNS)
            """);

    private static final String PUT = POINTS.sql("""
            with given as (
                select COLUMNS from unnest(ARRAYS) as p (COLUMNS)
            ), gone as (
                delete from contact_point p
                using unnest(:owners::bigint[], :entries::bigint[]) as e (owner, entry)
                where p.tenant_id = :tenant and p.owner_kind = :kind and p.owner_id = e.owner and p.entry_id = e.entry
                    and not exists (
                        select from given g
                        where g.owner_id = p.owner_id and g.entry_id = p.entry_id and g.position = p.position)
            )
            insert into contact_point (tenant_id, owner_kind, COLUMNS)
            select :tenant, :kind, COLUMNS from given g
            where not exists (
                select from contact_point s
                where s.tenant_id = :tenant and s.owner_kind = :kind and s.owner_id = g.owner_id
                    and s.entry_id = g.entry_id and s.position = g.position
                    and (s.email, s.form, s.extension, s.attaches) = (g.email, g.form, g.extension, g.attaches))
            on conflict (tenant_id, owner_kind, owner_id, entry_id, position) do update
            set email = excluded.email, form = excluded.form, extension = excluded.extension, attaches = excluded.attaches
            """);

    private final JdbcClient jdbc;

    ContactPointStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ContactOwner kind, long tenant, List<Point> points) {
        if (!points.isEmpty()) {
            bind(INSERT, kind, tenant, points).update();
        }
    }

    /** @param entries all whose points are given; one may have none */
    void put(ContactOwner kind, long tenant, List<TypedContact> entries, List<Point> points) {
        bind(PUT, kind, tenant, points)
                .param("owners", entries.stream().map(TypedContact::owner).toArray(Long[]::new))
                .param("entries", entries.stream().map(TypedContact::entry).toArray(Long[]::new))
                .update();
    }

    void remove(ContactOwner kind, long tenant, long owner, Collection<Long> entries) {
        jdbc.sql("""
                delete from contact_point
                where tenant_id = :tenant and owner_kind = :kind and owner_id = :owner and entry_id = any(:entries)
                """)
                .param("tenant", tenant)
                .param("kind", kind.name())
                .param("owner", owner)
                .param("entries", entries.toArray(Long[]::new))
                .update();
    }

    Map<Long, Set<String>> forms(ContactOwner kind, long tenant, Collection<Long> owners) {
        Map<Long, Set<String>> forms = new HashMap<>();
        jdbc.sql("""
                select entry_id, form, extension from contact_point
                where tenant_id = :tenant and owner_kind = :kind and owner_id = any(:owners)
                """)
                .param("tenant", tenant)
                .param("kind", kind.name())
                .param("owners", owners.toArray(Long[]::new))
                .query(row -> {
                    forms.computeIfAbsent(row.getLong(1), entry -> new TreeSet<>())
                            .add(row.getString(2) + " " + row.getString(3));
                });
        return forms;
    }

    void move(ContactOwner kind, long tenant, long from, long to, Collection<Long> entries) {
        jdbc.sql("""
                update contact_point set owner_id = :to
                where tenant_id = :tenant and owner_kind = :kind and owner_id = :from and entry_id = any(:entries)
                """)
                .param("to", to)
                .param("tenant", tenant)
                .param("kind", kind.name())
                .param("from", from)
                .param("entries", entries.toArray(Long[]::new))
                .update();
    }

    private JdbcClient.StatementSpec bind(String sql, ContactOwner kind, long tenant, List<Point> points) {
        return jdbc.sql(sql)
                .params(POINTS.arrays(points))
                .param("tenant", tenant)
                .param("kind", kind.name());
    }
}
