package org.callboard.web.messages;

import java.util.Set;
import org.callboard.bookings.ConfirmationWords;
import org.callboard.mail.Sender;
import org.jspecify.annotations.Nullable;

/** The form of Settings → Messages, as it was typed. A box that is not ticked sends nothing. */
record MessageForm(
        @Nullable Boolean byMail,
        @Nullable String subject,
        @Nullable String body,
        @Nullable Boolean byText,
        @Nullable String textBody,
        @Nullable String senderName,
        @Nullable String replyTo) {

    static final Set<String> FIELDS = Set.of("subject", "body", "textBody", "senderName", "replyTo");

    static MessageForm of(ConfirmationWords words, Sender sender) {
        return new MessageForm(
                words.byMail(),
                words.subject(),
                words.body(),
                words.byText(),
                words.textBody(),
                sender.name(),
                sender.replyTo());
    }

    ConfirmationWords words() {
        return ConfirmationWords.of(Boolean.TRUE.equals(byMail), subject, body, Boolean.TRUE.equals(byText), textBody);
    }
}
