package org.callboard.bookings;

import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.callboard.pictures.PictureUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder.ParserType;

/** Pictures are shown to the office: only what a browser fetches safely. Whose those of ours are is looked up later. */
@Size(max = 2000)
@Target(TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PictureAddress.Rule.class)
@interface PictureAddress {
    String message() default "An https URL with a host is expected.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<PictureAddress, String> {
        private static final String HTTPS = "https://";

        @Override
        public boolean isValid(@Nullable String url, ConstraintValidatorContext context) {
            return url == null || isHttps(url) || PictureUrl.of(url).isPresent();
        }

        /** Whether browsers take it for the address of something at a host, whatever letters stand behind that. */
        private static boolean isHttps(String url) {
            try {
                return url.regionMatches(true, 0, HTTPS, 0, HTTPS.length())
                        && StringUtils.hasText(UriComponentsBuilder.fromUriString(url, ParserType.WHAT_WG)
                                .build()
                                .getHost());
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}
