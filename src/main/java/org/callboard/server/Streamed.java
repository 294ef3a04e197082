package org.callboard.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Writes an answer of any length piece by piece, as its client takes it. It may hold little meanwhile; all other answers
 * are written to memory first. A HEAD is to end behind its headers: {@link BufferedResponses#wantsHeadersAlone}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Streamed {}
