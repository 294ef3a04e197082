package org.callboard.requests;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.callboard.validation.Patch;
import org.callboard.validation.Trimmed;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * The components of a record whose limit says that nothing at their edges belongs to them.
 *
 * @param at whether the component at a place is one
 */
record TrimmedTexts(boolean[] at) {

    private static final Map<Class<?>, TrimmedTexts> KNOWN = new ConcurrentHashMap<>();

    /** Looked up once a record. */
    static TrimmedTexts of(Class<?> type) {
        return KNOWN.computeIfAbsent(type, TrimmedTexts::read);
    }

    private static TrimmedTexts read(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        boolean[] at = new boolean[components.length];
        IntStream.range(0, at.length).forEach(i -> at[i] = isTrimmed(components[i].getAnnotatedType()));
        return new TrimmedTexts(at);
    }

    /** In a change the limit stands on what may be patched. */
    private static boolean isTrimmed(AnnotatedType type) {
        AnnotatedElement value =
                type instanceof AnnotatedParameterizedType patch ? patch.getAnnotatedActualTypeArguments()[0] : type;
        return Stream.of(value.getAnnotations())
                .anyMatch(limit -> limit.annotationType().isAnnotationPresent(Trimmed.class));
    }

    /** The component as it is kept. */
    @Nullable
    Object kept(int place, @Nullable Object value) {
        if (at[place] && value instanceof Patch<?> patch && patch.value() instanceof String text) {
            return Patch.of(VisibleText.strip(text));
        }
        return at[place] && value instanceof String text ? VisibleText.strip(text) : value;
    }
}
