package org.callboard.testing;

import org.callboard.database.RecordShape;
import org.jspecify.annotations.Nullable;

/** A record that differs from another in what a test is about, and in nothing else. */
public record Variant<T extends Record>(T record) {

    public static <T extends Record> Variant<T> of(T record) {
        return new Variant<>(record);
    }

    /** Throws {@link NullPointerException} where the record has no such component. */
    public Variant<T> with(String name, @Nullable Object value) {
        return of(RecordShape.with(record, name, value));
    }
}
