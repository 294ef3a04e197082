package org.callboard.web.messages;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.callboard.mail.MessageState;

/** Which messages the outbox shows. The constants stand in its address. */
enum OutboxFilter {
    all("All"),
    waiting("Waiting", MessageState.Queued, MessageState.Sending),
    sent("Sent", MessageState.Sent),
    kept("Kept here", MessageState.Kept),
    failed("Failed", MessageState.Failed),
    uncertain("Not certain", MessageState.Unknown),
    unwanted("Not sent", MessageState.Suppressed, MessageState.Withdrawn);

    private final String label;
    private final Set<MessageState> states;

    OutboxFilter(String label, MessageState... states) {
        this.label = label;
        this.states = states.length == 0 ? Set.of() : EnumSet.copyOf(Arrays.asList(states));
    }

    /** All for a word that is none of them. */
    static OutboxFilter of(String word) {
        return Arrays.stream(values())
                .filter(filter -> filter.name().equals(word))
                .findFirst()
                .orElse(all);
    }

    public String label() {
        return label;
    }

    /** Empty for all. */
    Set<MessageState> states() {
        return states;
    }
}
