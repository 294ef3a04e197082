package org.callboard.database;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Callboard can't do what it was started for, and the message is the one line that tells the operator why and what to do. */
public final class StartFailure extends RuntimeException {

    public StartFailure(String message) {
        this(message, null);
    }

    public StartFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The failure itself, or the one that a framework wrapped into its own. */
    public static Optional<StartFailure> behind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartFailure found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
