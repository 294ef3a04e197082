package org.callboard.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.callboard.http.RequestPath;
import org.callboard.http.Sha256;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * How long browsers keep scripts, styles and pictures of pages. What came under an address with a hash never changes, and
 * after an upgrade a new page has new addresses; an address without the present hash is asked for again each time. Our own
 * files share one hash of them all, a folder in their address, so that what imports another finds the one of the same
 * version. Webjars have one each.
 *
 * <p>No other address is a file's. Each link of a page is asked whether it leads to one, which took more than half of the
 * time of a long list as long as any address might have been one.
 */
@Component
class AssetCaching implements WebMvcConfigurer, HandlerInterceptor {

    private static final String FILES = "classpath:/static/assets/";
    private static final Pattern HASH = Pattern.compile("(?<=^/assets)/[0-9a-f]{32}(?=/)|-[0-9a-f]{32}(?=\\.[^./]+$)");
    private static final String FOREVER = "max-age=31536000, public, immutable";
    private static final String ASK_AGAIN = "no-cache";

    private final ObjectProvider<ResourceUrlProvider> urls; // made from the same configuration that this is a part of

    AssetCaching(ObjectProvider<ResourceUrlProvider> urls) {
        this.urls = urls;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FILES)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addFixedVersionStrategy(hash(), "/**"));
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
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

    private static String hash() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources(FILES + "**/*.*");
            Arrays.sort(files, Comparator.comparing(Resource::getDescription));
            MessageDigest digest = Sha256.digest();
            for (Resource file : files) {
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
