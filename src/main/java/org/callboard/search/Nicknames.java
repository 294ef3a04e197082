package org.callboard.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** First names and what people are called who have them. */
final class Nicknames {

    private static final Map<String, Set<String>> NAMES = read();

    private Nicknames() {}

    /** What else people are called who are called so; none for most words. */
    static Set<String> of(String name) {
        return NAMES.getOrDefault(name, Set.of());
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> names = new HashMap<>();
        for (String line : lines()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                List<String> family = List.of(line.split(" "));
                for (String one : family) {
                    Set<String> others = names.computeIfAbsent(one, name -> new LinkedHashSet<>());
                    others.addAll(family);
                    others.remove(one);
                }
            }
        }
        return names;
    }

    private static List<String> lines() {
        try (InputStream in = Nicknames.class.getResourceAsStream("/search/nicknames.txt")) {
            if (in == null) {
                throw new IllegalStateException("no list of nicknames");
            }
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
