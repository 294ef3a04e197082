package org.callboard.web.records;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callboard.details.RecordKind;
import org.callboard.http.RequestPath;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.pattern.PathPattern;

/** Hands the {@link RecordPage} of the kind that a path begins with to the methods that serve all such paths. */
@Configuration
class RecordPages implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private static final List<PathPattern> OF_LOCATIONS =
            RequestPath.patterns(OpenRecord.path(RecordKind.Location) + "/**");

    private final Map<RecordKind, RecordPage<?>> pages;

    RecordPages(List<RecordPage<?>> pages) {
        this.pages = pages.stream().collect(Collectors.toMap(RecordPage::kind, Function.identity()));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == RecordPage.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        RecordKind kind = RequestPath.matches(http, OF_LOCATIONS) ? RecordKind.Location : RecordKind.Customer;
        return Objects.requireNonNull(pages.get(kind));
    }
}
