package org.callboard.bench.rough;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** One connection to the server, from an address of this machine, on which anything may be sent at any pace. */
final class Line implements AutoCloseable {

    private final Socket socket = new Socket();

    /** @param from the last part of an address 127.0.0.x */
    Line(int port, int from) throws IOException {
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0." + from), 0));
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 10_000);
        socket.setTcpNoDelay(true);
    }

    Line send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        return this;
    }

    /** The status of the answer; 0 where the server closed the line without one, -1 where nothing came in time. */
    int status(int seconds) {
        try {
            socket.setSoTimeout(seconds * 1000);
            byte[] start = socket.getInputStream().readNBytes(12);
            return start.length < 12 ? 0 : Integer.parseInt(new String(start, 9, 3, ISO_8859_1));
        } catch (SocketTimeoutException e) {
            return -1;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Whether the server closed it within so many seconds; what it still sends is passed over. */
    boolean closedWithin(int seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try {
            byte[] buffer = new byte[8192];
            while (true) {
                int left = (int) ((end - System.nanoTime()) / 1_000_000);
                socket.setSoTimeout(Math.max(1, left));
                if (socket.getInputStream().read(buffer) < 0) {
                    return true;
                }
            }
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Whether the server has closed it by now. */
    boolean isClosed() {
        return closedWithin(0);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone then
        }
    }
}
