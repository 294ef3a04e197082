package org.callboard.web.layout;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.callboard.refusals.Refusal;

/** A refusal in words, for a toast or a page. */
public final class Forms {

    private Forms() {}

    /** A refusal in one line, for a toast or a page: what is wrong with the fields, or else its title. */
    public static String sentence(Refusal problem) {
        return sentence(problem.title(), problem.errors());
    }

    static String sentence(String title, Map<String, List<String>> errors) {
        return errors.isEmpty()
                ? title
                : errors.values().stream().flatMap(List::stream).collect(Collectors.joining(" "));
    }
}
