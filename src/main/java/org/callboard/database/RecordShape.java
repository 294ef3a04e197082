package org.callboard.database;

import jakarta.validation.constraints.Size;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How a record is built and taken apart.
 *
 * @param marks what stands on each component
 * @param index the places of the components by their names in queries and bodies, in lower case
 */
public record RecordShape(
        Constructor<?> constructor, RecordComponent[] components, Mark[] marks, Map<String, Integer> index) {

    /**
     * What stands on a component.
     *
     * @param name its name in queries and bodies
     * @param longest how many elements it may have, where it is a list with such a constraint
     * @param unwrapped whether its own components stand in its place
     */
    public record Mark(String name, int longest, boolean unwrapped) {

        private static Mark of(RecordComponent component) {
            Size size = component.getAccessor().getAnnotation(Size.class);
            return new Mark(
                    QueryComponents.name(component),
                    size == null ? Integer.MAX_VALUE : size.max(),
                    QueryComponents.isUnwrapped(component));
        }
    }

    private static final Map<Class<?>, RecordShape> KNOWN = new ConcurrentHashMap<>();

    public static RecordShape of(Class<?> type) {
        return KNOWN.computeIfAbsent(type, RecordShape::read);
    }

    private static RecordShape read(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            Mark[] marks = Arrays.stream(components).map(Mark::of).toArray(Mark[]::new);
            Map<String, Integer> index = new ConcurrentHashMap<>();
            for (int i = 0; i < components.length; i++) {
                components[i].getAccessor().setAccessible(true);
                index.put(marks[i].name.toLowerCase(Locale.ROOT), i);
            }
            return new RecordShape(constructor, components, marks, index);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The place of the component, in any case; null where there is none. */
    @Nullable
    public Integer place(String name) {
        return index.get(name.toLowerCase(Locale.ROOT));
    }

    public Object build(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    public @Nullable Object get(Object record, String name) {
        return values(record)[Objects.requireNonNull(place(name))];
    }

    /** The same record but for one component. Throws {@link NullPointerException} where it has none of this name. */
    @SuppressWarnings("unchecked")
    public static <T> T with(T record, String name, @Nullable Object value) {
        RecordShape shape = of(record.getClass());
        @Nullable Object[] values = shape.values(record);
        values[Objects.requireNonNull(shape.place(name))] = value;
        return (T) shape.build(values);
    }

    /** The components' values; nulls where there is no record. */
    @Nullable
    public Object[] values(@Nullable Object record) {
        @Nullable Object[] values = new Object[components.length];
        try {
            for (int i = 0; record != null && i < values.length; i++) {
                values[i] = components[i].getAccessor().invoke(record);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return values;
    }
}
