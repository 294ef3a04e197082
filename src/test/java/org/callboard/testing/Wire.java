package org.callboard.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Locale;

/** Sends a request letter by letter, for what no proper client would send. */
public final class Wire {

    private Wire() {}

    /** What came back; {@code head} has the names of its headers in small letters. */
    public record Answer(int status, String head, String body) {

        public boolean isJson() {
            return head.contains("content-type: application/json");
        }
    }

    /** Names and values of headers follow the target; {@code body} may be empty. */
    public static Answer send(String method, String target, String body, String... headers) {
        StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.0\r\nHost: localhost\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            request.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        if (!body.isEmpty()) {
            request.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        return sendRaw(request + "\r\n" + body);
    }

    /** Sends what may not even be a request, and reads until the server has nothing more to say. */
    public static Answer sendRaw(String text) {
        try (Socket socket = new Socket("localhost", Server.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            int end = answer.indexOf("\r\n\r\n");
            return new Answer(
                    Integer.parseInt(answer.substring(9, 12)),
                    answer.substring(0, end).toLowerCase(Locale.ROOT),
                    answer.substring(end + 4));
        } catch (IOException e) {
            throw new UncheckedIOException(text.lines().findFirst().orElse(""), e);
        }
    }
}
