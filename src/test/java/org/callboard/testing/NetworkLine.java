package org.callboard.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line to the test run's server, or to its database, that can die as networks do: without a word. What is on it then
 * vanishes, no connection is closed, and new ones are taken but lead nowhere. Or it hangs up, as a server that is stopped.
 */
public final class NetworkLine implements AutoCloseable {

    private final ServerSocket entry;
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    private final int target;
    private volatile boolean cut;
    private volatile boolean hungUp;

    private NetworkLine(ServerSocket entry, int target) {
        this.entry = entry;
        this.target = target;
        Thread.ofVirtual().start(this::take);
    }

    public static NetworkLine open() {
        return to(Server.port());
    }

    /** A line to another port of this machine. */
    static NetworkLine to(int target) {
        try {
            return new NetworkLine(new ServerSocket(0), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's address by way of this line. */
    public String url() {
        return "http://localhost:" + port();
    }

    int port() {
        return entry.getLocalPort();
    }

    /** From now on nothing gets through; what is under way is lost for good. */
    public void cut() {
        cut = true;
        calls.forEach(call -> call.dead = true);
    }

    /** From now on every connection is closed at once, the old ones too. */
    public void hangUp() {
        hungUp = true;
        calls.forEach(Call::close);
    }

    /** New connections get through again. */
    public void mend() {
        cut = false;
        hungUp = false;
    }

    @Override
    public void close() {
        calls.forEach(Call::close);
        close(entry);
    }

    private void take() {
        try {
            while (true) {
                Call call = new Call(entry.accept(), new Socket("localhost", target), cut);
                calls.add(call);
                if (hungUp) {
                    call.close();
                }
                Thread.ofVirtual().start(() -> call.pass(call.browser, call.server));
                Thread.ofVirtual().start(() -> call.pass(call.server, call.browser));
            }
        } catch (IOException e) {
            close(); // that is how the test ends
        }
    }

    private static void close(Closeable end) {
        try {
            end.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Call {
        private final Socket browser;
        private final Socket server;
        private volatile boolean dead;

        Call(Socket browser, Socket server, boolean dead) {
            this.browser = browser;
            this.server = server;
            this.dead = dead;
        }

        private void pass(Socket from, Socket to) {
            byte[] buffer = new byte[8192];
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                    if (!dead) {
                        out.write(buffer, 0, length);
                        out.flush();
                    }
                }
            } catch (IOException e) {
                close(); // one end is gone, and the other learns it
            }
        }

        void close() {
            NetworkLine.close(browser);
            NetworkLine.close(server);
        }
    }
}
