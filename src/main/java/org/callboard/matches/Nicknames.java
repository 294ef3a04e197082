package org.callboard.matches;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** First names and what people are called who have them: the names of one line of a list may all be one person's. */
public final class Nicknames {

    /** Many, for the search: a wrong one costs nothing there. */
    public static final Nicknames ALL = new Nicknames("/search/nicknames.txt");

    /** A short list, where each line takes two people for one. */
    static final Nicknames SURE = new Nicknames("/matches/nicknames.txt");

    private final Map<String, Set<String>> names = new HashMap<>();

    private Nicknames(String list) {
        lines(list).filter(line -> !line.isEmpty() && !line.startsWith("#")).forEach(line -> {
            List<String> family = List.of(line.split(" "));
            for (String one : family) {
                Set<String> others = names.computeIfAbsent(one, name -> new LinkedHashSet<>());
                others.addAll(family);
                others.remove(one);
            }
        });
    }

    /** What else people are called who are called so; none for most words. */
    public Set<String> of(String name) {
        return names.getOrDefault(name, Set.of());
    }

    private static Stream<String> lines(String list) {
        try (InputStream in = Nicknames.class.getResourceAsStream(list)) {
            if (in == null) {
                throw new IllegalStateException("no list of nicknames: " + list);
            }
            return new String(in.readAllBytes(), UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
