package org.callboard.bench.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.callboard.bench.Opened;
import org.callboard.bench.search.Kind.Of;
import org.callboard.database.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is searched for: active customers and locations from all over the large company, always the same ones. */
final class People {

    private static final int AT_ONCE = 500;

    private static final String CONTACTS = """
            (select value from contact_entry x where x.tenant_id = r.tenant_id and x.owner_kind = :kind
                and x.owner_id = r.id and x.type <> 'Email' and x.active order by x.id limit 1) as phone,
            (select value from contact_entry x where x.tenant_id = r.tenant_id and x.owner_kind = :kind
                and x.owner_id = r.id and x.type = 'Email' and x.active order by x.id limit 1) as email
            """;

    /** A location at the door of its customer is found as the customer. */
    private static final Map<Of, String> NEXT = Map.of(
            Of.CUSTOMER,
            "select r.*, r.name as owner, " + CONTACTS + """
            from customer r
            where r.tenant_id = :tenant and r.id >= point.id and r.active and position(' ' in r.name) > 0
            order by r.id limit 1
            """,
            Of.LOCATION,
            "select r.*, c.name as owner, " + CONTACTS + """
            from location r join customer c on c.tenant_id = r.tenant_id and c.id = r.customer_id
            where r.tenant_id = :tenant and r.id >= point.id and r.active and c.active and r.street <> c.street
            order by r.id limit 1
            """);

    private final JdbcClient jdbc;
    private final long tenant;

    People(Opened opened) {
        jdbc = opened.context().getBean(JdbcClient.class);
        tenant = opened.number("TENANT");
    }

    List<Known> some(Of of, int count, long seed) {
        Random random = new Random(seed);
        return Caller.system(tenant).call(() -> {
            long first = end(of, "min");
            long last = end(of, "max");
            List<Known> all = new ArrayList<>();
            while (all.size() < count) {
                List<Long> points = Stream.generate(() -> first + (long) (random.nextDouble() * (last - first)))
                        .limit(Math.min(AT_ONCE, count - all.size()))
                        .toList();
                all.addAll(next(of, points));
            }
            return all;
        });
    }

    private long end(Of of, String which) {
        return jdbc.sql("select " + which + "(id) from " + of.word() + " where tenant_id = :tenant")
                .param("tenant", tenant)
                .query(Long.class)
                .single();
    }

    /** The first ones from these ids on, in their order. */
    private List<Known> next(Of of, List<Long> points) {
        return jdbc.sql("""
                select one.* from unnest(cast(:points as bigint[])) with ordinality as point (id, number)
                cross join lateral (%s) one order by point.number
                """.formatted(NEXT.get(of)))
                .param("tenant", tenant)
                .param("kind", of.word())
                .param("points", points.toArray(Long[]::new))
                .query((row, number) -> new Known(
                        of,
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("owner"),
                        row.getString("street"),
                        text(row.getString("unit")),
                        row.getString("city"),
                        row.getString("state"),
                        row.getString("zip"),
                        row.getString("phone"),
                        row.getString("email")))
                .list();
    }

    private static @Nullable String text(@Nullable String text) {
        return Stream.ofNullable(text)
                .filter(some -> !some.isBlank())
                .findFirst()
                .orElse(null);
    }
}
