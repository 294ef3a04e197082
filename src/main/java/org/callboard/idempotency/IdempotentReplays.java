package org.callboard.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives the first answer again in place of the handler, behind the rules of access: what a token may not do now it may not
 * be told either, though another token of its connection did it.
 */
@Configuration
class IdempotentReplays implements WebMvcConfigurer, HandlerInterceptor {

    private static final String ANSWER = IdempotentReplays.class.getName();

    /** Has the request answered so, where it may be made at all. */
    static void allow(HttpServletRequest request, IdempotentResponseStore.Answer answer) {
        request.setAttribute(ANSWER, answer);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(50);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(request.getAttribute(ANSWER) instanceof IdempotentResponseStore.Answer answer)) {
            return true;
        }
        response.setStatus(answer.status());
        response.setHeader("Idempotent-Replay", "true");
        answer.headers().forEach(response::setHeader);
        if (answer.body().length > 0) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream().write(answer.body());
        }
        return false;
    }
}
