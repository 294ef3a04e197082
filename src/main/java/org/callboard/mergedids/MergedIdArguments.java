package org.callboard.mergedids;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.callboard.database.RecordShape;
import org.callboard.details.RecordKind;
import org.callboard.paging.Ids;
import org.callboard.requests.Inquiry;
import org.callboard.validation.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;

/** Which arguments of a method hold ids of customers and locations, and which component of its answer says who lives on. */
public final class MergedIdArguments {

    /** The component of {@link org.callboard.paging.ListQuery} and its like that a mark on the whole record means. */
    private static final String IDS = "ids";

    private static final Map<Method, MergedIdArguments> KNOWN = new ConcurrentHashMap<>();

    /**
     * Where an id stands.
     *
     * @param component of the record that the argument is or holds; null for a path variable
     */
    record Place(int argument, @Nullable String component, List<RecordKind> kinds) {

        boolean isInPath() {
            return component == null;
        }

        /** The ids that stand there; none for an argument that was not sent. */
        List<Long> ids(@Nullable Object[] arguments) {
            Object value = value(arguments[argument]);
            return switch (value) {
                case Long id -> List.of(id);
                case Ids ids -> ids.values();
                case List<?> list ->
                    list.stream()
                            .filter(Long.class::isInstance)
                            .map(Long.class::cast)
                            .toList();
                case null -> List.of();
                default -> List.of();
            };
        }

        private @Nullable Object value(@Nullable Object argument) {
            if (component == null || argument == null) {
                return argument;
            }
            Object record = argument instanceof Submission<?> sent
                    ? sent.request()
                    : argument instanceof Inquiry<?> inquiry ? inquiry.request() : argument;
            return RecordShape.of(record.getClass()).get(record, component);
        }

        /** Puts who lives on in place of the ids. */
        void follow(@Nullable Object[] arguments, Map<Long, Long> survivors) {
            arguments[argument] = switch (arguments[argument]) {
                case null -> null;
                case Submission<?> sent -> follow(sent, survivors);
                case Inquiry<?> inquiry -> follow(inquiry, survivors);
                case Record record -> followed(record, survivors);
                case Object id -> living(id, survivors);
            };
        }

        private <T extends Record> Submission<T> follow(Submission<T> sent, Map<Long, Long> survivors) {
            return new Submission<>(followed(sent.request(), survivors), sent.noted());
        }

        private <T extends Record> Inquiry<T> follow(Inquiry<T> inquiry, Map<Long, Long> survivors) {
            return inquiry.with(record -> followed(record, survivors));
        }

        private <T extends Record> T followed(T record, Map<Long, Long> survivors) {
            String name = Objects.requireNonNull(component);
            Object value = RecordShape.of(record.getClass()).get(record, name);
            return value == null ? record : RecordShape.with(record, name, living(value, survivors));
        }

        private static Object living(Object value, Map<Long, Long> survivors) {
            return switch (value) {
                case Ids ids ->
                    new Ids(ids.values().stream()
                            .map(id -> survivors.getOrDefault(id, id))
                            .distinct()
                            .toList());
                case List<?> list ->
                    list.stream()
                            .map(id -> id instanceof Long one ? survivors.getOrDefault(one, one) : id)
                            .distinct()
                            .toList();
                case Long id -> survivors.getOrDefault(id, id);
                default -> value;
            };
        }
    }

    private final List<Place> places;
    private final @Nullable Method mergedTo;

    private MergedIdArguments(Method method) {
        List<Place> found = new ArrayList<>();
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            MergedId mark = parameters[i].getAnnotation(MergedId.class);
            if (mark != null) {
                boolean path = parameters[i].isAnnotationPresent(PathVariable.class);
                found.add(new Place(i, path ? null : IDS, List.of(mark.value())));
            }
            for (RecordComponent component : components(ResolvableType.forMethodParameter(method, i))) {
                MergedId own = component.getAnnotation(MergedId.class);
                if (own != null) {
                    found.add(new Place(i, component.getName(), List.of(own.value())));
                }
            }
        }
        places = List.copyOf(found);
        boolean one = method.getReturnType() == ResponseEntity.class
                && places.stream().anyMatch(Place::isInPath);
        mergedTo = Arrays.stream(components(ResolvableType.forMethodReturnType(method)))
                .filter(component -> one && component.getName().equals(RecordKind.MERGED_TO))
                .map(RecordComponent::getAccessor)
                .findFirst()
                .orElse(null);
        if (mergedTo != null) {
            mergedTo.setAccessible(true);
        }
    }

    public static MergedIdArguments of(Method method) {
        return KNOWN.computeIfAbsent(method, MergedIdArguments::new);
    }

    /** Of a record, or of the one that a body or an answer is made of. */
    private static RecordComponent[] components(ResolvableType type) {
        Class<?> raw = type.toClass();
        Class<?> record = type.hasGenerics() ? type.getGeneric(0).toClass() : raw;
        return record.isRecord() ? record.getRecordComponents() : new RecordComponent[0];
    }

    /** Whether a request names no customer and no location. */
    public boolean isEmpty() {
        return places.isEmpty();
    }

    /** Whether the answer is one such record, which says itself who lives on instead of it: it is given as it is. */
    public boolean isOneRecord() {
        return mergedTo != null;
    }

    List<Place> places() {
        return places;
    }

    /** Who lives on instead of the record in an answer. */
    Optional<Long> survivor(@Nullable Object body) {
        try {
            return mergedTo == null || body == null
                    ? Optional.empty()
                    : Optional.ofNullable((Long) mergedTo.invoke(body));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
