package org.callboard.web.lists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** Marks what was searched for in the texts of a line: words by their beginning, numbers whatever parts their figures. */
final class Marked {

    /** A piece of text, and whether it is what was searched for. */
    record Part(String text, boolean hit) {}

    private static final int MANY_FIGURES = 3;
    private static final Pattern FIGURES = Pattern.compile("[+(]*\\d[\\d().+/-]*");

    private final @Nullable Pattern searched;

    private Marked(@Nullable Pattern searched) {
        this.searched = searched;
    }

    /** The longest words first, so that a short one that begins like them does not stand in for them. */
    static Marked of(String query) {
        String any = Arrays.stream(VisibleText.strip(query).split("[\\s,;]+"))
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Marked::pattern)
                .collect(Collectors.joining("|"));
        return new Marked(any.isEmpty() ? null : Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    private static String pattern(String word) {
        String figures = word.replaceAll("\\D", "");
        if (FIGURES.matcher(word).matches() && figures.length() >= MANY_FIGURES) {
            return figures.chars().mapToObj(Character::toString).collect(Collectors.joining("[\\s().+/-]*"));
        }
        boolean spaced = word.codePoints().noneMatch(Character::isIdeographic);
        return (spaced ? "(?<![\\p{L}\\p{N}])" : "") + Pattern.quote(word);
    }

    List<Part> in(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        if (searched == null) {
            return List.of(new Part(text, false));
        }
        List<Part> parts = new ArrayList<>();
        Matcher matcher = searched.matcher(text);
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
