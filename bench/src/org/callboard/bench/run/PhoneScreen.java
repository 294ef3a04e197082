package org.callboard.bench.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The stream of somebody who takes calls, and when each call showed there first. */
final class PhoneScreen implements AutoCloseable {

    private static final Pattern CALL = Pattern.compile("\\{\"id\":(\\d+),\"version\"");

    private final Socket socket;
    private final Chunked body;
    private final Map<Long, Long> arrivals = new HashMap<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private Set<Long> shown = new HashSet<>();
    private boolean closed;
    private @Nullable IOException failure;

    private PhoneScreen(Socket socket) throws IOException {
        this.socket = socket;
        this.body = new Chunked(new BufferedInputStream(socket.getInputStream(), 1 << 14));
    }

    /** Opens the stream of somebody who has signed in, and reads it on a thread of its own. */
    static PhoneScreen open(String url, String cookie) throws IOException {
        URI address = URI.create(url);
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        String request = "GET /phone/stream HTTP/1.1\r\nHost: " + address.getHost() + ":" + address.getPort()
                + "\r\nAccept: text/event-stream\r\nCookie: " + cookie + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        PhoneScreen screen = new PhoneScreen(socket);
        String status = screen.body.head();
        if (!status.contains(" 200")) {
            throw new IOException("a stream of calls was answered with " + status);
        }
        while (!screen.body.head().isEmpty()) {}
        Thread.ofVirtual().start(screen::follow);
        return screen;
    }

    private void follow() {
        try {
            read();
            end(new IOException("the stream ended"));
        } catch (IOException e) {
            end(e);
        }
    }

    private synchronized void end(IOException why) {
        failure = closed ? null : why;
    }

    private void read() throws IOException {
        String event = "";
        for (byte[] line = body.line(); line != null; line = body.line()) {
            String text = new String(line, UTF_8);
            if (text.startsWith("event:")) {
                event = text.substring(6).strip();
            } else if (text.startsWith("data:") && event.equals("calls")) {
                take(text.substring(0, text.lastIndexOf("\"gone\":[")));
            }
        }
    }

    private synchronized void take(String calls) {
        long now = System.nanoTime();
        shown = CALL.matcher(calls)
                .results()
                .map((MatchResult one) -> Long.valueOf(one.group(1)))
                .collect(Collectors.toSet());
        shown.forEach(id -> arrivals.putIfAbsent(id, now));
        first.countDown();
    }

    void awaitFirst() throws InterruptedException {
        if (!first.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a stream of calls stayed silent");
        }
    }

    /** When each call showed, by {@link System#nanoTime}. */
    synchronized Map<Long, Long> arrivals() {
        return new HashMap<>(arrivals);
    }

    synchronized Set<Long> shown() {
        return new HashSet<>(shown);
    }

    synchronized @Nullable IOException failure() {
        return failure;
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
        }
        socket.close();
    }
}
