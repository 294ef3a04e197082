package org.callboard.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.requests.RequestArgument;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands the {@link Form} that was sent to the methods that ask for it. */
@Configuration
class FormArguments implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RequestArgument<>(Form.class, FormArguments::form));
    }

    private static Form form(HttpServletRequest request) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        request.getParameterMap().forEach((field, values) -> texts.put(field, Arrays.asList(values)));
        return Form.of(texts);
    }
}
