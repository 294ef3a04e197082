package org.callboard.mail;

import org.callboard.changes.Action;

/** What becomes of a message. */
enum Event {
    QUEUED,
    NOT_SENT,
    FAILED,
    KEPT_IN_THE_OUTBOX,
    SENT,
    MAY_HAVE_BEEN_SENT,
    DELAYED,
    QUEUED_AGAIN,
    WITHDRAWN;

    /** What the history of the record says that such a message is about. */
    Action of(Purpose purpose) {
        return Action.valueOf(purpose + "_" + this);
    }
}
