package org.callboard.bench.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An open Calls screen: it holds the page's event stream and keeps the rows as the page does, each at its newest version,
 * with the moment at which each came first.
 */
final class Screen implements AutoCloseable {

    private static final byte[] ID = "{\"key\":\"booking/".getBytes(UTF_8);
    private static final byte[] VERSION = "\"version\":".getBytes(UTF_8);
    private static final byte[] HTML = "\"html\":".getBytes(UTF_8);

    private final Socket socket;
    private final Chunked body;
    private final Map<Long, Integer> versions = new HashMap<>();
    private final Map<Long, Long> arrivals = new HashMap<>();
    private final CountDownLatch snapshot = new CountDownLatch(1);
    private long repeated;
    private long snapshots;
    private boolean closed;
    private @Nullable IOException failure;

    private Screen(Socket socket, InputStream in) throws IOException {
        this.socket = socket;
        this.body = new Chunked(in);
    }

    /** Opens the stream of somebody who has signed in, and reads it on a thread of its own. */
    static Screen open(String url, String cookie) throws IOException {
        URI address = URI.create(url);
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        String request = "GET /calls/stream HTTP/1.1\r\nHost: " + address.getHost() + ":" + address.getPort()
                + "\r\nAccept: text/event-stream\r\nCookie: " + cookie + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        Screen screen = new Screen(socket, new BufferedInputStream(socket.getInputStream(), 1 << 14));
        String status = screen.body.head();
        if (!status.contains(" 200")) {
            throw new IOException("a Calls screen was answered with " + status);
        }
        while (!screen.body.head().isEmpty()) {}
        Thread.ofVirtual().start(screen::follow);
        return screen;
    }

    /** A screen that reads this stream of events, without a server. */
    static Screen of(InputStream chunks) throws IOException {
        Screen screen = new Screen(new Socket(), chunks);
        screen.read();
        return screen;
    }

    private void follow() {
        try {
            read();
            synchronized (this) {
                failure = closed ? null : new IOException("the stream ended");
            }
        } catch (IOException e) {
            synchronized (this) {
                failure = closed ? null : e;
            }
        }
    }

    private void read() throws IOException {
        String event = "";
        for (byte[] line = body.line(); line != null; line = body.line()) {
            if (starts(line, "event:")) {
                event = new String(line, 6, line.length - 6, UTF_8).strip();
            } else if (starts(line, "data:") && (event.equals("rows") || event.equals("snapshot"))) {
                take(line, event.equals("snapshot"));
            }
        }
    }

    private static boolean starts(byte[] line, String words) {
        return line.length >= words.length() && new String(line, 0, words.length(), UTF_8).equals(words);
    }

    /** Finds the rows without reading the markup in them, in which every quotation mark is escaped. */
    private synchronized void take(byte[] data, boolean whole) {
        long now = System.nanoTime();
        for (int at = find(data, ID, 0); at >= 0; at = find(data, ID, at)) {
            at += ID.length;
            long id = number(data, at);
            at = find(data, VERSION, at) + VERSION.length;
            int version = (int) number(data, at);
            at = find(data, HTML, at) + HTML.length;
            boolean open = data[at] == '"';
            Integer known = versions.get(id);
            if (known == null || known < version) {
                versions.put(id, open ? version : -version);
                if (open) {
                    arrivals.putIfAbsent(id, now);
                }
            } else if (!whole && known == version) {
                repeated++;
            }
        }
        if (whole) {
            snapshots++;
            snapshot.countDown();
        }
    }

    private static int find(byte[] data, byte[] what, int from) {
        outer:
        for (int i = from; i <= data.length - what.length; i++) {
            for (int j = 0; j < what.length; j++) {
                if (data[i + j] != what[j]) {
                    continue outer;
                }
            }
            return i;
        }
        return -1;
    }

    private static long number(byte[] data, int at) {
        long number = 0;
        for (int i = at; data[i] >= '0' && data[i] <= '9'; i++) {
            number = number * 10 + data[i] - '0';
        }
        return number;
    }

    void awaitSnapshot() throws InterruptedException {
        if (!snapshot.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a Calls screen stayed empty");
        }
    }

    /** When each row came, by {@link System#nanoTime}. */
    synchronized Map<Long, Long> arrivals() {
        return new HashMap<>(arrivals);
    }

    /** The version of each row that is shown. */
    synchronized Map<Long, Integer> shown() {
        Map<Long, Integer> shown = new HashMap<>(versions);
        shown.values().removeIf(version -> version < 0);
        return shown;
    }

    /** How many rows came again in the same version, which a page would have to keep from showing twice. */
    synchronized long repeated() {
        return repeated;
    }

    /** How often the screen was sent back to the start. */
    synchronized long startedOver() {
        return snapshots - 1;
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
