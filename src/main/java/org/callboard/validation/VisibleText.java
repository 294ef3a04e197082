package org.callboard.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether people see anything in a text. White space of Unicode, marks without a width and the two fillers that are
 * letters by their kind (Hangul's and Braille's) show nothing.
 */
public final class VisibleText {

    private static final Pattern SEEN =
            Pattern.compile("[^\\p{IsWhite_Space}\\p{Cf}\\p{Cc}\\u115f\\u1160\\u2800\\u3164\\uffa0]");

    private VisibleText() {}

    public static boolean in(@Nullable CharSequence text) {
        return text != null && SEEN.matcher(text).find();
    }

    /** The rule behind {@link NotBlank}, whose own one knows the blanks of ASCII alone. */
    public static final class Required implements ConstraintValidator<NotBlank, CharSequence> {
        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return in(text);
        }
    }

    static final class OrNull implements ConstraintValidator<NullOrNotBlank, CharSequence> {
        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return text == null || in(text);
        }
    }
}
