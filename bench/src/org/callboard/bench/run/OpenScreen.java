package org.callboard.bench.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A screen that is open in a browser: it holds the page's event stream, which is read on a thread of its own, with the moment
 * at which each record showed first.
 */
abstract class OpenScreen implements AutoCloseable {

    private final Socket socket;
    private final Chunked body;
    private final Map<Long, Long> arrivals = new HashMap<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private boolean closed;
    private @Nullable IOException failure;

    /** Asks for the stream of somebody who has signed in. */
    OpenScreen(String url, String path, String cookie) throws IOException {
        URI address = URI.create(url);
        socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + address.getHost() + ":" + address.getPort()
                + "\r\nAccept: text/event-stream\r\nCookie: " + cookie + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        body = new Chunked(new BufferedInputStream(socket.getInputStream(), 1 << 14));
        String status = body.head();
        if (!status.contains(" 200")) {
            throw new IOException(path + " was answered with " + status);
        }
        while (!body.head().isEmpty()) {}
    }

    /** A screen that reads this stream of events, without a server. */
    OpenScreen(InputStream chunks) {
        socket = new Socket();
        body = new Chunked(chunks);
    }

    /** Takes the data of an event; the stream is locked. */
    abstract void take(String event, byte[] line);

    /** Begins to read. */
    void follow() {
        Thread.ofVirtual().start(() -> {
            try {
                read();
                end(new IOException("the stream ended"));
            } catch (IOException e) {
                end(e);
            }
        });
    }

    private synchronized void end(IOException why) {
        failure = closed ? null : why;
    }

    void read() throws IOException {
        String event = "";
        for (byte[] line = body.line(); line != null; line = body.line()) {
            if (starts(line, "event:")) {
                event = new String(line, 6, line.length - 6, ISO_8859_1).strip();
            } else if (starts(line, "data:")) {
                synchronized (this) {
                    take(event, line);
                }
            }
        }
    }

    private static boolean starts(byte[] line, String words) {
        return line.length >= words.length() && new String(line, 0, words.length(), ISO_8859_1).equals(words);
    }

    /** A record shows, now or since before. */
    synchronized void arrived(long id) {
        arrivals.putIfAbsent(id, System.nanoTime());
    }

    /** All that is there at first has come. */
    void begun() {
        first.countDown();
    }

    void awaitFirst() throws InterruptedException {
        if (!first.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a screen stayed empty");
        }
    }

    /** When each record came, by {@link System#nanoTime}. */
    synchronized Map<Long, Long> arrivals() {
        return new HashMap<>(arrivals);
    }

    /** Fails where the stream ended. */
    synchronized void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
        }
        socket.close();
    }
}
