package org.callboard.web.docs;

import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Reads what is annotated on the components of a record. */
final class Components {

    private Components() {}

    /** jspecify's annotation stands on the type, all others on the accessor. */
    static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    static <A extends Annotation> @Nullable A annotation(RecordComponent component, Class<A> type) {
        return component.getAccessor().getAnnotation(type);
    }

    static boolean has(RecordComponent component, Class<? extends Annotation> type) {
        return component.getAccessor().isAnnotationPresent(type);
    }
}
