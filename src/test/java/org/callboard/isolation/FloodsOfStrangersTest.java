package org.callboard.isolation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.testing.Server;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However much one stranger asks for, everybody else is answered. */
class FloodsOfStrangersTest {

    private static final Pattern SEAL = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("(?m)^set-cookie: ([^;]+)", Pattern.CASE_INSENSITIVE);
    private static final String PAGE =
            "GET %s HTTP/1.1\r\nHost: x\r\nAccept: text/html, */*\r\n%sConnection: close\r\n\r\n";
    private static final int FLOOD = 150;

    private final World world = new World();
    private final List<Socket> flood = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket one : flood) {
            one.close();
        }
    }

    /** A connection of its own, from an address that is no proxy. */
    private static Socket send(String from, String request) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), Server.port()));
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        return socket;
    }

    private static String answer(String from, String request) throws IOException {
        try (Socket socket = send(from, request)) {
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    /** A try to sign in that is one too many, which is answered late. */
    private static String lateSignIn(String from) throws IOException {
        String form = answer(from, PAGE.formatted("/sign-in", ""));
        Matcher seal = SEAL.matcher(form);
        Matcher cookie = COOKIE.matcher(form);
        assertThat(seal.find() && cookie.find()).as(form).isTrue();
        String body = "email=" + UUID.randomUUID() + "%40example.com&password=wrong&_csrf="
                + URLEncoder.encode(seal.group(1), StandardCharsets.UTF_8);
        String post = "POST /sign-in HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\nCookie: "
                + cookie.group(1) + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
        for (int i = 0; i < 10; i++) {
            answer(from, post);
        }
        return post;
    }

    @Test
    void answersThatAreLateHoldUpNobodyElse() throws IOException {
        String signedIn = "Cookie: " + Visitor.signedIn(world.tenant.owner).cookie() + "\r\n";
        String token =
                "Authorization: Bearer " + world.api.token() + "\r\nST-App-Key: " + world.api.app.appKey() + "\r\n";
        String late = lateSignIn("127.0.7.2");
        for (int i = 0; i < FLOOD; i++) {
            flood.add(send("127.0.7.2", late));
        }
        assertThat(answer("127.0.7.3", PAGE.formatted("/sign-in", ""))).startsWith("HTTP/1.1 200");
        assertThat(answer("127.0.7.4", PAGE.formatted("/calls", signedIn))).startsWith("HTTP/1.1 200");
        assertThat(answer("127.0.7.5", PAGE.formatted(world.api.path("crm/v2", "/customers"), token)))
                .startsWith("HTTP/1.1 200");
        assertThat(answer("127.0.7.6", PAGE.formatted("/health/live", ""))).startsWith("HTTP/1.1 200");
        int answered = 0;
        for (Socket one : flood) {
            answered += one.getInputStream().available() > 0 ? 1 : 0;
        }
        // where the late ones kept their turns, nearly all of them came first
        assertThat(answered).isLessThan(FLOOD / 2);
        for (Socket one : flood) {
            assertThat(new String(one.getInputStream().readAllBytes(), ISO_8859_1))
                    .contains("/sign-in?tries");
        }
    }
}
