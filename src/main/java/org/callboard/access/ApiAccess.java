package org.callboard.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which app may call an operation of the API. A route without one of the access annotations is closed to everybody. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ApiAccess {

    /** Each of these alone opens it; an operation on several kinds of records then holds the app to that of the kind. */
    Scope[] value();

    /**
     * Whether a connection that is bound to a booking provider may call it too: then the path has a
     * {@code booking_provider}, and it must be the connection's own.
     */
    boolean provider() default false;

    /** Whether it merges, or undoes that: then the connection must have been given the right to. */
    boolean merges() default false;
}
