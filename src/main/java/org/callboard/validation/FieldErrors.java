package org.callboard.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.Invalid;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the fields of one request, so that all of it is said at once. */
public final class FieldErrors {

    /** The name of what is wrong with a body as a whole. */
    public static final String WHOLE = "body";

    private static final int MAX = 1000;
    private static final String MORE = "More than " + MAX + " fields are wrong; these are the first.";

    private final Map<String, List<String>> messages = new LinkedHashMap<>();

    /**
     * Notes a sentence about a field, named by its path in the request; one that was said already counts once. Beyond a
     * thousand fields it is only said that there are more.
     */
    public FieldErrors add(String field, String message) {
        boolean more = messages.size() >= MAX && !messages.containsKey(field);
        List<String> said = messages.computeIfAbsent(more ? WHOLE : field, f -> new ArrayList<>());
        String sentence = more ? MORE : message;
        if (!said.contains(sentence)) {
            said.add(sentence);
        }
        return this;
    }

    /** Notes the sentence where the condition holds. */
    public FieldErrors addIf(boolean wrong, String field, String message) {
        return wrong ? add(field, message) : this;
    }

    /** Notes that a required text is missing or blank. */
    public FieldErrors required(String field, @Nullable Object value) {
        return addIf(
                value == null || value instanceof String s && !VisibleText.in(s), field, "This field is required.");
    }

    /** Notes that a text is longer than it may be. */
    public FieldErrors maxLength(String field, @Nullable String value, int max) {
        return addIf(value != null && value.length() > max, field, tooLong(max));
    }

    /** What is said of every text that is longer than it may be. */
    public static String tooLong(int max) {
        return "At most " + max + " characters are allowed.";
    }

    /** Takes over what is said of fields that nothing was said of yet. */
    public FieldErrors addMissing(FieldErrors others) {
        others.messages.forEach((field, sentences) -> {
            if (!has(field)) {
                sentences.forEach(sentence -> add(field, sentence));
            }
        });
        return this;
    }

    /** Notes all that somebody else found wrong. */
    public void addAll(Refusal refusal) {
        refusal.errors().forEach((field, sentences) -> sentences.forEach(sentence -> add(field, sentence)));
    }

    public boolean has(String field) {
        return messages.containsKey(field);
    }

    public boolean isEmpty() {
        return messages.isEmpty();
    }

    public Map<String, List<String>> asMap() {
        return messages;
    }

    /** Throws an Invalid that names every field, if any was noted. */
    public void throwIfAny() {
        if (!messages.isEmpty()) {
            throw new Invalid(messages);
        }
    }
}
