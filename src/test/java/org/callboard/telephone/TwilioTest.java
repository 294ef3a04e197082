package org.callboard.telephone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.callboard.calls.Call;
import org.callboard.calls.CallDesk;
import org.callboard.calls.CallDirection;
import org.callboard.calls.CallState;
import org.callboard.calls.Switchboard;
import org.callboard.refusals.Refusal;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Eventually;
import org.callboard.testing.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Twilio tells of calls: what it signed is kept, answered and worked on; whatever else comes is refused in one way. */
class TwilioTest {

    private static final String ADDRESS = "https://crm.example.com";
    private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String OURS = "+19375550100";
    private static final String PHONE = "+19375550112";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static ConfigurableApplicationContext node;

    private final Switchboard board = new Switchboard();
    private final String caller = Switchboard.caller();
    private final TelephoneSystem system = save(null, new TwilioDraft("Twilio", ACCOUNT, TOKEN, null, false));
    private final String query = "line=" + board.line;

    @BeforeAll
    static void start() {
        node = Server.startNodeCalled(ADDRESS);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    TwilioTest() {
        board.run("update app_user set telephone = '" + PHONE + "' where id = " + board.ann.id());
    }

    @Test
    void aCallRingsIsAnsweredAndEnds() {
        send(call("CA1", "ringing"));
        send(leg("CA1", "L1", "initiated"));
        send(leg("CA1", "L1", "ringing"));
        Call rings = until("CA1", CallState.Ringing);
        assertThat(rings.number()).isEqualTo(caller);
        assertThat(rings.telephone().ownNumberId()).isEqualTo(board.line);
        send(leg("CA1", "L1", "in-progress"));
        Call talks = until("CA1", CallState.Answered);
        assertThat(talks.isClaimedBy(board.ann.id())).isTrue();
        send(leg("CA1", "L1", "completed"));
        send(call("CA1", "completed"));
        Call over = until("CA1", CallState.Ended);
        assertThat(over.desk()).isEqualTo(CallDesk.Open);
        Eventually.is(
                true,
                () -> events().stream()
                        .allMatch(event -> Long.valueOf(over.id()).equals(event.callId())));
        assertThat(board.sql("select count(*) from change where record_kind = 'call' and actor_name <> 'Twilio'"))
                .isZero();
    }

    @Test
    void inEveryOrderAndTwiceItIsTheSameCall() {
        Random random = new Random(3);
        Set<String> ends = new HashSet<>();
        for (int round = 0; round < 6; round++) {
            String id = "CAorder" + round;
            List<Map<String, String>> sent = new ArrayList<>();
            for (int twice = 0; twice < 2; twice++) {
                for (String leg : List.of("A", "B", "C")) {
                    sent.add(leg(id, leg + round, "ringing"));
                    sent.add(leg(id, leg + round, leg.equals("B") ? "completed" : "no-answer"));
                }
                sent.add(call(id, "in-progress"));
                sent.add(call(id, "completed"));
            }
            Collections.shuffle(sent, random);
            sent.forEach(this::send);
            Eventually.is(0L, () -> board.sql("select count(*) from telephone_event where worked_on is null"));
            Call call = call(id);
            ends.add(call.state() + " " + call.desk() + " " + call.handling().claimedBy() + " " + call.direction());
        }
        assertThat(ends).containsExactly("Ended Open " + board.ann.id() + " Inbound");
        assertThat(board.sql("select count(*) from call")).isEqualTo(6);
    }

    /** Several messages of one call come at once, each of them twice; another account may know another call by the same id. */
    @Test
    void oneIdToldAtOnceIsOneCallOfEachAccount() {
        String account = "AC" + "9".repeat(32);
        TelephoneSystem other = save(null, new TwilioDraft("Other", account, TOKEN, null, false));
        List<Map<String, String>> told = List.of(
                call("CA11", "ringing"),
                leg("CA11", "L1", "ringing"),
                leg("CA11", "L1", "in-progress"),
                leg("CA11", "L1", "completed"),
                call("CA11", "completed"));
        List<TelephoneSystem> accounts = List.of(system, other);
        List<Integer> answers = AtOnce.run(4 * told.size(), i -> () -> {
            TelephoneSystem to = accounts.get(i % 2);
            Map<String, String> fields = new LinkedHashMap<>(told.get(i / 2 % told.size()));
            fields.put("AccountSid", i % 2 == 0 ? ACCOUNT : account);
            String url = ADDRESS + to.path() + "?" + query;
            String signature = TwilioSignature.BY_TOKEN.sign(url, List.copyOf(fields.entrySet()), TOKEN);
            return post(to.path(), query, body(fields), "X-Twilio-Signature", signature)
                    .statusCode();
        });
        assertThat(answers).containsOnly(200);
        Eventually.is(0L, () -> board.sql("select count(*) from telephone_event where worked_on is null"));
        assertThat(board.sql("select count(*) from telephone_event where failure is not null"))
                .isZero();
        for (TelephoneSystem of : accounts) {
            String mine = " from call where external_id = 'CA11' and system_id = " + of.id();
            assertThat(board.sql("select count(*)" + mine)).isOne();
            assertThat(board.call(board.sql("select id" + mine)).state()).isEqualTo(CallState.Ended);
        }
        assertThat(board.sql("select count(*) from call")).isEqualTo(2);
    }

    @Test
    void whoHangsUpBeforeATelephoneRingsIsMissed() {
        send(call("CA2", "ringing"));
        send(call("CA2", "in-progress"));
        send(call("CA2", "completed"));
        assertThat(until("CA2", CallState.Missed).desk()).isEqualTo(CallDesk.CallBack);
    }

    @Test
    void oneOfOurNumbersAsTheCallerOfATelephoneIsNobodysCall() {
        Map<String, String> leg = leg("CA3", "L3", "ringing");
        leg.put("From", OURS);
        send(leg);
        assertThat(until("CA3", CallState.Ringing).desk()).isEqualTo(CallDesk.Open);
        send(call("CA3", "ringing"));
        Eventually.is(caller, () -> call("CA3").number());
        assertThat(call("CA3").desk()).isEqualTo(CallDesk.Open);
    }

    @Test
    void anOutgoingCallAndAMessageAreWhatTheyAre() {
        Map<String, String> out = call("CA4", "completed");
        out.putAll(Map.of("Direction", "outbound-api", "From", OURS, "To", caller));
        send(out);
        assertThat(until("CA4", CallState.Ended).desk()).isEqualTo(CallDesk.Outgoing);
        send(call("CA5", "completed"));
        until("CA5", CallState.Missed);
        Map<String, String> message = form();
        message.putAll(Map.of("CallSid", "CA5", "RecordingSid", "RE1", "RecordingStatus", "completed"));
        message.put("RecordingUrl", "https://api.twilio.com/RE1");
        assertThat(post(message, query + "&voicemail=1").statusCode()).isEqualTo(200);
        Eventually.is(
                "https://api.twilio.com/RE1", () -> call("CA5").telephone().voicemailUrl());
    }

    /** A user calls from a softphone, which calls Twilio, which calls who is called. */
    @Test
    void whomAUserCallsIsTheOtherPartyInWhateverOrderItIsTold() {
        Map<String, String> user = call("CA20", "in-progress");
        user.putAll(Map.of("From", PHONE, "To", "sip:out@example.com"));
        Map<String, String> rings = leg("CA20", "L20", "ringing");
        rings.putAll(Map.of("From", OURS, "To", caller));
        Map<String, String> answers = leg("CA20", "L20", "in-progress");
        answers.putAll(Map.of("From", OURS, "To", caller));
        Map<String, String> over = call("CA20", "completed");
        over.putAll(Map.of("From", PHONE, "To", "sip:out@example.com"));
        List<List<Map<String, String>>> orders = List.of(
                List.of(user, rings, answers, over),
                List.of(answers, user, over, rings),
                List.of(over, rings, user, answers));
        for (int i = 0; i < orders.size(); i++) {
            String id = "CA2" + i;
            for (Map<String, String> fields : orders.get(i)) {
                Map<String, String> told = new HashMap<>(fields);
                told.replaceAll((name, value) -> value.equals("CA20") ? id : value);
                assertThat(post(told, "x=1").statusCode()).isEqualTo(200);
            }
            until(id, CallState.Ended);
            Eventually.is(caller, () -> call(id).number());
            Eventually.is(board.ann.id(), () -> call(id).telephone().agentId());
            assertThat(call(id).desk()).isEqualTo(CallDesk.Outgoing);
            assertThat(call(id).direction()).isEqualTo(CallDirection.Outbound);
        }
    }

    /** A program has Twilio call a user first. */
    @Test
    void thatAUserTookUpTheirTelephoneIsNoAnswer() {
        Map<String, String> user = call("CA30", "in-progress");
        user.putAll(Map.of("Direction", "outbound-api", "From", OURS, "To", PHONE));
        assertThat(post(user, "x=1").statusCode()).isEqualTo(200);
        until("CA30", CallState.Ringing);
        Map<String, String> busy = leg("CA30", "L30", "busy");
        busy.putAll(Map.of("From", OURS, "To", caller));
        assertThat(post(busy, "x=1").statusCode()).isEqualTo(200);
        user.put("CallStatus", "completed");
        assertThat(post(user, "x=1").statusCode()).isEqualTo(200);
        until("CA30", CallState.Missed);
        Eventually.is(caller, () -> call("CA30").number());
        assertThat(call("CA30").desk()).isEqualTo(CallDesk.Outgoing);
        Eventually.is(board.ann.id(), () -> call("CA30").telephone().agentId());
    }

    @Test
    void whateverIsNotSignedForTheAccountIsRefusedInTheSameWords() throws Exception {
        Map<String, String> fields = call("CA6", "ringing");
        String signature = sign(fields, query, TOKEN);
        Map<String, String> other = call("CA6", "ringing");
        other.put("AccountSid", "AC1123456789abcdef0123456789abcdef");
        List<HttpResponse<String>> refused = new ArrayList<>(List.of(
                post(system.path(), query, body(fields), "X-Twilio-Signature", "forged"),
                post(system.path(), query, body(fields)),
                post(system.path(), "line=1", body(fields), "X-Twilio-Signature", signature),
                post(system.path(), query, body(fields) + "&x=1", "X-Twilio-Signature", signature),
                post(
                        system.path(),
                        query,
                        body(fields),
                        "X-Twilio-Signature",
                        signature,
                        "X-Twilio-Webhooks-Signature-Settings",
                        "key=SK1,algorithm=HMAC_SHA256"),
                post(system.path(), query, body(other), "X-Twilio-Signature", sign(other, query, TOKEN)),
                post(system.path(), query, "CallSid=%00", "X-Twilio-Signature", signature),
                post(system.path(), query, "", "X-Twilio-Signature", signature)));
        refused.add(HTTP.send(
                HttpRequest.newBuilder(URI.create(url() + system.path()))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString()));
        refused.add(post(
                "/telephone/twilio/" + board.tenant + "-" + "a".repeat(32),
                query,
                body(fields),
                "X-Twilio-Signature",
                signature));
        refused.add(post("/telephone/twilio/nothing", query, body(fields), "X-Twilio-Signature", signature));
        assertThat(refused).extracting(HttpResponse::statusCode).containsOnly(403);
        assertThat(refused.stream().map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(events().stream().map(TelephoneEvent::refused).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        TelephoneEvent.RefusedFor.Signature,
                        TelephoneEvent.RefusedFor.Account,
                        TelephoneEvent.RefusedFor.Unreadable);
        assertThat(board.sql("select count(*) from call")).isZero();
        assertThat(post(system.path(), query, "x=" + "y".repeat(9 << 10)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void whereNobodySaidWhatTheAddressIsNothingCanBeChecked() throws Exception {
        HttpResponse<String> answer = HTTP.send(
                request(Server.url() + system.path(), query, body(call("CA7", "ringing"))), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(events().getFirst().refused()).isEqualTo(TelephoneEvent.RefusedFor.NoAddress);
    }

    @Test
    void bothTokensSignWhileOneTakesThePlaceOfTheOther() {
        String next = "f".repeat(32);
        save(system.id(), new TwilioDraft("Twilio", ACCOUNT, next, null, false));
        assertThat(signedBy(TOKEN)).isEqualTo(200);
        assertThat(signedBy(next)).isEqualTo(200);
        TelephoneSystem saved = save(system.id(), new TwilioDraft("Twilio", ACCOUNT, null, null, true));
        assertThat(saved.hasFormerToken()).isFalse();
        assertThat(signedBy(TOKEN)).isEqualTo(403);
        assertThat(signedBy(next)).isEqualTo(200);
        board.ann.caller().run(() -> systems().renewAddress(board.tenant, system.id()));
        assertThat(signedBy(next)).isEqualTo(403);
    }

    @Test
    void theAddressIsSignedWithItsPortAndWithoutAndUnderTheSharedKey() {
        String key = "shared-key-of-the-account";
        save(system.id(), new TwilioDraft("Twilio", ACCOUNT, null, key, false));
        Map<String, String> fields = call("CA8", "ringing");
        fields.put("CallerName", " Jörg + Söhne ");
        String withPort = ADDRESS + ":443" + system.path() + "?" + query;
        List<Map.Entry<String, String>> entries = List.copyOf(fields.entrySet());
        assertThat(post(
                                system.path(),
                                query,
                                body(fields),
                                "X-Twilio-Signature",
                                TwilioSignature.BY_TOKEN.sign(withPort, entries, TOKEN))
                        .statusCode())
                .isEqualTo(200);
        String url = ADDRESS + system.path() + "?" + query;
        assertThat(post(
                                system.path(),
                                query,
                                body(fields),
                                "X-Twilio-Signature",
                                TwilioSignature.BY_SHARED_KEY.sign(url, entries, key),
                                "X-Twilio-Webhooks-Signature-Settings",
                                "key=SK1,algorithm=HMAC_SHA256")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void itIsAnsweredWhileItsCallIsHeld() throws Exception {
        CountDownLatch holds = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        send(call("CA9", "ringing"));
        long id = until("CA9", CallState.Ringing).id();
        Thread holder = Thread.ofVirtual()
                .start(() ->
                        board.as(() -> Server.bean(TransactionTemplate.class).execute(status -> {
                            Server.bean(JdbcClient.class)
                                    .sql("select id from call where id = " + id + " for update")
                                    .query(Long.class)
                                    .single();
                            holds.countDown();
                            try {
                                letGo.await();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                            return id;
                        })));
        holds.await();
        long start = System.nanoTime();
        send(call("CA9", "completed"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(call("CA9").state()).isEqualTo(CallState.Ringing);
        letGo.countDown();
        holder.join();
        until("CA9", CallState.Missed);
    }

    @Test
    void whatNobodyWorkedOnIsWorkedOnLater() {
        String body =
                "{\"fields\":{\"CallSid\":[\"CA10\"],\"CallStatus\":[\"ringing\"],\"Direction\":[\"inbound\"],\"From\":[\""
                        + caller + "\"]}}";
        long waiting = board.sql("insert into telephone_event (tenant_id, system_id, received_on, body) values ("
                + board.tenant + ", " + system.id() + ", now(), '" + body + "') returning id");
        board.as(() -> Server.bean(WorkOnEvent.class).on(board.tenant, waiting));
        assertThat(call("CA10").number()).isEqualTo(caller);
        long broken = board.sql("insert into telephone_event (tenant_id, system_id, received_on, body) values ("
                + board.tenant + ", " + system.id() + ", now(), '7') returning id");
        for (int tries = 1; tries <= 5; tries++) {
            assertThat(board.as(() -> Server.bean(WorkOnEvent.class).on(board.tenant, broken)))
                    .as("try " + tries)
                    .matches(next -> next.isPresent()
                            == (board.sql("select tries from telephone_event where id = " + broken) < 5));
        }
        assertThat(events().getFirst().failure()).isNotNull();
    }

    @Test
    void whatIsTypedWronglyIsNamed() {
        assertThatThrownBy(() -> save(null, new TwilioDraft(" ", "AC1", null, "short", false)))
                .satisfies(e -> assertThat(((Refusal) e).errors())
                        .containsOnlyKeys("name", "accountSid", "authToken", "sharedKey"));
    }

    private TelephoneSystem save(Long id, TwilioDraft draft) {
        return board.ann.caller().call(() -> systems().save(board.tenant, id, draft));
    }

    private static TelephoneSystems systems() {
        return Server.bean(TelephoneSystems.class);
    }

    private List<TelephoneEvent> events() {
        return board.as(() -> systems().events(board.tenant, system.id(), null, 50));
    }

    private Map<String, String> form() {
        return new LinkedHashMap<>(Map.of("AccountSid", ACCOUNT));
    }

    private Map<String, String> call(String id, String status) {
        Map<String, String> fields = form();
        fields.putAll(Map.of("CallSid", id, "CallStatus", status, "Direction", "inbound"));
        fields.putAll(Map.of("From", caller, "To", OURS));
        return fields;
    }

    private Map<String, String> leg(String call, String leg, String status) {
        Map<String, String> fields = form();
        fields.putAll(Map.of("ParentCallSid", call, "CallSid", leg, "CallStatus", status));
        fields.putAll(Map.of("Direction", "outbound-dial", "From", caller, "To", PHONE));
        if (status.equals("completed")) {
            fields.put("CallDuration", "12");
        }
        return fields;
    }

    private int signedBy(String token) {
        Map<String, String> fields = call("CAtoken", "ringing");
        return post(system.path(), query, body(fields), "X-Twilio-Signature", sign(fields, query, token))
                .statusCode();
    }

    private void send(Map<String, String> fields) {
        assertThat(post(fields, query).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> post(Map<String, String> fields, String asked) {
        return post(system.path(), asked, body(fields), "X-Twilio-Signature", sign(fields, asked, TOKEN));
    }

    private String sign(Map<String, String> fields, String asked, String token) {
        return TwilioSignature.BY_TOKEN.sign(
                ADDRESS + system.path() + "?" + asked, List.copyOf(fields.entrySet()), token);
    }

    private static String url() {
        return "http://localhost:" + node.getEnvironment().getProperty("local.server.port");
    }

    private static HttpResponse<String> post(String path, String asked, String body, String... headers) {
        try {
            return HTTP.send(request(url() + path, asked, body, headers), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest request(String address, String asked, String body, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(address + "?" + asked))
                .header("Content-Type", "application/x-www-form-urlencoded");
        if (headers.length > 0) {
            builder.headers(headers);
        }
        return builder.POST(BodyPublishers.ofString(body)).build();
    }

    private static String body(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Call until(String id, CallState state) {
        Eventually.is(
                1L,
                () -> board.sql(
                        "select count(*) from call where external_id = '" + id + "' and state = '" + state + "'"));
        return call(id);
    }

    private Call call(String id) {
        return board.call(board.sql("select id from call where external_id = '" + id + "'"));
    }
}
