package org.callboard;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;

/**
 * The visits of the run that shows the JVM what is needed: what anybody asks for first, and what is refused to strangers. A
 * server that was just started answers them as one that has run for a while, and a flood in its first seconds costs no more
 * than later.
 */
final class Training {

    /** So often that the JVM takes the way of a request for one that is worth translating. */
    private static final int ROUNDS = 200;

    private static final List<String> ADDRESSES = List.of(
            "/health/live",
            "/health/ready",
            "/sign-in",
            "/calls",
            "/assets/frame/base.css",
            "/nowhere",
            "/book/x",
            "/connect/token",
            "/crm/v2/tenant/1/customers");

    private Training() {}

    static void visit(int port) {
        for (int round = 0; round < ROUNDS; round++) {
            for (String address : ADDRESSES) {
                ask(port, "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                ask(
                        port,
                        "POST " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\na=b");
            }
        }
    }

    private static void ask(int port, String request) {
        try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port)) {
            line.getOutputStream().write(request.getBytes(US_ASCII));
            line.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
