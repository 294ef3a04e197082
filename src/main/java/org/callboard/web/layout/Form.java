package org.callboard.web.layout;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.callboard.http.ApiErrors;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.Busy;
import org.callboard.refusals.Refusal.Conflict;
import org.callboard.refusals.Refusal.Forbidden;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A form: what stands in its fields, as it was typed or as a record fills it, and what is wrong there. A handler that has
 * one as its argument gets what was sent. Fields that were sent, filled or read are the form's own; what is wrong elsewhere
 * is said above them all.
 */
public final class Form extends FormReaders {

    private final MultiValueMap<String, String> values;
    private final Set<String> own;
    private final Set<String> hidden = new HashSet<>();
    private final FieldErrors errors = new FieldErrors();
    private final Map<String, Object> facts = new HashMap<>();
    private final List<String> elsewhere = new ArrayList<>();

    private Form(MultiValueMap<String, String> values) {
        this.values = values;
        this.own = new HashSet<>(values.keySet());
    }

    /** A form with these texts in its fields. */
    public static Form of(Map<String, List<String>> texts) {
        return new Form(new LinkedMultiValueMap<>(texts).deepCopy());
    }

    /** A form in which nothing stands yet. */
    public static Form blank() {
        return of(Map.of());
    }

    /** A form that a record fills: its values by their names, many as an array. */
    public static Form ofRecord(Map<String, ? extends @Nullable Object> record) {
        Form form = blank();
        record.forEach((field, value) -> Arrays.asList(
                        value instanceof Object[] many ? many : new @Nullable Object[] {value})
                .forEach(one -> form.with(field, one)));
        return form;
    }

    /** The same with another value in a field; null adds none. */
    public Form with(String field, @Nullable Object value) {
        own.add(field);
        if (value != null) {
            values.add(field, value.toString());
        }
        return this;
    }

    /** The same, of which the page does not show a field. */
    public Form hiding(String field) {
        hidden.add(field);
        return this;
    }

    /** What stands in a field, exactly as it was typed; empty where nothing does. */
    public String value(String field) {
        return Objects.requireNonNullElse(values.getFirst(field), "");
    }

    /** The same of one among many fields of the same name, counted from 0. */
    public String value(String field, int row) {
        List<String> all = values(field);
        return row < all.size() ? all.get(row) : "";
    }

    /** All that stands in a field of which many can be chosen. */
    @Override
    public List<String> values(String field) {
        own.add(field);
        return values.getOrDefault(field, List.of());
    }

    public boolean has(String field, Object value) {
        return values.getOrDefault(field, List.of()).contains(value.toString());
    }

    /** Whether the field came along at all, be it empty. */
    public boolean has(String field) {
        return values.containsKey(field);
    }

    /** What is wrong with a field, in sentences; null where nothing is. */
    @Override
    public @Nullable List<String> wrong(String field) {
        return errors.asMap().get(field);
    }

    /** What is wrong, but with none of the fields that are shown; null where nothing is. */
    public @Nullable String problem() {
        List<String> all = new ArrayList<>(elsewhere);
        hidden.forEach(field -> all.addAll(errors.asMap().getOrDefault(field, List.of())));
        return all.isEmpty() ? null : String.join(" ", all);
    }

    /** How many fields are wrong. */
    public int countWrong() {
        return errors.asMap().size();
    }

    /** A fact about the refusal, such as the id of the record that is in the way; null for none of this name. */
    public @Nullable Object fact(String name) {
        return facts.get(name);
    }

    /** The rows of a list, whose fields are called {@code list[0].name}: as many as there are, and at least so many. */
    public List<Integer> rows(String list, int least) {
        own.add(list);
        Pattern row = Pattern.compile(Pattern.quote(list) + "\\[(\\d+)]\\..+");
        int count = values.keySet().stream()
                .map(row::matcher)
                .filter(Matcher::matches)
                .mapToInt(matcher -> Integer.parseInt(matcher.group(1)) + 1)
                .max()
                .orElse(0);
        return IntStream.range(0, Math.max(least, count)).boxed().toList();
    }

    /** All fields and what stands in them. */
    public Map<String, List<String>> texts() {
        return values;
    }

    /** Exactly what was typed, as a password needs it. */
    @Override
    public @Nullable String raw(String field) {
        own.add(field);
        return values.getFirst(field);
    }

    /** Notes what was found wrong with the fields. */
    @Override
    public void note(FieldErrors found) {
        found.asMap().forEach((field, sentences) -> sentences.forEach(sentence -> errors.add(field, sentence)));
        if (saving) {
            found.throwIfAny();
        }
    }

    @Override
    public void refuseIfWrong() {
        errors.throwIfAny();
    }

    /**
     * Saves where nothing is wrong so far, and says whether that went well. If not, the form says what is wrong and the
     * answer is a 422, or the 503 that it was; a refusal that the person can't correct here, such as NotFound, is thrown on.
     */
    public boolean saved(HttpServletResponse response, Runnable save) {
        return saved(response, noted -> {
            noted.throwIfAny();
            save.run();
        });
    }

    /** The same for an operation that refuses all at once, with what is noted already. */
    public boolean saved(HttpServletResponse response, Consumer<FieldErrors> save) {
        return saved(response, field -> field, save);
    }

    /**
     * The same.
     *
     * @param fields gives the field of the form for what the operation calls it; null where nothing is to be said
     */
    public boolean saved(
            HttpServletResponse response, Function<String, @Nullable String> fields, Consumer<FieldErrors> save) {
        try {
            saving = true;
            save.accept(new FieldErrors().addMissing(errors));
            return true;
        } catch (Invalid | Conflict | Forbidden | Busy e) { // what can be corrected, or sent once more in a moment
            refused(e, fields);
            ApiErrors.head(
                    response, e instanceof Busy ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_CONTENT);
            return false;
        } finally {
            saving = false;
        }
    }

    /** Takes over why an operation refused, by the fields of this form. */
    public Form refused(Refusal refusal, Function<String, @Nullable String> fields) {
        refusal.errors().forEach((path, sentences) -> {
            String field = fields.apply(path);
            if (field != null) {
                sentences.forEach(sentence -> say(owned(field), sentence));
            }
        });
        facts.putAll(refusal.facts());
        if (refusal.errors().isEmpty()) {
            // a conflict names the field in its facts
            say(
                    refusal.facts().keySet().stream()
                            .filter(own::contains)
                            .findFirst()
                            .orElse(null),
                    refusal.title());
        }
        return this;
    }

    /** The field itself, or the one of which it is a row; null where it is none of this form. */
    private @Nullable String owned(String path) {
        String list = path.replaceFirst("\\[\\d+][^\\[]*$", "");
        return own.contains(path) ? path : own.contains(list) ? list : null;
    }

    private void say(@Nullable String field, String sentence) {
        if (field != null) {
            errors.add(field, sentence);
        } else if (!elsewhere.contains(sentence)) {
            elsewhere.add(sentence);
        }
    }
}
