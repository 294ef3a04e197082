package org.callboard.postgres;

import org.jspecify.annotations.Nullable;

/**
 * The embedded PostgreSQL could not be started or reached. The message is one line, written for the person who
 * operates Callboard: what is wrong and what to do about it. It never holds a password.
 */
public final class EmbeddedPostgresException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbeddedPostgresException(String message) {
        super(message);
    }

    EmbeddedPostgresException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
