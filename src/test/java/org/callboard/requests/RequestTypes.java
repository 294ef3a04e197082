package org.callboard.requests;

import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.callboard.Application;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestBody;

/** The records that operations take as their bodies and queries, found at the handlers themselves. */
final class RequestTypes {

    /** By its own name first, which it keeps when it moves. */
    private static final Comparator<Class<?>> BY_NAME =
            Comparator.<Class<?>, String>comparing(Class::getSimpleName).thenComparing(Class::getName);

    private static final List<Parameter> PARAMETERS = parameters();

    private RequestTypes() {}

    /** Those that are a body, and those that are a part of one. */
    static Set<Class<? extends Record>> all() {
        return inBodies(body -> true);
    }

    /** Those of {@link Inquiry inquiries} alone, whose parts may be left out where they are wrong. */
    static Set<Class<? extends Record>> inquiries() {
        return inBodies(body -> body.getType() == Inquiry.class);
    }

    private static Set<Class<? extends Record>> inBodies(Predicate<Parameter> wanted) {
        Set<Class<? extends Record>> all = new TreeSet<>(BY_NAME);
        parameters(RequestBody.class).filter(wanted).forEach(body -> collect(body.getParameterizedType(), all));
        return all;
    }

    /** The records that operations take their queries as. */
    static Stream<Class<?>> queries() {
        return parameters(ParameterObject.class)
                .<Class<?>>map(Parameter::getType)
                .distinct();
    }

    private static Stream<Parameter> parameters(Class<? extends Annotation> annotation) {
        return PARAMETERS.stream().filter(parameter -> parameter.isAnnotationPresent(annotation));
    }

    private static List<Parameter> parameters() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return scan.findCandidateComponents(Application.class.getPackageName()).stream()
                .map(bean -> load(bean.getBeanClassName()))
                .flatMap(controller -> Arrays.stream(controller.getDeclaredMethods()))
                .flatMap(method -> Arrays.stream(method.getParameters()))
                .toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, RequestTypes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void collect(Type type, Set<Class<? extends Record>> all) {
        if (type instanceof ParameterizedType generic) {
            collect(generic.getActualTypeArguments()[0], all);
        } else if (((Class<?>) type).isRecord() && all.add(((Class<?>) type).asSubclass(Record.class))) {
            for (RecordComponent component : ((Class<?>) type).getRecordComponents()) {
                collect(component.getGenericType(), all);
            }
        }
    }

    /** What the table calls the type, and what it calls the type of what is in a list. */
    static Stream<String> kinds(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return Stream.concat(Stream.of("List"), kinds(list.getActualTypeArguments()[0]));
        } else if (type instanceof ParameterizedType generic) {
            String inside = kind((Class<?>) generic.getActualTypeArguments()[0]);
            return Stream.of(((Class<?>) generic.getRawType()).getSimpleName() + "<" + inside + ">");
        }
        return Stream.of(kind((Class<?>) type));
    }

    private static String kind(Class<?> plain) {
        return plain.isEnum() ? "enum" : plain.isRecord() ? "record" : plain.getSimpleName();
    }

    /** The type as it stands in the code. */
    static String named(Type type) {
        return type.getTypeName().replaceAll("[\\w.$]*[.$](\\w+)", "$1");
    }
}
