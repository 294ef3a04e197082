package org.callboard.validation;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands on the limit of a kind of text. What nobody sees at the edges of such a text is never a part of it, so that it is
 * left out wherever one comes in by the API. Other texts come back letter by letter.
 */
@Target(ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Trimmed {}
