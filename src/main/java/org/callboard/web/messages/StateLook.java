package org.callboard.web.messages;

import org.callboard.mail.MessageState;

/** How a message's state looks to people. For templates. */
public record StateLook(String label, String style) {

    public static StateLook of(MessageState state) {
        return switch (state) {
            case Queued -> new StateLook("Waiting", "cb-status-new");
            case Sending -> new StateLook("Sending", "cb-status-accepted");
            case Sent -> new StateLook("Sent", "cb-status-converted");
            case Kept -> new StateLook("Kept here", "cb-status-dismissed");
            case Failed -> new StateLook("Failed", "cb-status-urgent");
            case Unknown -> new StateLook("Not certain", "cb-status-accepted");
            case Withdrawn -> new StateLook("Taken back", "cb-status-dismissed");
            case Suppressed -> new StateLook("Not sent", "cb-status-dismissed");
        };
    }
}
