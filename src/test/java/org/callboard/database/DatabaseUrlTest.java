package org.callboard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;

/** What the operator's address of a database says beside ours. */
class DatabaseUrlTest {

    @Test
    void itsOptionsHoldBesideOursAndOursBeforeThem() throws SQLException {
        DatabaseSettings.Outside owner = Server.emptyDatabase("database_url");
        String url = owner.url() + (owner.url().contains("?") ? "&" : "?")
                + "options=-c%20work_mem%3D7MB%20-c+statement_timeout=0&tcpKeepAlive=true";
        for (DatabaseTimeout timeout : DatabaseTimeout.values()) {
            Properties properties = timeout.properties();
            properties.setProperty("user", owner.user());
            properties.setProperty("password", owner.password());
            try (Connection connection = DriverManager.getConnection(timeout.in(url), properties)) {
                assertThat(setting(connection, "work_mem")).isEqualTo("7MB");
                assertThat(setting(connection, "client_connection_check_interval"))
                        .isEqualTo("2s");
                assertThat(setting(connection, "statement_timeout"))
                        .isEqualTo(
                                switch (timeout) {
                                    case QUICK -> "2500ms";
                                    case LONG -> "5min";
                                    case ENDLESS -> "0";
                                });
            }
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void whatPromisesHangOnIsRefused() {
        for (String ours : DatabaseTimeout.OURS) {
            assertThatThrownBy(() -> DatabaseSettings.from(Map.of(
                            "CALLBOARD_DATABASE_URL",
                            "jdbc:postgresql://db.example/callboard?ssl=true&" + ours + "=1",
                            "CALLBOARD_DATABASE_USER",
                            "callboard")))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("Leave " + ours + " out of CALLBOARD_DATABASE_URL: Callboard sets it itself.");
        }
        assertThat(DatabaseTimeout.QUICK.properties().stringPropertyNames())
                .as("all that we set is merged, refused or harmless")
                .containsOnlyElementsOf(java.util.stream.Stream.concat(
                                DatabaseTimeout.OURS.stream().filter(name -> !name.equals("loginTimeout")),
                                java.util.stream.Stream.of("options", "tcpKeepAlive"))
                        .toList());
    }
}
