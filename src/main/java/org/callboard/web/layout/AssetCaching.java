package org.callboard.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.callboard.platform.RequestPath;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * How long browsers keep scripts, styles and pictures of pages. Pages link to them with a hash of what is in them (see
 * {@code spring.web.resources.chain} in the settings), so what came under such an address never changes, and after an
 * upgrade a new page has new addresses. An address without the present hash is asked for again each time.
 */
@Component
class AssetCaching implements WebMvcConfigurer, HandlerInterceptor {

    private static final Pattern HASH = Pattern.compile("-\\p{XDigit}{32}(?=\\.[^./]+$)");
    private static final String FOREVER = "max-age=31536000, public, immutable";
    private static final String ASK_AGAIN = "no-cache";

    private final ObjectProvider<ResourceUrlProvider> urls; // made from the same configuration that this is a part of

    AssetCaching(ObjectProvider<ResourceUrlProvider> urls) {
        this.urls = urls;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/assets/**", "/webjars/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String path = RequestPath.decoded(request);
        String plain = HASH.matcher(path).replaceFirst("");
        boolean current = !plain.equals(path) && path.equals(urls.getObject().getForLookupPath(plain));
        response.setHeader(HttpHeaders.CACHE_CONTROL, current ? FOREVER : ASK_AGAIN);
        return true;
    }
}
