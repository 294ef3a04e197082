package org.callboard.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.callboard.testing.Api;
import org.callboard.testing.Eventually;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.callboard.testing.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jetty.JettyWebServer;

/** Who finds no place in line is told so at once, in the form that they expect, and when to come again. */
class RequestQueueTest {

    private static final String SENTENCE = "Too many ask at once. Wait a few seconds and try again.";
    private static final String TOKEN = "authorization: Bearer some-token";

    private final RequestQueue queue =
            ((JettyWebServer) Server.webServer()).getServer().getDescendant(RequestQueue.class);
    private final CountDownLatch end = new CountDownLatch(1);
    private final SoftAssertions all = new SoftAssertions();

    /** All turns are taken, and all places that this machine has in line. */
    private void crowd() {
        int many = RequestQueue.AT_ONCE + Connections.MAX_OF_A_NETWORK;
        for (ConcurrencyLimit line : queue.lines()) {
            for (int i = 0; i < many; i++) {
                Thread.startVirtualThread(() -> waitIn(line));
            }
            Eventually.is(Connections.MAX_OF_A_NETWORK, line::waiting);
        }
    }

    private void waitIn(ConcurrencyLimit line) {
        try {
            line.await("127.0.0.1");
            end.await();
            line.over();
        } catch (ConcurrencyLimit.NoneLeft e) {
            // somebody else came
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void go() {
        end.countDown();
        queue.lines().forEach(line -> Eventually.is(0, line::waiting));
    }

    @Test
    void eachKindOfClientLearnsThatItMayComeAgain() {
        crowd();
        double before = refused();
        for (String more : List.of("X: x", TOKEN, "cookie: callboard=x", "cookie: a=b; callboard-device=x")) {
            Wire.Answer page = refused("GET /calls", "Accept: text/html", more);
            all.assertThat(page.body()).contains("<h1>" + SENTENCE);
            Wire.Answer htmx = refused("GET /calls", "HX-Request: true", more);
            all.assertThat(htmx.head()).contains("content-type: text/plain");
            all.assertThat(htmx.body()).isEqualTo(SENTENCE);
            for (String target :
                    List.of("GET /crm/v2/tenant/1/customers", "GET /assets/app.css", "GET /health/ready")) {
                Wire.Answer program = refused(target, "Accept: */*", more);
                all.assertThat(program.isJson()).as(program.head()).isTrue();
                all.assertThat(program.body()).contains(SENTENCE);
            }
            all.assertThat(refused("POST /connect/token", "Accept: */*", more).body())
                    .isEqualTo("{\"error\":\"temporarily_unavailable\"}");
        }
        all.assertThat(refused() - before).isEqualTo(24);
        all.assertThat(Wire.send("GET", "/health/live", "").status()).isEqualTo(200);
        all.assertAll();
    }

    /** Watchers would otherwise take a machine that works hard for one that is dead. */
    @Test
    void theHealthIsToldThoughNoVirtualThreadGetsAProcessor() throws IOException {
        AtomicBoolean told = new AtomicBoolean();
        for (int i = 0; i < 8 * RequestQueue.AT_ONCE; i++) {
            Thread.startVirtualThread(() -> {
                while (!told.get()) {
                    Thread.onSpinWait();
                }
            });
        }
        try (Socket watcher = connect("127.0.0.1")) {
            assertThat(status(watcher, "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                    .isEqualTo(200);
        } finally {
            told.set(true);
        }
    }

    /** Else a client that is still sending meets a broken pipe, and never learns why. */
    @Test
    void whatIsOnItsWayIsReadToItsEnd() {
        crowd();
        String body = "x".repeat(1_900_000);
        assertThat(Wire.send("POST", "/crm/v2/tenant/1/customers", body, "Content-Type", "application/json")
                        .status())
                .isEqualTo(503);
    }

    /** A proxy has one connection for many people, so that nobody passes for what somebody else had shown. */
    @Test
    void aKnownConnectionPassesByUnlessItIsOfAProxy() throws IOException {
        Api api = TestTenant.create().api();
        String known = "GET " + api.path("crm/v2", "/customers?pageSize=1") + " HTTP/1.1\r\nHost: localhost\r\n";
        String token = "Authorization: Bearer " + api.token() + "\r\nST-App-Key: " + api.app.appKey() + "\r\n\r\n";
        try (Socket own = connect("127.0.7.20");
                Socket proxy = connect("127.0.0.1")) {
            assertThat(status(own, known + token)).isEqualTo(200);
            assertThat(status(proxy, known + token)).isEqualTo(200);
            crowd();
            assertThat(status(own, known + "\r\n")).isEqualTo(401);
            assertThat(status(proxy, known + "\r\n")).isEqualTo(503);
        }
    }

    private static Socket connect(String from) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), Server.port()));
        socket.setSoTimeout(8000); // less than anybody waits in line
        return socket;
    }

    /** Reads one answer and leaves the connection open. */
    private static int status(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) socket.getInputStream().read());
        }
        Matcher length = Pattern.compile("(?i)content-length: (\\d+)").matcher(head);
        if (length.find()) {
            socket.getInputStream().readNBytes(Integer.parseInt(length.group(1)));
        } else {
            StringBuilder chunks = new StringBuilder();
            while (chunks.indexOf("\r\n0\r\n\r\n") < 0) {
                chunks.append((char) socket.getInputStream().read());
            }
        }
        return Integer.parseInt(head.substring(9, 12));
    }

    private Wire.Answer refused(String target, String... headers) {
        Wire.Answer answer = Wire.sendRaw(target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + String.join("\r\n", headers) + "\r\n\r\n");
        all.assertThat(answer.status()).as(target).isEqualTo(503);
        all.assertThat(answer.head()).as(target).contains("\r\nretry-after: 2");
        return answer;
    }

    private static double refused() {
        return Server.bean(MeterRegistry.class)
                .get("callboard.work.refused")
                .tag("kind", "strangers")
                .counter()
                .count();
    }
}
