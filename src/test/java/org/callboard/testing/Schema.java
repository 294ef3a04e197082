package org.callboard.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the migrations made, read from the catalog of the test database. */
public final class Schema {

    private static final JdbcClient JDBC = Server.bean(JdbcClient.class);

    private static final String LINES = """
            select * from (
            select t.relname, 0 as part, '' as place, fact as line
            from pg_class t
            cross join unnest(case t.relpersistence when 'u' then array['unlogged'] end || t.reloptions) fact
            where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
            union all
            select t.relname, 1, lpad(a.attnum::text, 4, '0'),
                format('%s %s%s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
                    (select ' collate ' || c.collname from pg_collation c
                        join pg_type y on y.oid = a.atttypid and y.typcollation <> c.oid where c.oid = a.attcollation),
                    case when a.attnotnull then ' not null' else '' end,
                    case a.attidentity when 'a' then ' identity always' when 'd' then ' identity' else '' end
                        || ' from ' || s.seqstart,
                    case a.attgenerated when 's' then ' generated as ' else ' default ' end
                        || pg_get_expr(d.adbin, d.adrelid))
            from pg_class t
            join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
            left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
            left join pg_depend o on o.refobjid = t.oid and o.refobjsubid = a.attnum and o.deptype = 'i'
                and o.classid = 'pg_class'::regclass
            left join pg_sequence s on s.seqrelid = o.objid
            where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
            union all
            select t.relname, 2, translate(c.contype::text, 'pufc', '1234') || pg_get_constraintdef(c.oid),
                pg_get_constraintdef(c.oid)
            from pg_constraint c
            join pg_class t on t.oid = c.conrelid
            where t.relnamespace = 'public'::regnamespace and c.contype <> 'n' -- PostgreSQL 18 lists NOT NULL here too
            union all
            select t.relname, 3, i.relname, regexp_replace(pg_get_indexdef(i.oid), ' ON public\\.\\w+', '')
            from pg_index x
            join pg_class i on i.oid = x.indexrelid
            join pg_class t on t.oid = x.indrelid
            where t.relnamespace = 'public'::regnamespace
                and not exists (select from pg_constraint c where c.conindid = i.oid and c.contype in ('p', 'u'))
            union all
            select t.relname, 4, '', case when t.relforcerowsecurity then 'row security forced'
                when t.relrowsecurity then 'row security, not for the owner' else 'no row security' end
            from pg_class t
            where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
            union all
            select t.relname, 4, 'owner', 'owned by ' || t.relowner::regrole
            from pg_class t
            where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
                and t.relowner <> (select relowner from pg_class where oid = 'tenant'::regclass)
            union all
            select tablename, 5, policyname, format('policy %s %s %s for %s using %s with check %s',
                policyname, lower(permissive), lower(cmd), array_to_string(roles, ', '), qual, with_check)
            from pg_policies where schemaname = 'public'
            union all
            select t.relname, 6, '', 'callboard_app may '
                || string_agg(lower(g.privilege_type), ', ' order by g.privilege_type)
            from pg_class t
            cross join aclexplode(t.relacl) g
            where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
                and g.grantee = 'callboard_app'::regrole
            group by t.relname
            ) facts
            order by relname, part, place collate "C", line collate "C"
            """;

    private static final String OTHERS = """
            select format('sequence %s from %s', c.relname, s.seqstart)
            from pg_class c
            join pg_sequence s on s.seqrelid = c.oid
            where c.relnamespace = 'public'::regnamespace
                and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i'))
            union all
            select format('%s %s: %s', case c.relkind when 'S' then 'sequence' else 'view' end, c.relname,
                string_agg(concat_ws(' ', nullif(g.grantee, 0)::regrole::text, lower(g.privilege_type)), ', '
                    order by g.privilege_type))
            from pg_class c
            cross join aclexplode(c.relacl) g
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('S', 'v', 'm') and g.grantee <> c.relowner
            group by c.relkind, c.relname
            union all
            select format('%s %s %s %s', case c.relkind when 'v' then 'view' else 'materialized view' end, c.relname,
                c.reloptions, pg_get_viewdef(c.oid))
            from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')
            union all
            select pg_get_functiondef(p.oid) || 'may be called by '
                || coalesce((select string_agg(coalesce(nullif(g.grantee, 0)::regrole::text, 'all'), ', ')
                    from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g where g.grantee <> p.proowner),
                    'its owner')
                || case when p.proowner <> (select relowner from pg_class where oid = 'tenant'::regclass)
                    then ', owned by ' || p.proowner::regrole else '' end
            from pg_proc p
            where p.pronamespace = 'public'::regnamespace
                and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
            union all
            select format('extension %s', extname) from pg_extension where extname <> 'plpgsql'
            union all
            select format('trigger %s', pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
            order by 1
            """;

    private Schema() {}

    /** The whole schema, table by table, one fact to a line. */
    public static List<String> dump() {
        return dump(JDBC);
    }

    /** The schema of another database. */
    public static List<String> dump(JdbcClient jdbc) {
        TreeMap<String, List<String>> tables = new TreeMap<>();
        jdbc.sql(LINES)
                .query((row, number) -> tables.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                        .add("    " + row.getString(4)))
                .list();
        List<String> lines = new ArrayList<>();
        tables.forEach((table, facts) -> {
            lines.add("table " + table);
            lines.addAll(facts);
            lines.add("");
        });
        lines.addAll(jdbc.sql(OTHERS).query(String.class).list());
        return lines.stream().flatMap(line -> Stream.of(line.split("\n"))).toList();
    }

    /** The tables that carry a tenant's rows under row-level security. */
    public static List<String> tenantTables() {
        return strings("""
                select relname from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relrowsecurity
                order by 1
                """);
    }

    /** The first column of each row that a query about the catalog gives. */
    public static List<String> strings(String sql) {
        return JDBC.sql(sql).query(String.class).list();
    }
}
