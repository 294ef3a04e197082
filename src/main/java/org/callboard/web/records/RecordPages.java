package org.callboard.web.records;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callboard.details.RecordKind;
import org.callboard.http.RequestPath;
import org.callboard.requests.RequestArgument;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.pattern.PathPattern;

/** Hands the {@link RecordPage} of the kind that a path begins with to the methods that serve all such paths. */
@Configuration
class RecordPages implements WebMvcConfigurer {

    private static final List<PathPattern> OF_LOCATIONS =
            RequestPath.patterns(OpenRecord.path(RecordKind.Location) + "/**");

    private final Map<RecordKind, RecordPage<?>> pages;

    RecordPages(List<RecordPage<?>> pages) {
        this.pages = pages.stream().collect(Collectors.toMap(RecordPage::kind, Function.identity()));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RequestArgument<>(RecordPage.class, this::page));
    }

    private @Nullable Object page(HttpServletRequest request) {
        return pages.get(RequestPath.matches(request, OF_LOCATIONS) ? RecordKind.Location : RecordKind.Customer);
    }
}
