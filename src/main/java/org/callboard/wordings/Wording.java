package org.callboard.wordings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;

/**
 * Fills a company's own words: {@code {name}} stands for a value, and nothing else has a meaning. What a value holds is
 * never read as words again.
 */
public final class Wording {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}\\n]{0,60})}");

    private Wording() {}

    /** Notes every placeholder that is not among the known ones, by its name. */
    public static void check(FieldErrors errors, String field, String words, Collection<String> known) {
        List<String> unknown = PLACEHOLDER
                .matcher(words)
                .results()
                .map(found -> VisibleText.strip(found.group(1)))
                .filter(name -> !known.contains(name))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            errors.add(
                    field,
                    quoted(unknown) + (unknown.size() == 1 ? " is not a placeholder" : " are not placeholders")
                            + ". There are " + quoted(known) + ".");
        }
    }

    /** The words with their values. A line whose placeholders all have no value is left out, with what else it says. */
    public static String fill(String words, Map<String, String> values) {
        return words.lines()
                .filter(line -> !saysNothing(line, values))
                .map(line -> PLACEHOLDER
                        .matcher(line)
                        .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), values))))
                .collect(Collectors.joining("\n"));
    }

    private static boolean saysNothing(String line, Map<String, String> values) {
        List<String> names =
                PLACEHOLDER.matcher(line).results().map(found -> found.group(1)).toList();
        return !names.isEmpty() && names.stream().allMatch(name -> !VisibleText.in(value(name, values)));
    }

    private static String value(String name, Map<String, String> values) {
        return values.getOrDefault(VisibleText.strip(name), "");
    }

    private static String quoted(Collection<String> names) {
        return names.stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
    }
}
