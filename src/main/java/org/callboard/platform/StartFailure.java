package org.callboard.platform;

import org.jspecify.annotations.Nullable;

/** Callboard can't start, and the message is the one line that tells the operator why and what to do. */
public final class StartFailure extends RuntimeException {

    public StartFailure(String message) {
        this(message, null);
    }

    public StartFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
