package org.callboard.database;

import jakarta.validation.constraints.Size;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /**
     * Makes records of one type of others by the names of components: what a response shows of a record, or what a record is
     * after a change. Where a record holds another, its components count too. Where each comes from is looked up once, when
     * the copy is defined: {@link IllegalStateException} where a component is nowhere, or of another type there.
     */
    public static final class Copy<T extends Record> {

        /** What every part of a copy is made from: the values that are given, and one or two records. */
        private static final MethodType INPUT =
                MethodType.methodType(Object.class, Object[].class, Record.class, Record.class);

        private static final MethodType ANY = MethodType.methodType(Object.class, Object.class);
        private static final MethodHandle IS_NULL =
                handle(lookup -> lookup.findStatic(Objects.class, "isNull", ANY.changeReturnType(boolean.class)));

        /** One handle for all of it, which the compiler of the machine makes as quick as code by hand. */
        private final MethodHandle make;

        private Copy(Class<T> type, List<String> given, Class<?>... sources) {
            RecordShape target = RecordShape.of(type);
            MethodHandle all = handle(lookup -> lookup.unreflectConstructor(target.constructor));
            int parts = target.components.length;
            for (int i = parts - 1; i >= 0; i--) {
                RecordComponent part = target.components[i];
                int place = given.indexOf(part.getName());
                MethodHandle value = place >= 0 ? given(place) : first(type, part, sources);
                all = MethodHandles.collectArguments(all, i, value.asType(INPUT.changeReturnType(part.getType())));
            }
            int[] order = IntStream.range(0, parts * INPUT.parameterCount())
                    .map(i -> i % INPUT.parameterCount())
                    .toArray();
            make = MethodHandles.permuteArguments(all, INPUT.changeReturnType(type), order)
                    .asType(INPUT);
        }

        /** Of one record; {@code given} names the components that are no part of it. */
        public static <T extends Record> Copy<T> of(Class<T> type, Class<? extends Record> source, String... given) {
            return new Copy<>(type, List.of(given), source);
        }

        /** Of a request and the state before it: a component that the request does not have, or has as null, stays. */
        public static <T extends Record> Copy<T> change(
                Class<T> type, Class<? extends Record> request, String... given) {
            return new Copy<>(type, List.of(given), request, type);
        }

        private static MethodHandle given(int place) {
            MethodHandle element = MethodHandles.arrayElementGetter(Object[].class);
            return MethodHandles.dropArguments(
                    MethodHandles.insertArguments(element, 1, place), 1, Record.class, Record.class);
        }

        /** Reads the component of the first source that has it and has it not as null. */
        private static MethodHandle first(Class<?> type, RecordComponent part, Class<?>[] sources) {
            MethodHandle value = null;
            for (int i = sources.length - 1; i >= 0; i--) {
                List<Method> path = path(sources[i], part);
                if (!path.isEmpty()) {
                    MethodHandle read = MethodHandles.permuteArguments(read(path), INPUT, i + 1);
                    value = value == null ? read : orElse(read, value);
                }
            }
            if (value == null) {
                throw new IllegalStateException(type.getName() + " gets its " + part.getName() + " from nowhere");
            }
            return value;
        }

        private static MethodHandle orElse(MethodHandle read, MethodHandle otherwise) {
            MethodHandle found =
                    MethodHandles.dropArguments(MethodHandles.identity(Object.class), 1, INPUT.parameterList());
            MethodHandle nothing = MethodHandles.dropArguments(otherwise, 0, Object.class);
            return MethodHandles.foldArguments(MethodHandles.guardWithTest(IS_NULL, nothing, found), read);
        }

        /** Reads what stands at the end of a path; null where a record on the way is not there. */
        private static MethodHandle read(List<Method> path) {
            MethodHandle read =
                    handle(lookup -> lookup.unreflect(path.getFirst())).asType(ANY);
            for (Method further : path.subList(1, path.size())) {
                MethodHandle step = handle(lookup -> lookup.unreflect(further)).asType(ANY);
                MethodHandle nothing =
                        MethodHandles.dropArguments(MethodHandles.constant(Object.class, null), 0, Object.class);
                read = MethodHandles.filterReturnValue(read, MethodHandles.guardWithTest(IS_NULL, nothing, step));
            }
            return read.asType(MethodType.methodType(Object.class, Record.class));
        }

        /** Finds a handle that is there. */
        private interface Finding {
            MethodHandle in(MethodHandles.Lookup lookup) throws ReflectiveOperationException;
        }

        private static MethodHandle handle(Finding finding) {
            try {
                return finding.in(MethodHandles.lookup());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The accessors that lead to a component of this name, the outermost there is; none where there is none. */
        private static List<Method> path(Class<?> source, RecordComponent part) {
            RecordShape shape = RecordShape.of(source);
            for (RecordComponent own : shape.components) {
                if (own.getName().equals(part.getName())) {
                    if (!wrapped(part.getType()).isAssignableFrom(wrapped(own.getType()))) {
                        throw new IllegalStateException(
                                source.getName() + " has " + part.getName() + " as another type");
                    }
                    return List.of(own.getAccessor());
                }
            }
            for (RecordComponent own : shape.components) {
                List<Method> within = own.getType().isRecord() ? path(own.getType(), part) : List.of();
                if (!within.isEmpty()) {
                    return Stream.concat(Stream.of(own.getAccessor()), within.stream())
                            .toList();
                }
            }
            return List.of();
        }

        private static Class<?> wrapped(Class<?> type) {
            return MethodType.methodType(type).wrap().returnType();
        }

        /** The copy; {@code given} are the values of the components that were named, in that order. */
        public T from(Record source, @Nullable Object... given) {
            return make(given, source, null);
        }

        /** What a request makes of the state before it. */
        public T changed(T before, Record request, @Nullable Object... given) {
            return make(given, request, before);
        }

        @SuppressWarnings("unchecked")
        private T make(@Nullable Object[] given, Record source, @Nullable Record before) {
            try {
                return (T) (Object) make.invokeExact(given, source, before);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
