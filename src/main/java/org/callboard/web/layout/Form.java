package org.callboard.web.layout;

import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.callboard.database.RecordShape;
import org.callboard.http.ApiErrors;
import org.callboard.paging.Ids;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.Busy;
import org.callboard.refusals.Refusal.Conflict;
import org.callboard.refusals.Refusal.Forbidden;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.WallClockTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A form: what stands in its fields, as it was typed or as a record fills it, and what is wrong there. A handler that has
 * one as its argument gets what was sent. Readers give what was typed, null where that is nothing, and note under the
 * field's name what can't be read; while the form is being saved, they refuse. Fields that were sent, filled or read are
 * the form's own; what is wrong elsewhere is said above them all.
 */
public final class Form {

    static final String FROM_LIST = "Choose one from the list.";

    private final MultiValueMap<String, String> values;
    private final Set<String> own;
    private final Set<String> hidden = new HashSet<>();
    private final FieldErrors errors = new FieldErrors();
    private boolean saving;
    private final List<String> elsewhere = new ArrayList<>();

    private Form(MultiValueMap<String, String> values) {
        this.values = values;
        this.own = new HashSet<>(values.keySet());
    }

    /** A form with these texts in its fields. */
    public static Form of(Map<String, List<String>> texts) {
        return new Form(new LinkedMultiValueMap<>(texts));
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

    // what templates ask

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
    public @Nullable List<String> wrong(String field) {
        return errors.asMap().get(field);
    }

    /** What is wrong, but with none of the fields that are shown; null where nothing is. */
    public @Nullable String problem() {
        List<String> all = new ArrayList<>(elsewhere);
        hidden.forEach(field -> all.addAll(errors.asMap().getOrDefault(field, List.of())));
        return all.isEmpty() ? null : String.join(" ", all);
    }

    // readers

    /** A text, without what stands around it. */
    public @Nullable String text(String field) {
        String text = raw(field);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The same, empty where nothing was typed. */
    public String textOrEmpty(String field) {
        return Objects.requireNonNullElse(text(field), "");
    }

    /** Exactly what was typed, as a password needs it. */
    public @Nullable String raw(String field) {
        own.add(field);
        return values.getFirst(field);
    }

    /** Whether a box is ticked. */
    public boolean flag(String field) {
        return "true".equals(raw(field));
    }

    /** The id of one that was chosen. */
    public @Nullable Long id(String field) {
        return id(field, text(field));
    }

    /** The ids of all that were chosen. */
    public List<Long> ids(String field) {
        return values(field).stream()
                .filter(value -> !value.isBlank())
                .map(value -> id(field, value))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Long id(String field, @Nullable String text) {
        Long id = Ids.typed(text);
        note(text != null && id == null, field, FROM_LIST);
        return id;
    }

    /** A whole number from 0. */
    public @Nullable Integer number(String field) {
        String text = text(field);
        Long number = Ids.typed(text);
        note(text != null && number == null, field, "A whole number is expected.");
        return number == null ? null : (int) Math.min(number, Integer.MAX_VALUE);
    }

    /** One constant of an enumeration, in whatever case. */
    public <E extends Enum<E>> @Nullable E choice(String field, Class<E> type) {
        return constant(field, text(field), type);
    }

    /** All constants that were chosen. */
    public <E extends Enum<E>> Set<E> choices(String field, Class<E> type) {
        Set<E> chosen = EnumSet.noneOf(type);
        for (String text : values(field)) {
            E constant = constant(field, text, type);
            if (constant != null) {
                chosen.add(constant);
            }
        }
        return chosen;
    }

    private <E extends Enum<E>> @Nullable E constant(String field, @Nullable String text, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        note(text != null, field, FROM_LIST);
        return null;
    }

    /** A day. */
    public @Nullable LocalDate date(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 1900 && date.getYear() < 2200) {
                return date;
            }
        } catch (DateTimeException e) {
            // said below
        }
        note(true, field, "A date such as 2026-01-31 is expected.");
        return null;
    }

    /** A day and a time, by the clocks of whoever typed it. */
    public @Nullable LocalDateTime time(String field) {
        FieldErrors unread = new FieldErrors();
        LocalDateTime time = WallClockTime.read(text(field), field, unread);
        note(unread);
        return time;
    }

    /** A record with what stands in the fields of its components' names. 400 names all that can't be read. */
    @SuppressWarnings("unchecked")
    public <T extends Record> T read(Class<T> type) {
        RecordShape shape = RecordShape.of(type);
        @Nullable
        Object[] parts = Arrays.stream(shape.components()).map(this::part).toArray();
        errors.throwIfAny();
        return (T) shape.build(parts);
    }

    private @Nullable Object part(RecordComponent component) {
        String field = component.getName();
        Class<?> type = component.getType();
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (type == String.class) {
            return optional ? text(field) : textOrEmpty(field);
        } else if (type == boolean.class) {
            return flag(field);
        } else if (type == List.class) {
            return ids(field);
        }
        @Nullable Object value;
        if (type.isEnum()) {
            value = choice(field, type.asSubclass(Enum.class));
        } else {
            value = type == Integer.class ? (Object) number(field) : id(field);
        }
        note(value == null && !optional && !errors.has(field), field, "This field is required.");
        return value;
    }

    /** Notes what is wrong with a field, where it is. */
    public Form note(boolean wrong, String field, String sentence) {
        return note(new FieldErrors().addIf(wrong, field, sentence));
    }

    /** Notes what was found wrong with the fields. */
    public Form note(FieldErrors found) {
        errors.addMissing(found);
        if (saving) {
            found.throwIfAny();
        }
        return this;
    }

    // what becomes of it

    /**
     * Saves where nothing is wrong so far, and says whether that went well. If not, the form says what is wrong and the
     * answer is a 422, or the 503 that it was; a refusal that the person can't correct here, such as a 404, is thrown on.
     */
    public boolean saved(HttpServletResponse response, Runnable save) {
        return saved(response, noted -> {
            noted.throwIfAny();
            save.run();
        });
    }

    /** The same for an operation that refuses all at once, with what is noted already. */
    public boolean saved(HttpServletResponse response, Consumer<FieldErrors> save) {
        return saved(response, UnaryOperator.identity(), save);
    }

    /**
     * The same.
     *
     * @param fields gives the field of the form for what the operation calls it
     */
    public boolean saved(HttpServletResponse response, UnaryOperator<String> fields, Consumer<FieldErrors> save) {
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
    public void refused(Refusal refusal, UnaryOperator<String> fields) {
        refusal.errors().forEach((path, sentences) -> {
            String field = owned(fields.apply(path));
            sentences.forEach(sentence -> say(field, sentence));
        });
        if (refusal.errors().isEmpty()) {
            // a conflict names the field in its facts
            say(
                    refusal.facts().keySet().stream()
                            .filter(own::contains)
                            .findFirst()
                            .orElse(null),
                    refusal.title());
        }
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
