package org.callboard.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.callboard.database.DatabaseSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Asks PostgreSQL how it goes about each statement, under the role and the tenant that the statement runs with. */
public final class Plans {

    /**
     * A statement and the lines of its plan.
     *
     * @param values what is bound, in the order in which it was
     */
    public record Plan(String sql, String text, List<String> values) {}

    private final List<Plan> plans = new ArrayList<>();

    private static final String GROWING =
            "^(customer|location|contact|note$|tag$|custom_field_value|external_data|lead|booking"
                    + "|job|appointment|invoice|change|search_)";
    private static final String OF_SETTINGS = "^(booking_page|booking_provider|change_epoch|job_type|lead_form)";

    /**
     * Gathers statistics and lets the planner take every table that grows for so many times as long. It believes the pages
     * that a table has, so that reading one whole looks cheaper than it would be: an index that is preferred here is
     * preferred there. What it knows of values stays: ids are as many as rows, towns as few as before.
     *
     * @return the tables that it takes for long now; one without rows stays empty
     */
    public static Set<String> planAsFor(long times, DatabaseSettings.Outside owner) throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            statement.execute("analyze");
            try (ResultSet row = statement.executeQuery("""
                    select relname, pg_restore_relation_stats('schemaname', 'public', 'relname', relname::text,
                        'relpages', relpages, 'reltuples', (reltuples * %d)::real)
                    from pg_class
                    where relnamespace = 'public'::regnamespace and relkind = 'r' and reltuples > 0
                        and relname ~ '%s' and relname !~ '%s'
                    """.formatted(times, GROWING, OF_SETTINGS))) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
        }
        return tables;
    }

    /** How the statement within {@code search_documents} is run, whatever it is asked for, as its owner asks it. */
    public static String ofDocuments(String query) {
        return Server.askOwner(
                """
                set role callboard_search;
                set search_path = pg_catalog, pg_temp;
                set enable_seqscan = off;
                set plan_cache_mode = force_generic_plan;
                do $$ begin
                    execute 'prepare documents (tsquery, text, int) as '
                        || (select prosrc from pg_proc where proname = 'search_documents');
                end $$;
                """, "explain (costs off) execute documents ($q$%s$q$, 'customer', 50)".formatted(query));
    }

    /** What was asked since the last time. */
    public List<Plan> taken() {
        List<Plan> taken = List.copyOf(plans);
        plans.clear();
        return taken;
    }

    /** A client whose statements are explained and then run. */
    public JdbcClient client() {
        return JdbcClient.create(new DelegatingDataSource(Server.bean(DataSource.class)) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                return proxy(Connection.class, (method, args) -> {
                    Object result = forward(connection, method, args);
                    return method.getName().equals("prepareStatement")
                            ? statement(connection, (String) args[0], (PreparedStatement) result)
                            : result;
                });
            }
        });
    }

    private record Call(Method method, Object[] args) {}

    private PreparedStatement statement(Connection connection, String sql, PreparedStatement target) {
        List<Call> bound = new ArrayList<>();
        return proxy(PreparedStatement.class, (method, args) -> {
            if (args != null && args.length >= 2 && method.getName().startsWith("set")) {
                bound.add(new Call(method, args.clone()));
            } else if (args == null && method.getName().startsWith("execute")) {
                List<String> values =
                        bound.stream().map(call -> String.valueOf(call.args[1])).toList();
                plans.add(new Plan(sql, explain(connection, sql, bound), values));
            }
            return forward(target, method, args);
        });
    }

    private static String explain(Connection connection, String sql, List<Call> bound) throws Throwable {
        StringBuilder lines = new StringBuilder();
        try (PreparedStatement explain = connection.prepareStatement("explain (costs off) " + sql)) {
            for (Call call : bound) {
                forward(explain, call.method, call.args.clone());
            }
            try (ResultSet row = explain.executeQuery()) {
                while (row.next()) {
                    lines.append(row.getString(1)).append('\n');
                }
            }
        }
        return lines.toString();
    }

    private interface Handler {
        Object handle(Method method, Object[] args) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                Plans.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, args) -> handler.handle(method, args)));
    }

    private static Object forward(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
