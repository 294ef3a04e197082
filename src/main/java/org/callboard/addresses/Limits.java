package org.callboard.addresses;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.callboard.validation.Trimmed;

/** How long a value may be, whoever sends it: each limit stands here and nowhere else. Whether it must be there is said beside. */
public final class Limits {

    private Limits() {}

    @Trimmed
    @Size(max = Name.MAX)
    @Target({METHOD, FIELD, PARAMETER, TYPE_USE})
    @Retention(RUNTIME)
    @Constraint(validatedBy = {})
    public @interface Name {
        int MAX = 200;

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @Trimmed
    @Size(max = Street.MAX)
    @Target({METHOD, FIELD, PARAMETER, TYPE_USE})
    @Retention(RUNTIME)
    @Constraint(validatedBy = {})
    public @interface Street {
        int MAX = 200;

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @Trimmed
    @Size(max = Unit.MAX)
    @Target({METHOD, FIELD, PARAMETER, TYPE_USE})
    @Retention(RUNTIME)
    @Constraint(validatedBy = {})
    public @interface Unit {
        int MAX = 100;

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @Trimmed
    @Size(max = City.MAX)
    @Target({METHOD, FIELD, PARAMETER, TYPE_USE})
    @Retention(RUNTIME)
    @Constraint(validatedBy = {})
    public @interface City {
        int MAX = 100;

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @Trimmed
    @Size(max = State.MAX)
    @Target({METHOD, FIELD, PARAMETER, TYPE_USE})
    @Retention(RUNTIME)
    @Constraint(validatedBy = {})
    public @interface State {
        int MAX = 100;

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @Trimmed
    @Size(max = Zip.MAX)
    @Target({METHOD, FIELD, PARAMETER, TYPE_USE})
    @Retention(RUNTIME)
    @Constraint(validatedBy = {})
    public @interface Zip {
        int MAX = 20;

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @Trimmed
    @Size(max = Country.MAX)
    @Target({METHOD, FIELD, PARAMETER, TYPE_USE})
    @Retention(RUNTIME)
    @Constraint(validatedBy = {})
    public @interface Country {
        int MAX = 100;

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** As it is written. */
    @Trimmed
    @Size(max = PhoneNumber.MAX)
    @Target({METHOD, FIELD, PARAMETER, TYPE_USE})
    @Retention(RUNTIME)
    @Constraint(validatedBy = {})
    public @interface PhoneNumber {
        int MAX = 100;

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @Trimmed
    @Size(max = EmailAddress.MAX)
    @Target({METHOD, FIELD, PARAMETER, TYPE_USE})
    @Retention(RUNTIME)
    @Constraint(validatedBy = {})
    public @interface EmailAddress {
        int MAX = 320;

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** A phone number or an e-mail address. */
    @Trimmed
    @Size(max = ContactValue.MAX)
    @Target({METHOD, FIELD, PARAMETER, TYPE_USE})
    @Retention(RUNTIME)
    @Constraint(validatedBy = {})
    public @interface ContactValue {
        int MAX = 320;

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** A remark on how somebody is reached. */
    @Trimmed
    @Size(max = Memo.MAX)
    @Target({METHOD, FIELD, PARAMETER, TYPE_USE})
    @Retention(RUNTIME)
    @Constraint(validatedBy = {})
    public @interface Memo {
        int MAX = 1000;

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** What somebody says or notes down. */
    @Size(max = LongText.MAX)
    @Target({METHOD, FIELD, PARAMETER, TYPE_USE})
    @Retention(RUNTIME)
    @Constraint(validatedBy = {})
    public @interface LongText {
        int MAX = 20_000;

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** One line that comes back letter by letter: a title, where something comes from, an id in another program. */
    @Size(max = Line.MAX)
    @Target({METHOD, FIELD, PARAMETER, TYPE_USE})
    @Retention(RUNTIME)
    @Constraint(validatedBy = {})
    public @interface Line {
        int MAX = 200;

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** Why an inquiry was not booked. */
    @Size(max = DismissingMemo.MAX)
    @Target({METHOD, FIELD, PARAMETER, TYPE_USE})
    @Retention(RUNTIME)
    @Constraint(validatedBy = {})
    public @interface DismissingMemo {
        int MAX = 2000;

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** What a custom field says. */
    @Size(max = CustomValue.MAX)
    @Target({METHOD, FIELD, PARAMETER, TYPE_USE})
    @Retention(RUNTIME)
    @Constraint(validatedBy = {})
    public @interface CustomValue {
        int MAX = 4000;

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }
}
