package org.callboard.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Anybody may call it, signed in or not. The value says why that is safe, or whose signature lets a request in. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenAccess {
    String value();

    /** Whether the handler lets in what is signed by somebody it knows, and nothing else. */
    boolean signed() default false;
}
