package org.callboard.changes;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.callboard.database.RecordShape;
import org.jspecify.annotations.Nullable;

/** Which fields an action changed, each with its value before and after, by its name on the wire. */
public final class Diff {

    /**
     * One changed field; an absent value is null. What is written may be whatever the wire can tell; it is read as JSON has
     * it: a text, a number, a boolean, a list, or a map of an object's parts.
     */
    public record Field(
            String name, @Nullable Object before, @Nullable Object after) {}

    private final List<Field> fields = new ArrayList<>();

    public static Diff none() {
        return new Diff();
    }

    /** All that a new record says, in the order of its components. */
    public static Diff of(Record after) {
        return none().and(after.getClass(), null, after);
    }

    /** What differs between two states of a record, in the order of its components. */
    public static <T extends Record> Diff between(T before, T after) {
        return none().and(before, after);
    }

    /** Notes what differs between two states. A record within is one value, or by its parts where it is unwrapped. */
    public <T extends Record> Diff and(T before, T after) {
        return and(before.getClass(), before, after);
    }

    private Diff and(Class<?> type, @Nullable Object before, @Nullable Object after) {
        RecordShape shape = RecordShape.of(type);
        @Nullable Object[] old = shape.values(before);
        @Nullable Object[] now = shape.values(after);
        for (int i = 0; i < old.length; i++) {
            RecordComponent component = shape.components()[i];
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                and(component.getType(), old[i], now[i]);
            } else {
                field(component.getName(), old[i], now[i]);
            }
        }
        return this;
    }

    /** Notes the field where the two values differ. */
    public Diff field(String name, @Nullable Object before, @Nullable Object after) {
        if (!same(before, after)) {
            fields.add(new Field(name, before, after));
        }
        return this;
    }

    /** One amount may be written with more or fewer zeros. */
    private static boolean same(@Nullable Object before, @Nullable Object after) {
        return before instanceof BigDecimal one && after instanceof BigDecimal other
                ? one.compareTo(other) == 0
                : Objects.equals(before, after);
    }

    /** A field of a new record. */
    public Diff now(String name, @Nullable Object value) {
        return field(name, null, value);
    }

    public List<Field> fields() {
        return fields;
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }
}
