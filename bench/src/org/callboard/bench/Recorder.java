package org.callboard.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.callboard.testing.Statements;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The application's own way to the database, with a note of each statement, its values and how long it took; a statement
 * can then be explained with the same values, as the same role and for the same company.
 */
public final class Recorder extends DelegatingDataSource {

    private static final ClassLoader LOADER = Recorder.class.getClassLoader();

    /** One statement as it ran; {@code values} are the calls that set its parameters. */
    public record Ran(String sql, List<Call> values, long nanos) {}

    /** A value that was set: its place and itself are the first two arguments. */
    public record Call(Method method, Object[] args) {}

    private final ConcurrentLinkedQueue<Ran> notes = new ConcurrentLinkedQueue<>();

    public Recorder(DataSource target) {
        super(target);
    }

    /** Puts a recorder before the application's way to the database. */
    public static final class Everywhere implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource source ? new Recorder(source) : bean;
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection target = super.getConnection();
        return (Connection) Proxy.newProxyInstance(LOADER, new Class<?>[] {Connection.class}, (proxy, method, args) -> {
            Object result = forward(target, method, args);
            return method.getName().equals("prepareStatement")
                    ? noting((PreparedStatement) result, String.valueOf(args[0]))
                    : result;
        });
    }

    private Object noting(PreparedStatement target, String sql) {
        Map<Object, Call> values = new LinkedHashMap<>();
        return Proxy.newProxyInstance(LOADER, new Class<?>[] {PreparedStatement.class}, (proxy, method, args) -> {
            if (args != null && args.length >= 2 && method.getName().startsWith("set")) {
                values.put(args[0], new Call(method, args.clone()));
            }
            long start = System.nanoTime();
            Object result = forward(target, method, args);
            if (method.getName().startsWith("execute") && isAsked()) {
                notes.add(new Ran(sql, List.copyOf(values.values()), System.nanoTime() - start));
            }
            return result;
        });
    }

    /** On behalf of a request or of this program, and not in the background. */
    private static boolean isAsked() {
        String thread = Thread.currentThread().getName();
        return thread.equals("main") || thread.startsWith(Statements.REQUESTS);
    }

    /** What reads the tables that grow. */
    private static boolean isSearch(String sql) {
        return sql.strip().matches("(?is)(select|with)\\b.*")
                && sql.matches(
                        "(?is).*\\b(from|join)\\s+(customer|location|booking|contact|note|lead|job|appointment|invoice|change|search)"
                                + "(_\\w+)?\\b.*");
    }

    /** The searches since the last call, in their order. */
    List<Ran> take() {
        return takeAll().stream().filter(ran -> isSearch(ran.sql)).toList();
    }

    /** All statements since the last call, in their order. */
    public List<Ran> takeAll() {
        List<Ran> all = new ArrayList<>();
        for (Ran ran = notes.poll(); ran != null; ran = notes.poll()) {
            all.add(ran);
        }
        return all;
    }

    /** The plan by which PostgreSQL runs the statement, which it does once more. A caller must be bound. */
    List<String> explain(Ran ran) throws SQLException {
        try (Connection connection = super.getConnection()) {
            connection.setAutoCommit(false); // nothing that is counted within a transaction is taken away meanwhile
            int before = documents(connection);
            try (PreparedStatement statement =
                    connection.prepareStatement("explain (analyze, buffers, costs off, timing off) " + ran.sql)) {
                for (Call call : ran.values) {
                    forward(statement, call.method, call.args.clone());
                }
                List<String> lines = lines(statement);
                if (documents(connection) > before) {
                    lines.add("->  Bitmap Index Scan on search_document_by_lexeme (within search_documents)");
                }
                return lines;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static List<String> lines(PreparedStatement statement) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                lines.add(row.getString(1));
            }
        }
        return lines;
    }

    /** How often the index of the documents was used so far: what runs within {@code search_documents} is in no plan. */
    private static int documents(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select pg_stat_get_xact_numscans('search_document_by_lexeme'::regclass)::text")) {
            return Integer.parseInt(lines(statement).getFirst());
        }
    }

    private static Object forward(Object target, Method method, Object[] args) throws SQLException {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
