package org.callboard.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.callboard.database.DatabaseSettings;
import org.callboard.testing.Api;
import org.callboard.testing.CallboardProcess;
import org.callboard.testing.Eventually;
import org.callboard.testing.ScriptedSmtp;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills Callboard while a mail server has a mail and has not answered yet. */
class CrashTest {

    private final DatabaseSettings.Outside database = Server.emptyDatabase("mail_crash");

    @TempDir
    Path data;

    private String tenant;

    @Test
    void aMailThatWasHandedOverWhenItDiedIsNotSentAgain() throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp(step -> step.equals("END") ? ScriptedSmtp.SILENCE : null);
                CallboardProcess callboard = new CallboardProcess("mail-crash-test", data, environment(server))) {
            callboard.start();
            tenant = callboard.tenant();
            long booking = post(callboard);
            Eventually.is(1L, () -> toJordan(server));
            callboard.kill();
            assertThat(state(booking)).isEqualTo("Sending");

            // nobody takes a task over until its owner has given no sign of life for two minutes: let them pass
            sql("update scheduled_tasks set last_heartbeat = now() - interval '5 minutes' where picked");
            callboard.start();
            Eventually.is("Unknown", () -> state(booking));
            String message = one("select id::text from outgoing_message where record_id = " + booking);
            assertThat(one("select answer from outgoing_attempt where message_id = " + message))
                    .startsWith("Callboard stopped while");
            assertThat(one("select action from change where record_kind = 'booking' and record_id = " + booking
                            + " order by sequence desc limit 1"))
                    .isEqualTo("confirmation may have been sent");
            assertThat(one("select count(*)::text from scheduled_tasks where task_name = 'deliver-message'"
                            + " and task_instance like '%:" + message + ":%'"))
                    .isEqualTo("0");
            assertThat(toJordan(server)).isEqualTo(1);
        }
    }

    /** The demonstration sends mails of its own. */
    private static long toJordan(ScriptedSmtp server) {
        return server.mails().stream()
                .filter(mail -> mail.contains("jordan@crash.test"))
                .count();
    }

    private Map<String, String> environment(ScriptedSmtp server) {
        return Map.of(
                "CALLBOARD_DATABASE_URL", database.url(),
                "CALLBOARD_DATABASE_USER", database.user(),
                "CALLBOARD_DATABASE_PASSWORD", database.password(),
                "CALLBOARD_SMTP_URL", "smtp://127.0.0.1:" + server.port(),
                "CALLBOARD_MAIL_FROM", "office@callboard.test");
    }

    private static long post(CallboardProcess callboard) throws Exception {
        var answer = CallboardProcess.send(callboard
                .request(callboard.bookings(""))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"externalId": "crash", "source": "Test", "name": "Jordan Reyes", "summary": "No heat",
                         "isFirstTimeClient": true, "isSendConfirmationEmail": true,
                         "contacts": [{"type": "Email", "value": "jordan@crash.test"}]}
                        """)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Api.JSON.readTree(answer.body()).get("id").asLong();
    }

    private String state(long booking) {
        return one("select state from outgoing_message where record_id = " + booking);
    }

    private String one(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set callboard.tenant = '" + tenant + "'");
            ResultSet row = statement.executeQuery(query);
            return row.next() ? row.getString(1) : "nothing";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = connect()) {
            connection.createStatement().execute(statement);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
