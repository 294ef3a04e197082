package org.callboard.contactpoints;

import static java.lang.annotation.ElementType.TYPE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** Something by which somebody is reached. A validated one has a value that can be what its type says. */
@ContactPoint.Plausible
public interface ContactPoint {

    @Nullable
    ContactType type();

    @Nullable
    String value();

    /** Says what is wrong under {@code value}, where there are a type and a value. */
    @Target(TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = Rule.class)
    @interface Plausible {
        String message() default "A phone number or e-mail address is expected.";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    final class Rule implements ConstraintValidator<Plausible, ContactPoint> {
        @Override
        public boolean isValid(ContactPoint point, ConstraintValidatorContext context) {
            ContactType type = point.type();
            String value = point.value();
            String problem =
                    type == null || value == null || !VisibleText.in(value) ? null : ContactParser.problem(type, value);
            if (problem == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(problem)
                    .addPropertyNode("value")
                    .addConstraintViolation();
            return false;
        }
    }
}
