package org.callboard.addresses;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.List;

/**
 * An address with every part that the addresses of its country have: one in London has no state, one in the Bahamas no
 * postal code. Each part that is missing is named.
 */
@Target(TYPE)
@Retention(RUNTIME)
@Constraint(validatedBy = CompleteAddress.Validator.class)
public @interface CompleteAddress {

    String message() default "{jakarta.validation.constraints.NotBlank.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names the missing parts. */
    final class Validator implements ConstraintValidator<CompleteAddress, AddressShape> {
        @Override
        public boolean isValid(AddressShape address, ConstraintValidatorContext context) {
            List<AddressPart> missing = address.missing();
            context.disableDefaultConstraintViolation();
            missing.forEach(
                    part -> context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                            .addPropertyNode(part.field())
                            .addConstraintViolation());
            return missing.isEmpty();
        }
    }
}
