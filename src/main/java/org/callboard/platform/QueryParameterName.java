package org.callboard.platform;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.RecordComponent;

/** What a component of a record of parameters is called in a query. */
public final class QueryParameterName {

    private QueryParameterName() {}

    /** The component's own name, unless a {@link Schema} on it has one that Java can't write, such as {@code a.b}. */
    public static String of(RecordComponent component) {
        Schema schema = component.getAccessor().getAnnotation(Schema.class);
        return schema == null || schema.name().isEmpty() ? component.getName() : schema.name();
    }
}
