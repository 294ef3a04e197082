package org.callboard.database;

import java.util.concurrent.Callable;

/** A piece of work that may throw checked exceptions, such as the rest of a servlet filter chain. */
@FunctionalInterface
public interface ThrowingRunnable<X extends Exception, Y extends Exception> {

    void proceed() throws X, Y;

    /** What is set up around a piece of work, such as a scoped value. It throws nothing checked but what the work throws. */
    @FunctionalInterface
    interface Frame {
        void around(Callable<?> work) throws Exception;
    }

    /** Proceeds within a frame; the checked exceptions of the chain pass through unchanged. */
    @SuppressWarnings("unchecked")
    default void within(Frame frame) throws X, Y {
        try {
            frame.around(() -> {
                proceed();
                return 0;
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw (X) e;
        }
    }
}
