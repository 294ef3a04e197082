package org.callboard.mail;

import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the history of the record that a message is about what became of the message. */
@Component
class MessageHistory {

    private final Changes changes;

    MessageHistory(Changes changes) {
        this.changes = changes;
    }

    /**
     * Notes it in the current transaction.
     *
     * @param field {@code answer} for the other side's words, {@code reason} for ours
     */
    void note(Message message, Event event, String field, @Nullable String words) {
        if (message.about() != null) {
            changes.record(
                    message.about().kind(),
                    message.about().id(),
                    event.of(message.purpose()),
                    Diff.none().now("to", message.to()).now(field, words));
        }
    }
}
