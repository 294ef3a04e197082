package org.callboard.web.layout;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.callboard.http.ApiErrors;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.Busy;
import org.callboard.refusals.Refusal.Conflict;
import org.callboard.refusals.Refusal.Forbidden;
import org.callboard.refusals.Refusal.Invalid;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** What every form does with a refusal: it stays, with what was typed, and each wrong field says what is wrong. */
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

    /** Puts a refusal into the model of a form that comes back as a 422: {@code errors}, or where there are none {@code problem}. */
    public static void refused(Model model, HttpServletResponse response, Refusal e) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("errors", e.errors());
        model.addAttribute("problem", e.errors().isEmpty() ? e.title() : null);
    }

    /**
     * Saves, and says whether that went well. If not, the model has {@code errors} (field to sentences, read by
     * {@code fragments/form}) and, for what belongs to none of the fields, {@code problem}; the answer is a 422, or the 503 that it was. A
     * refusal that the person can't correct in the form, such as a 404, is thrown on.
     *
     * @param fields the names of the form's own fields
     */
    public static boolean saved(Model model, HttpServletResponse response, Set<String> fields, Runnable save) {
        try {
            save.run();
            return true;
        } catch (Invalid | Conflict | Forbidden | Busy e) { // what can be corrected, or sent once more in a moment
            Map<String, List<String>> errors = new TreeMap<>();
            List<String> stray = new ArrayList<>();
            e.errors().forEach((path, sentences) -> {
                String field = path.replaceFirst("\\[\\d+].*", "");
                if (fields.contains(field)) {
                    errors.computeIfAbsent(field, f -> new ArrayList<>()).addAll(sentences);
                } else {
                    stray.addAll(sentences);
                }
            });
            if (e.errors().isEmpty()) {
                // a conflict names the field in its facts
                e.facts().keySet().stream()
                        .filter(fields::contains)
                        .findFirst()
                        .ifPresentOrElse(field -> errors.put(field, List.of(e.title())), () -> stray.add(e.title()));
            }
            model.addAttribute("errors", errors);
            if (!stray.isEmpty()) {
                model.addAttribute("problem", String.join(" ", stray));
            }
            ApiErrors.head(
                    response, e instanceof Busy ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_CONTENT);
            return false;
        }
    }
}
