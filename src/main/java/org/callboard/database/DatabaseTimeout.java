package org.callboard.database;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How long work waits for the database. The server's own limit for a statement comes first, and leaves the connection
 * usable; the limit of the socket is for a server that says nothing at all.
 */
public enum DatabaseTimeout {
    /** Somebody waits for an answer, which is to come within five seconds. */
    QUICK(Duration.ofMillis(2500), Duration.ofSeconds(3)),

    /** Nobody waits, or the work is long by its nature. */
    LONG(Duration.ofMinutes(5), Duration.ofSeconds(310)),

    /** The start and the dump, where a statement may go over everything. */
    ENDLESS(Duration.ZERO, Duration.ZERO);

    /** What an operator's address of a database may not say otherwise: promises hang on it. */
    static final Set<String> OURS =
            Set.of("ApplicationName", "connectTimeout", "socketTimeout", "loginTimeout", "logServerErrorDetail");

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Pattern OPTIONS = Pattern.compile("([?&]options=)([^&]*)");

    private final Duration statement;
    private final Duration socket;

    DatabaseTimeout(Duration statement, Duration socket) {
        this.statement = statement;
        this.socket = socket;
    }

    /** What the driver is told when it makes a connection. */
    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "callboard");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("logServerErrorDetail", "false"); // it quotes the values of rows
        properties.setProperty("connectTimeout", Long.toString(CONNECT.toSeconds()));
        properties.setProperty("socketTimeout", Long.toString(socket.toSeconds()));
        properties.setProperty("options", options());
        return properties;
    }

    /** The address with our options behind those that it names itself, which the driver would take instead of ours. */
    String in(String url) {
        return OPTIONS.matcher(url).replaceAll(named -> {
            String theirs = URLDecoder.decode(named.group(2), StandardCharsets.UTF_8);
            return Matcher.quoteReplacement(
                    named.group(1) + URLEncoder.encode(theirs + " " + options(), StandardCharsets.UTF_8));
        });
    }

    /** A session that was cut off must not keep its locks, nor hold up the feeds of all with its transaction. */
    private String options() {
        return Map.of(
                        "statement_timeout", statement.toMillis(),
                        "client_connection_check_interval", 2000L,
                        "idle_in_transaction_session_timeout", 60_000L)
                .entrySet()
                .stream()
                .map(option -> "-c " + option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Gives a connection, outside of a transaction, this patience. */
    void on(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(socket.toMillis()));
        try (Statement set = connection.createStatement()) {
            set.execute("set statement_timeout = " + statement.toMillis());
        }
    }
}
