package org.callboard.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** The connections of {@link TenantDataSource}. */
final class TenantConnection implements InvocationHandler {

    private static final String SET_TENANT = "select set_config('callboard.tenant', ?, true)";
    private static final Map<String, String> PREFIXED = new ConcurrentHashMap<>();
    private static final int MAX_PREFIXED = 2000; // lists put their statements together; there is an end to them
    private static final ClassLoader LOADER = TenantConnection.class.getClassLoader();

    private final Connection target;

    /** The tenant that the open transaction runs for, null while there is none. */
    private @Nullable Long applied;

    private final Supplier<@Nullable Long> tenants;

    private final CircuitBreaker breaker;

    /** What the connection was given when it was taken out of the pool, and is rid of on its way back. */
    private final DatabaseTimeout timeout;

    private TenantConnection(
            Connection target, Supplier<@Nullable Long> tenants, CircuitBreaker breaker, DatabaseTimeout timeout) {
        this.target = target;
        this.tenants = tenants;
        this.breaker = breaker;
        this.timeout = timeout;
    }

    static Connection wrap(
            Connection target, Supplier<@Nullable Long> tenants, CircuitBreaker breaker, DatabaseTimeout timeout) {
        return (Connection) Proxy.newProxyInstance(
                LOADER, new Class<?>[] {Connection.class}, new TenantConnection(target, tenants, breaker, timeout));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable {
        try {
            return run(proxy, method, args);
        } catch (SQLException e) {
            breaker.failed(e);
            throw e;
        }
    }

    private @Nullable Object run(Object proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable {
        String name = method.getName();
        if (args == null) {
            switch (name) {
                case "close" -> calm();
                case "commit", "rollback" -> applied = null;
                case "createStatement" -> applyInTransaction();
                case "hashCode" -> {
                    return System.identityHashCode(proxy);
                }
                default -> {}
            }
        } else {
            switch (name) {
                case "prepareStatement" -> {
                    return prepare(method, args);
                }
                case "setAutoCommit" -> applied = null;
                case "equals" -> {
                    return proxy == args[0];
                }
                default -> {}
            }
        }
        return forward(target, method, args);
    }

    private void calm() throws SQLException {
        if (timeout == DatabaseTimeout.QUICK || target.isClosed()) {
            return;
        }
        try {
            if (!target.getAutoCommit()) {
                target.rollback();
                target.setAutoCommit(true);
            }
            DatabaseTimeout.QUICK.on(target);
        } catch (SQLException e) {
            breaker.failed(e); // the pool learns by itself that the connection is broken
        }
    }

    private @Nullable Object prepare(Method method, @Nullable Object[] args) throws Throwable {
        Long tenant = tenants.get();
        if (tenant == null || !target.getAutoCommit()) {
            applyInTransaction();
            return wrap((PreparedStatement) Objects.requireNonNull(forward(target, method, args)), 0);
        }
        args[0] = prefixed(String.valueOf(args[0]));
        PreparedStatement statement = (PreparedStatement) Objects.requireNonNull(forward(target, method, args));
        statement.setString(1, tenant.toString());
        return wrap(statement, 1);
    }

    /** The same string for the same statement, since the driver looks its prepared statements up by it. */
    private static String prefixed(String sql) {
        String known = PREFIXED.get(sql);
        if (known == null) {
            known = SET_TENANT + "; " + sql;
            if (PREFIXED.size() < MAX_PREFIXED) {
                PREFIXED.put(sql, known);
            }
        }
        return known;
    }

    private Object wrap(PreparedStatement statement, int ahead) {
        return Proxy.newProxyInstance(
                LOADER, new Class<?>[] {PreparedStatement.class}, new Statement(statement, ahead, breaker));
    }

    private void applyInTransaction() throws SQLException {
        Long tenant = tenants.get();
        if (tenant == null || tenant.equals(applied) || target.getAutoCommit()) {
            return;
        }
        if (applied != null) {
            throw new IllegalStateException("one transaction can't serve two tenants");
        }
        try (PreparedStatement set = target.prepareStatement(SET_TENANT)) {
            set.setString(1, tenant.toString());
            set.execute();
        }
        applied = tenant;
    }

    private static @Nullable Object forward(Object target, Method method, @Nullable Object @Nullable [] args)
            throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /**
     * A statement that may stand behind the setting of the tenant: its parameters count from one further, and its result
     * is the second. It also lets {@link Instant} through, which the driver doesn't know.
     */
    private record Statement(PreparedStatement target, int ahead, CircuitBreaker breaker) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args)
                throws Throwable {
            try {
                Object result = run(proxy, method, args);
                if (method.getName().startsWith("execute")) {
                    breaker.worked();
                }
                return result;
            } catch (SQLException e) {
                breaker.failed(e);
                throw e;
            }
        }

        private @Nullable Object run(Object proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable {
            String name = method.getName();
            if (args != null && args.length >= 2 && name.startsWith("set") && args[0] instanceof Integer index) {
                args[0] = index + ahead;
                if (ahead > 0 && (args[1] == null || name.equals("setNull"))) {
                    dontPrepareOnServer();
                }
                if (args[1] instanceof Instant instant) {
                    args[1] = instant.atOffset(ZoneOffset.UTC);
                }
            } else if (ahead > 0 && args == null) {
                switch (name) {
                    case "execute" -> {
                        target.execute();
                        return target.getMoreResults();
                    }
                    case "executeQuery" -> {
                        target.execute();
                        target.getMoreResults();
                        return target.getResultSet();
                    }
                    case "executeUpdate" -> {
                        target.execute();
                        target.getMoreResults();
                        return target.getUpdateCount();
                    }
                    case "addBatch", "executeBatch" ->
                        throw new IllegalStateException("a batch needs a transaction around it");
                    default -> {}
                }
            } else if (args != null && args.length == 1 && name.equals("equals")) {
                return proxy == args[0];
            } else if (args == null && name.equals("hashCode")) {
                return System.identityHashCode(proxy);
            }
            return forward(target, method, args);
        }

        /**
         * Of a prepared statement with a value of no type the driver has the server describe its columns; where these may be
         * of any length it ends the transaction ahead of it the next time, so that its answers fit into the buffers. Then the
         * tenant would be forgotten, and nothing found.
         */
        private void dontPrepareOnServer() throws SQLException {
            target.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    }
}
