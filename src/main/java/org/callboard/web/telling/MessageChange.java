package org.callboard.web.telling;

import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;

/** What histories tell of messages about jobs. */
public final class MessageChange {

    private MessageChange() {}

    /** A message that is still to go is shown on the page of its job; once it went, that is told. */
    public static boolean isMerelyQueued(Changes.Change change) {
        return change.recordKind() == EntityKind.JOB_MESSAGE
                && change.action().name().endsWith("_QUEUED");
    }
}
