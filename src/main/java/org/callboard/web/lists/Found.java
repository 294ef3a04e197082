package org.callboard.web.lists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.callboard.search.Hit;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * A result of the search box, with what was searched for marked in it. A record that was merged leads to the one that it
 * lives on in.
 */
public record Found(
        String kind,
        String href,
        List<Part> name,
        List<Part> address,
        List<Part> why,
        boolean active,
        boolean merged,
        boolean doNotService) {

    /** A piece of text, and whether it is what was searched for. */
    public record Part(String text, boolean hit) {}

    static Found of(Hit hit, String query) {
        Long survivor = hit.mergedToId();
        String path = "/" + hit.kind().word() + "s/";
        String hidden = hit.hidden();
        Pattern words = words(query);
        return new Found(
                hit.kind().name(),
                path + (survivor == null ? hit.id() : survivor),
                parts(hit.name(), words),
                hit.address() == null ? List.of() : parts(hit.address().toString(), words),
                hidden == null ? List.of() : parts(hidden, words),
                hit.active(),
                survivor != null,
                hit.doNotService());
    }

    /** The longest words first, so that a short one that begins like them does not stand in for them. */
    private static @Nullable Pattern words(String query) {
        String any = Arrays.stream(VisibleText.strip(query).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return any.isEmpty() ? null : Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static List<Part> parts(String text, @Nullable Pattern words) {
        if (words == null) {
            return List.of(new Part(text, false));
        }
        List<Part> parts = new ArrayList<>();
        Matcher matcher = words.matcher(text);
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() > end) {
                parts.add(new Part(text.substring(end, matcher.start()), false));
            }
            parts.add(new Part(matcher.group(), true));
            end = matcher.end();
        }
        if (end < text.length()) {
            parts.add(new Part(text.substring(end), false));
        }
        return parts;
    }
}
