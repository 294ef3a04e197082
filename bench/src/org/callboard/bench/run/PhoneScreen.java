package org.callboard.bench.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page of somebody who takes calls, with the strip of those that ring. */
final class PhoneScreen extends OpenScreen {

    private static final Pattern CALL = Pattern.compile("\\{\"id\":(\\d+),\"version\"");

    private Set<Long> shown = new HashSet<>();

    private PhoneScreen(String url, String cookie) throws IOException {
        super(url, "/phone/stream", cookie);
    }

    static PhoneScreen open(String url, String cookie) throws IOException {
        PhoneScreen screen = new PhoneScreen(url, cookie);
        screen.follow();
        return screen;
    }

    @Override
    void take(String event, byte[] line) {
        if (event.equals("calls")) {
            String data = new String(line, UTF_8);
            shown = CALL.matcher(data.substring(0, data.lastIndexOf("\"gone\":[")))
                    .results()
                    .map((MatchResult one) -> Long.valueOf(one.group(1)))
                    .collect(Collectors.toSet());
            shown.forEach(this::arrived);
            begun();
        }
    }

    synchronized Set<Long> shown() {
        return new HashSet<>(shown);
    }
}
