package org.callboard.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.database.DatabaseSettings;
import org.callboard.testing.CallboardProcess;
import org.callboard.testing.Eventually;
import org.callboard.testing.Server;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills Callboard after it has answered Twilio and before it has done what that asks for, and while somebody talks. */
class TelephoneCrashTest {

    private static final String ADDRESS = "https://crm.example.com";
    private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private static final String WHOLE = """
            select concat_ws(' ', state, desk, claimed_by, claimed_on, received_on, answered_on)
            from call where external_id = 'crash-1'
            """;

    private final DatabaseSettings.Outside database = Server.emptyDatabase("telephone_crash");

    @TempDir
    Path data;

    @Test
    void whatWasAnsweredIsDoneAfterTheNextStart() throws Exception {
        Map<String, String> environment = Map.of(
                "CALLBOARD_DATABASE_URL", database.url(),
                "CALLBOARD_DATABASE_USER", database.user(),
                "CALLBOARD_DATABASE_PASSWORD", database.password(),
                "CALLBOARD_PUBLIC_URL", ADDRESS);
        try (CallboardProcess callboard = new CallboardProcess("telephone-crash-test", data, environment)) {
            callboard.start();
            String tenant = callboard.tenant();
            Visitor owner = new Visitor(callboard.url());
            owner.signIn(callboard.demo("OWNER_EMAIL"), callboard.demo("OWNER_PASSWORD"));
            owner.get("/settings/telephone-systems/new");
            owner.post("/settings/telephone-systems", "name", "Crash", "accountSid", ACCOUNT, "authToken", TOKEN);
            String system = one(tenant, "select id from telephone_system where name = 'Crash'");
            String token = one(tenant, "select token from telephone_system where name = 'Crash'");
            try (Connection holder = connect()) {
                holder.createStatement()
                        .execute("select pg_advisory_lock(hashtextextended('call:" + tenant + ":" + system
                                + ":CA1', 0))");
                assertThat(tell(callboard, token).statusCode()).isEqualTo(200);
                callboard.kill();
            }
            assertThat(one(tenant, "select count(*) from call where external_id = 'CA1'"))
                    .isEqualTo("0");

            // nobody takes a task over until its owner has given no sign of life for two minutes: let them pass
            sql("update scheduled_tasks set last_heartbeat = now() - interval '5 minutes' where picked");
            callboard.start();
            Eventually.is("Ringing", () -> one(tenant, "select state from call where external_id = 'CA1'"));
            assertThat(one(
                            tenant,
                            "select count(*) from telephone_event where worked_on is not null"
                                    + " and body::text like '%CA1%'"))
                    .isEqualTo("1");
        }
    }

    @Test
    void whoTalksHasTheCallAndWhatTheyTypedAfterTheNextStart() throws Exception {
        Map<String, String> environment = Map.of(
                "CALLBOARD_DATABASE_URL", database.url(),
                "CALLBOARD_DATABASE_USER", database.user(),
                "CALLBOARD_DATABASE_PASSWORD", database.password());
        try (CallboardProcess callboard = new CallboardProcess("call-crash-test", data, environment)) {
            callboard.start();
            String tenant = callboard.tenant();
            Visitor csr = new Visitor(callboard.url());
            csr.signIn(callboard.demo("CSR_EMAIL"), callboard.demo("CSR_PASSWORD"));
            assertThat(tell(callboard, Kind.ringing).statusCode()).isEqualTo(200);
            String call = "/calls/phone/" + one(tenant, "select id from call where external_id = 'crash-1'");
            csr.get(call);
            assertThat(csr.post(call + "/claim").status()).isEqualTo(200);
            assertThat(tell(callboard, Kind.answered).statusCode()).isEqualTo(200);
            assertThat(csr.post(
                                    call.replace("phone", "draft/call"),
                                    "version",
                                    "0",
                                    "fields",
                                    "{\"summary\": [\"Attic fan hums\"]}")
                            .status())
                    .isEqualTo(200);
            String before = one(tenant, WHOLE);
            callboard.kill();

            callboard.start();
            assertThat(one(tenant, WHOLE)).isEqualTo(before).startsWith("Answered Open ");
            assertThat(one(tenant, "select lease_until from call where external_id = 'crash-1'"))
                    .as("they talk, so nobody takes it from them")
                    .isNull();
            String page = csr.get(call).body();
            assertThat(page).contains("Attic fan hums", "It is yours while you talk.");
            assertThat(tell(callboard, Kind.ended).statusCode()).isEqualTo(200);
            assertThat(one(tenant, WHOLE)).startsWith("Ended Open ");
        }
    }

    /** As the office's system tells, whose extension 11 is the CSR's. */
    private static HttpResponse<String> tell(CallboardProcess callboard, Kind kind) throws Exception {
        String leg = kind.isEnd() ? "" : ", \"legId\": \"desk\", \"agent\": {\"extension\": \"11\"}";
        return CallboardProcess.send(callboard
                .officeRequest("/callboard/v1/tenant/" + callboard.tenant() + "/calls/events")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"callId\": \"crash-1\", \"event\": \"" + kind
                        + "\", \"from\": \"+19375550183\", \"to\": \"+19375550100\"" + leg + "}")));
    }

    private static HttpResponse<String> tell(CallboardProcess callboard, String token) throws Exception {
        String path = "/telephone/twilio/" + token;
        List<Map.Entry<String, String>> fields = List.of(
                Map.entry("AccountSid", ACCOUNT),
                Map.entry("CallSid", "CA1"),
                Map.entry("CallStatus", "ringing"),
                Map.entry("Direction", "inbound"));
        StringBuilder body = new StringBuilder();
        fields.forEach(
                field -> body.append('&').append(field.getKey()).append('=').append(field.getValue()));
        return CallboardProcess.send(callboard
                .request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", TwilioSignature.BY_TOKEN.sign(ADDRESS + path, fields, TOKEN))
                .POST(BodyPublishers.ofString(body.substring(1))));
    }

    private String one(String tenant, String query) {
        try (Connection connection = connect()) {
            connection.createStatement().execute("set callboard.tenant = '" + tenant + "'");
            ResultSet row = connection.createStatement().executeQuery(query);
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
