package org.callboard;

import org.callboard.database.StartFailure;
import org.springframework.boot.SpringBootExceptionReporter;

/** Leaves a failure that says all in one line to {@link Application}, which prints that line and no stack trace. */
class StartFailureReporter implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        return StartFailure.behind(failure).isPresent();
    }
}
