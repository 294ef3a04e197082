package org.callboard.database;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The parameters that a record of a query stands for. */
public final class QueryComponents {

    private static final ClassValue<List<RecordComponent>> KNOWN = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> record) {
            return Arrays.stream(record.getRecordComponents())
                    .flatMap(component ->
                            isUnwrapped(component) ? of(component.getType()).stream() : Stream.of(component))
                    .toList();
        }
    };

    private QueryComponents() {}

    /** The record's components in their order; where one is an unwrapped record, its own stand in its place. */
    public static List<RecordComponent> of(Class<?> record) {
        return KNOWN.get(record);
    }

    static boolean isUnwrapped(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }

    /** The component's own name, unless a {@link Schema} on it has one that Java can't write, such as {@code a.b}. */
    public static String name(RecordComponent component) {
        Schema schema = component.getAccessor().getAnnotation(Schema.class);
        return schema == null || schema.name().isEmpty() ? component.getName() : schema.name();
    }
}
