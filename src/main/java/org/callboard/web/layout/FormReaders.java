package org.callboard.web.layout;

import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.callboard.database.RecordShape;
import org.callboard.paging.Ids;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.callboard.validation.WallClockTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a form as values of a type: null where nothing was typed. What can't be read is noted under the
 * field's name; while the form is being saved, it is refused at once, but for fields that are read together.
 */
abstract sealed class FormReaders permits Form {

    private static final String ONE = "Choose one from the list.";
    private static final String SOME = "Choose from the list.";

    /** Whether what can't be read is refused at once, lest something be saved without it. */
    boolean saving;

    /** Exactly what stands in a field, as a password needs it. */
    public abstract @Nullable String raw(String field);

    /** All that stands in a field of which many can be chosen. */
    public abstract List<String> values(String field);

    /** What is wrong with a field, in sentences; null where nothing is. */
    public abstract @Nullable List<String> wrong(String field);

    /** Notes what was found wrong with the fields. */
    public abstract void note(FieldErrors found);

    /** Throws an Invalid that names what is noted, if anything is. */
    public abstract void refuseIfWrong();

    /** What is read of several fields together. Invalid names all that can't be read, also while the form is being saved. */
    public <T> T all(Supplier<T> reading) {
        boolean before = saving;
        saving = false;
        try {
            T read = reading.get();
            refuseIfWrong();
            return read;
        } finally {
            saving = before;
        }
    }

    /** The same of what has to keep a rule. Invalid names what can't be read together with what the rule refuses. */
    public <T> T all(Supplier<T> reading, Consumer<T> rule) {
        return all(() -> {
            T read = reading.get();
            try {
                rule.accept(read);
            } catch (Invalid e) {
                e.errors().forEach((field, sentences) -> {
                    boolean unread = wrong(field) != null;
                    sentences.forEach(sentence -> note(!unread, field, sentence));
                });
            }
            return read;
        });
    }

    /** A text, without what stands around it. */
    public @Nullable String text(String field) {
        String text = raw(field);
        return VisibleText.orNull(text);
    }

    /** The same, empty where nothing was typed. */
    public String textOrEmpty(String field) {
        return Objects.requireNonNullElse(text(field), "");
    }

    /** Whether a box is ticked. */
    public boolean flag(String field) {
        return "true".equals(raw(field));
    }

    /** The id of one that was chosen. */
    public @Nullable Long id(String field) {
        return id(field, text(field), ONE);
    }

    /** The ids of all that were chosen. */
    public List<Long> ids(String field) {
        return values(field).stream()
                .filter(VisibleText::in)
                .map(value -> id(field, value, SOME))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Long id(String field, @Nullable String text, String otherwise) {
        Long id = Ids.typed(text);
        note(text != null && id == null, field, otherwise);
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
        return constant(field, text(field), type, ONE);
    }

    /** All constants that were chosen. */
    public <E extends Enum<E>> Set<E> choices(String field, Class<E> type) {
        Set<E> chosen = EnumSet.noneOf(type);
        for (String text : values(field)) {
            E constant = constant(field, text, type, SOME);
            if (constant != null) {
                chosen.add(constant);
            }
        }
        return chosen;
    }

    private <E extends Enum<E>> @Nullable E constant(
            String field, @Nullable String text, Class<E> type, String otherwise) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        note(text != null, field, otherwise);
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

    /** A record with what stands in the fields of its components' names. Invalid names all that can't be read. */
    public <T extends Record> T read(Class<T> type) {
        return build(type, all(() -> parts(type)));
    }

    /** The same before anything is saved, with null for what can't be read, which is noted. */
    public <T extends Record> T draft(Class<T> type) {
        return build(type, parts(type));
    }

    private @Nullable Object[] parts(Class<?> type) {
        return Arrays.stream(RecordShape.of(type).components()).map(this::part).toArray();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Record> T build(Class<T> type, @Nullable Object[] parts) {
        return (T) RecordShape.of(type).build(parts);
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
        if (type == LocalDate.class) {
            value = date(field);
        } else if (type.isEnum()) {
            value = choice(field, type.asSubclass(Enum.class));
        } else {
            value = type == Integer.class ? (Object) number(field) : id(field);
        }
        note(value == null && !optional && wrong(field) == null, field, "This field is required.");
        return value;
    }

    /** Notes what is wrong with a field, where it is. */
    public void note(boolean wrong, String field, String sentence) {
        note(new FieldErrors().addIf(wrong, field, sentence));
    }
}
