package org.callboard.web.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.callboard.access.SignedInUser;
import org.callboard.testing.Api;
import org.callboard.testing.Eventually;
import org.callboard.testing.Server;
import org.callboard.testing.Visitor;
import tools.jackson.databind.JsonNode;

/** The stream of somebody who takes calls, as their browser reads it: what it was told last is what it shows. */
final class PhoneLine implements AutoCloseable {

    private final Socket socket;
    private final AtomicReference<JsonNode> view = new AtomicReference<>();

    private PhoneLine(Visitor visitor) throws IOException {
        socket = new Socket("localhost", Server.port());
        socket.getOutputStream()
                .write(("GET /phone/stream HTTP/1.0\r\nHost: localhost\r\nAccept: text/event-stream\r\nCookie: "
                                + visitor.cookie() + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        assertThat(lines.readLine()).contains(" 200");
        Thread.ofVirtual().start(() -> read(lines));
    }

    static PhoneLine of(SignedInUser user) {
        return of(Visitor.signedIn(user));
    }

    static PhoneLine of(Visitor visitor) {
        try {
            PhoneLine line = new PhoneLine(visitor);
            Eventually.is(true, () -> line.view.get() != null);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(BufferedReader lines) {
        try {
            String event = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:")) {
                    event = line.substring(6).strip();
                } else if (line.startsWith("data:") && event.equals("calls")) {
                    view.set(Api.JSON.readTree(line.substring(5)));
                }
            }
        } catch (IOException e) {
            // it was closed
        }
    }

    String user() {
        return view.get().get("user").stringValue();
    }

    /** The calls that are shown, in their order. */
    List<Long> calls() {
        return ids("calls");
    }

    List<Long> gone() {
        return ids("gone");
    }

    private List<Long> ids(String list) {
        List<Long> ids = new ArrayList<>();
        view.get().get(list).forEach(one -> ids.add(one.get("id").longValue()));
        return ids;
    }

    /** What is said of a call that is gone. */
    String words(long id) {
        for (JsonNode one : view.get().get("gone")) {
            if (one.get("id").longValue() == id) {
                return one.get("words").stringValue();
            }
        }
        return "";
    }

    /** How a call is shown. */
    String html(long id) {
        for (JsonNode one : view.get().get("calls")) {
            if (one.get("id").longValue() == id) {
                return one.get("html").stringValue();
            }
        }
        return "";
    }

    PhoneLine shows(Long... ids) {
        Eventually.is(List.of(ids), this::calls);
        return this;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
