package org.callboard.database;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;

/** Callboard can't do what it was started for, and the message is the one line that tells the operator why and what to do. */
public final class StartFailure extends RuntimeException {

    public StartFailure(String message) {
        this(message, null);
    }

    public StartFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Throws one where what has to be is not so. */
    public static void unless(boolean so, String message) {
        if (!so) {
            throw new StartFailure(message);
        }
    }

    /** The failure itself, or the one that a framework wrapped into its own. */
    public static Optional<StartFailure> behind(Throwable failure) {
        Optional<StartFailure> wrong = Optional.empty();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartFailure found) {
                return Optional.of(found);
            }
            if (cause instanceof BindException bound && bound.getProperty() != null) {
                wrong = Optional.of(noNumber(bound.getProperty()));
            }
        }
        return wrong;
    }

    /** Only numbers are converted by the framework; everything else is text until its record looks at it. */
    private static StartFailure noNumber(ConfigurationProperty wrong) {
        String variable = wrong.getName().toString().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
        return new StartFailure(variable + " must be a number, but is '" + wrong.getValue() + "'.");
    }
}
