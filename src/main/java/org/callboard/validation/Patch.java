package org.callboard.validation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field of a change that tells null from nothing: left out it leaves the value as it is, a JSON null clears it. Only for
 * fields that the contract calls nullable in a change; everywhere else a plain nullable component will do, where null
 * changes nothing.
 *
 * <p>A record of a request has {@code Patch<String> name}; constraints stand on the value, as in
 * {@code Patch<@Size(max = 200) String> name}. {@code RecordBinder} never gives null for such a component.
 *
 * <p>It is no record: Bean Validation would take every record for something that may hold values, and say so in the log.
 */
public final class Patch<T> {

    private final boolean given;
    private final @Nullable T value;

    public Patch(boolean given, @Nullable T value) {
        this.given = given;
        this.value = value;
    }

    /** A field that was left out. */
    public static <T> Patch<T> absent() {
        return new Patch<>(false, null);
    }

    /** A field that was sent, with a value or with null. */
    public static <T> Patch<T> of(@Nullable T value) {
        return new Patch<>(true, value);
    }

    /** Whether the field was in the body. */
    public boolean given() {
        return given;
    }

    /** What stood there; null where it was JSON's null or where nothing was given. */
    public @Nullable T value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Patch<?> patch && given == patch.given && Objects.equals(value, patch.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(given, value);
    }

    /** The value after the change. */
    public @Nullable T or(@Nullable T old) {
        return given ? value : old;
    }
}
