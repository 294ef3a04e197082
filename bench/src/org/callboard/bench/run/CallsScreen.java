package org.callboard.bench.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** An open Calls screen: it keeps the rows as the page does, each at its newest version. */
final class CallsScreen extends OpenScreen {

    private static final byte[] ID = "{\"key\":\"booking/".getBytes(UTF_8);
    private static final byte[] VERSION = "\"version\":".getBytes(UTF_8);
    private static final byte[] HTML = "\"html\":".getBytes(UTF_8);

    private final Map<Long, Integer> versions = new HashMap<>();
    private long repeated;
    private long snapshots;

    private CallsScreen(String url, String cookie) throws IOException {
        super(url, "/calls/stream", cookie);
    }

    private CallsScreen(InputStream chunks) {
        super(chunks);
    }

    static CallsScreen open(String url, String cookie) throws IOException {
        CallsScreen screen = new CallsScreen(url, cookie);
        screen.follow();
        return screen;
    }

    /** A screen that has read this stream of events, without a server. */
    static CallsScreen of(InputStream chunks) throws IOException {
        CallsScreen screen = new CallsScreen(chunks);
        screen.read();
        return screen;
    }

    @Override
    void take(String event, byte[] line) {
        if (event.equals("rows") || event.equals("snapshot")) {
            take(line, event.equals("snapshot"));
        }
    }

    /** Finds the rows without reading the markup in them, in which every quotation mark is escaped. */
    private void take(byte[] data, boolean whole) {
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
                    arrived(id);
                }
            } else if (!whole && known == version) {
                repeated++;
            }
        }
        if (whole) {
            snapshots++;
            begun();
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
}
