package org.callboard.requests;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.callboard.database.QueryComponents;
import org.callboard.http.ApiPaths;
import org.callboard.http.Precondition;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.IgnoredFields;
import org.callboard.validation.Submission;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractGenericHttpMessageConverter;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Puts {@link RequestReader} under Spring's own {@code @RequestBody} and springdoc's {@code @ParameterObject} records, and
 * reads a {@link Precondition}.
 */
@Configuration
class RequestBinding implements WebMvcConfigurer {

    /** What is wrong with the query, for an operation that has more to say; it stands behind the query's record. */
    private static final String NOTED = FieldErrors.class.getName();

    private final RequestReader reader;

    RequestBinding(RequestReader reader) {
        this.reader = reader;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.addCustomConverter(new RecordBodies(reader));
        builder.addCustomConverter(new WrappedBodies<>(Inquiry.class, reader::inquiry));
        builder.addCustomConverter(new WrappedBodies<>(Submission.class, reader::submission));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new QueryRecords(reader));
        resolvers.add(new RequestArgument<>(FieldErrors.class, request -> request.getAttribute(NOTED)));
        resolvers.add(new RequestArgument<>(Precondition.class, Precondition::of));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new UncountedParameters(reader)).order(100);
    }

    private static final class RecordBodies extends AbstractHttpMessageConverter<Record> {
        private final RequestReader reader;

        RecordBodies(RequestReader reader) {
            super(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
            this.reader = reader;
        }

        @Override
        protected boolean supports(Class<?> type) {
            return type.isRecord() && type != Submission.class;
        }

        @Override
        public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
            return false;
        }

        @Override
        protected Record readInternal(Class<? extends Record> type, HttpInputMessage input) throws IOException {
            return reader.body(input.getBody(), type);
        }

        @Override
        protected void writeInternal(Record value, HttpOutputMessage output) {
            throw new UnsupportedOperationException("records are written by Jackson");
        }
    }

    /** What is read of a body for an argument that has the body's record as its type argument. */
    private interface Reading<B> {
        <T extends Record> B read(InputStream body, Class<T> type) throws IOException;
    }

    private static final class WrappedBodies<B> extends AbstractGenericHttpMessageConverter<B> {
        private final Class<?> wrapper;
        private final Reading<B> reading;

        WrappedBodies(Class<?> wrapper, Reading<B> reading) {
            super(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
            this.wrapper = wrapper;
            this.reading = reading;
        }

        @Override
        public boolean canRead(Type type, @Nullable Class<?> context, @Nullable MediaType mediaType) {
            return ResolvableType.forType(type).resolve() == wrapper && canRead(mediaType);
        }

        @Override
        public B read(Type type, @Nullable Class<?> context, HttpInputMessage input) throws IOException {
            Class<?> record =
                    Objects.requireNonNull(ResolvableType.forType(type).resolveGeneric());
            return reading.read(input.getBody(), record.asSubclass(Record.class));
        }

        @Override
        protected B readInternal(Class<? extends B> type, HttpInputMessage input) {
            throw new UnsupportedOperationException("the body's record is needed");
        }

        @Override
        public boolean canWrite(@Nullable Type type, Class<?> raw, @Nullable MediaType mediaType) {
            return false;
        }

        @Override
        protected void writeInternal(B value, @Nullable Type type, HttpOutputMessage output) {
            throw new UnsupportedOperationException("what was read is not written");
        }
    }

    private record QueryRecords(RequestReader reader) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.hasParameterAnnotation(ParameterObject.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            HttpServletRequest http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
            FieldErrors errors = new FieldErrors();
            Object value = reader.query(http, parameter.getParameterType(), errors);
            if (!errors.isEmpty()) {
                // an operation may have several records of parameters, and all that is wrong is named at once
                records(Objects.requireNonNull(parameter.getMethod()))
                        .filter(type -> type != parameter.getParameterType())
                        .forEach(type -> reader.query(http, type, errors));
            }
            if (takesErrors(parameter)) {
                http.setAttribute(NOTED, errors);
            } else {
                errors.throwIfAny();
            }
            return value;
        }

        private static boolean takesErrors(MethodParameter parameter) {
            return Arrays.asList(Objects.requireNonNull(parameter.getMethod()).getParameterTypes())
                    .contains(FieldErrors.class);
        }
    }

    private static Stream<Class<?>> records(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(ParameterObject.class))
                .map(Parameter::getType);
    }

    /** Names what a query says and nobody reads: parameters that the operation has not, and those that are empty. */
    private static final class UncountedParameters implements HandlerInterceptor {
        private final Map<Method, List<RecordComponent>> known = new ConcurrentHashMap<>();
        private final RequestReader reader;

        UncountedParameters(RequestReader reader) {
            this.reader = reader;
        }

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            boolean asked = request.getDispatcherType() != DispatcherType.ERROR; // then it is refused already
            if (asked && handler instanceof HandlerMethod method && ApiPaths.matches(request)) {
                List<RecordComponent> components =
                        known.computeIfAbsent(method.getMethod(), UncountedParameters::componentsOf);
                QueryValues query = QueryValues.of(request);
                FieldErrors errors = new FieldErrors();
                IgnoredFields.report(query.unknown(components), IgnoredFields.UNKNOWN, errors);
                IgnoredFields.report(query.empty(components), "This parameter is empty.", errors);
                if (!errors.isEmpty()) {
                    records(method.getMethod()).forEach(type -> reader.query(request, type, errors));
                }
                errors.throwIfAny();
            }
            return true;
        }

        private static List<RecordComponent> componentsOf(Method method) {
            return records(method)
                    .flatMap(type -> QueryComponents.of(type).stream())
                    .toList();
        }
    }
}
