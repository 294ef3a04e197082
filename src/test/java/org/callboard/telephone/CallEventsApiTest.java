package org.callboard.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import org.callboard.access.Role;
import org.callboard.access.Scope;
import org.callboard.access.SignedInUser;
import org.callboard.testing.Api;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Eventually;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A telephone system tells of its calls through a connection. */
class CallEventsApiTest {

    private final TestTenant tenant = TestTenant.create();
    private final Api api = tenant.api(EnumSet.of(Scope.CALLS_WRITE), null);
    private final String events = api.path("callboard/v1", "/calls/events");

    @Test
    void aCallIsToldFromItsFirstRingToItsEnd() {
        SignedInUser ann = tenant.user(Role.CSR);
        JsonNode rings = ok("{\"callId\":\"c\",\"event\":\"ringing\",\"legId\":\"1\",\"from\":\"(937) 555-0142\"}");
        assertThat(rings.get("state").stringValue()).isEqualTo("Ringing");
        assertThat(rings.get("desk").stringValue()).isEqualTo("Open");
        assertThat(rings.get("callId").stringValue()).isEqualTo("c");
        JsonNode talks = ok("{\"callId\":\"c\",\"event\":\"Answered\",\"legId\":\"1\",\"agent\":{\"email\":\""
                + ann.email() + "\"}}");
        assertThat(talks.get("state").stringValue()).isEqualTo("Answered");
        assertThat(talks.get("id")).isEqualTo(rings.get("id"));
        assertThat(number("select claimed_by from call")).isEqualTo(ann.id());
        JsonNode over = ok("{\"callId\":\"c\",\"event\":\"ended\"}");
        assertThat(over.get("state").stringValue()).isEqualTo("Ended");
        assertThat(over.get("callBackId").isNull()).isTrue();
        assertThat(number("select count(*) from telephone_event where worked_on is not null and call_id is not null"))
                .isEqualTo(3);
    }

    @Test
    void aMissedCallIsToBeCalledBack() {
        JsonNode missed = ok("{\"callId\":\"m\",\"event\":\"missed\",\"from\":\"9375550142\",\"reason\":\"Busy\"}");
        assertThat(missed.get("state").stringValue()).isEqualTo("Missed");
        assertThat(missed.get("desk").stringValue()).isEqualTo("CallBack");
        assertThat(missed.get("callBackId").isNull()).isFalse();
        JsonNode lost = ok("{\"callId\":\"w\",\"event\":\"missed\",\"from\":\"\"}");
        assertThat(lost.get("desk").stringValue()).isEqualTo("Lost");
    }

    @Test
    void theFirstEventsOfAConnectionMakeItOneTelephoneSystem() {
        AtOnce.run(
                8, i -> () -> ok("{\"callId\":\"c" + i + "\",\"event\":\"ringing\",\"from\":\"937555014" + i + "\"}"));
        assertThat(number("select count(*) from telephone_system")).isEqualTo(1);
        assertThat(number("select count(*) from change where record_kind = 'telephone-system'"))
                .isEqualTo(1);
        // another connection has calls of its own, also under the same id
        Api other = tenant.api(EnumSet.of(Scope.CALLS_WRITE), null);
        Office.ok(other.post(events, "{\"callId\":\"c0\",\"event\":\"ringing\",\"from\":\"9375550140\"}"));
        assertThat(number("select count(*) from call where external_id = 'c0'")).isEqualTo(2);
    }

    @Test
    void everyWrongFieldIsNamed() {
        assertThat(Office.wrong(api.post(events, "{}"))).containsExactlyInAnyOrder("callId", "event");
        assertThat(Office.wrong(api.post(
                        events, "{\"callId\":\" \",\"event\":\"voicemail\",\"direction\":\"up\",\"reason\":\"x\"}")))
                .containsExactlyInAnyOrder("callId", "direction", "reason", "url");
        for (String url : List.of("http://a.test/x", "https://", "javascript:alert(1)", "https://a b")) {
            assertThat(Office.wrong(
                            api.post(events, "{\"callId\":\"c\",\"event\":\"recording\",\"url\":\"" + url + "\"}")))
                    .containsExactly("url");
        }
        assertThat(number("select count(*) from call")).isZero();
    }

    @Test
    void theAddressOfARecordingIsKeptInSmallLetters() {
        ok("{\"callId\":\"r\",\"event\":\"recording\",\"url\":\"HTTPS://pbx.example.com/R1\"}");
        assertThat(number("select count(*) from call where recording_url = 'https://pbx.example.com/R1'"))
                .isEqualTo(1);
    }

    @Test
    void whatWasSentIsKeptForAMonthAndTheLatestOfIt() {
        ok("{\"callId\":\"c\",\"event\":\"ringing\",\"from\":\"9375550142\"}");
        tenant.caller.run(() -> Server.bean(JdbcClient.class).sql("""
                insert into telephone_event (tenant_id, system_id, received_on, body, worked_on)
                select tenant_id, id, now() - interval '29 days', '{}', now() from telephone_system, generate_series(1, 250)
                """).update());
        forget();
        Eventually.is(200L, () -> number("select count(*) from telephone_event"));
        tenant.caller.run(() -> Server.bean(JdbcClient.class)
                .sql("update telephone_event set received_on = received_on - interval '31 days'")
                .update());
        forget();
        Eventually.is(
                0L, () -> number("select count(*) from telephone_event where received_on < now() - interval '1 day'"));
        assertThat(number("select count(*) from telephone_event")).isZero();
    }

    private static void forget() {
        Server.bean(SchedulerClient.class)
                .reschedule(TaskInstanceId.of("forget-telephone-events", "recurring"), Instant.now());
        Server.lookForDueTasks();
    }

    @Test
    void aTimeThatNobodyCanBelieveIsNow() {
        String old = Instant.now().minus(25, ChronoUnit.HOURS).toString();
        Api.Answer answer =
                api.post(events, "{\"callId\":\"c\",\"event\":\"ringing\",\"from\":\"\",\"at\":\"" + old + "\"}");
        Office.ok(answer);
        assertThat(answer.header("Callboard-Ignored")).isEqualTo("at");
        assertThat(number("select count(*) from call where received_on > now() - interval '1 minute'"))
                .isEqualTo(1);
    }

    @Test
    void anotherScopeTellsOfNothing() {
        Api reader = tenant.api(EnumSet.complementOf(EnumSet.of(Scope.CALLS_WRITE)), null);
        assertThat(reader.post(events, "{\"callId\":\"c\",\"event\":\"ringing\"}")
                        .status())
                .isEqualTo(403);
    }

    private JsonNode ok(String body) {
        return Office.ok(api.post(events, body));
    }

    private long number(String sql) {
        return tenant.caller.call(
                () -> Server.bean(JdbcClient.class).sql(sql).query(Long.class).single());
    }
}
