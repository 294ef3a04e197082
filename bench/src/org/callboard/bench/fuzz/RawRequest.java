package org.callboard.bench.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * A request as its bytes go over the line, which no HTTP library would send: the target and the header lines as they
 * are, one byte a character.
 *
 * @param route what it was made from, such as {@code GET /customers/{id}}; failures are counted by it
 */
record RawRequest(String route, String method, String target, List<String> headers, byte[] body) {

    byte[] bytes() {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        head.append("Connection: close\r\n");
        if (body.length > 0 || !method.equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /** On a few short lines, without what gives access, to be sent again by hand. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(method + " " + printable(target, 300));
        headers.stream()
                .filter(line -> !line.startsWith("Authorization: Bearer ") && !line.startsWith("ST-App-Key: "))
                .filter(line -> !line.startsWith("Cookie: callboard="))
                .forEach(line -> text.append("\n    ").append(printable(line, 200)));
        if (body.length > 0) {
            text.append("\n    | ").append(printable(new String(body, ISO_8859_1).replaceFirst("&_csrf=.*", ""), 500));
        }
        return text.toString();
    }

    private static String printable(String text, int limit) {
        StringBuilder shown = new StringBuilder();
        text.chars().limit(limit).forEach(c -> {
            if (c >= ' ' && c < 127) {
                shown.append((char) c);
            } else {
                shown.append("\\x%02x".formatted(c));
            }
        });
        return text.length() > limit ? shown + " … (" + text.length() + ")" : shown.toString();
    }
}
