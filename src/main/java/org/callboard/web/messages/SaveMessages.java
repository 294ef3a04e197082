package org.callboard.web.messages;

import java.util.Optional;
import java.util.UUID;
import org.callboard.access.SignedInUser;
import org.callboard.bookings.Confirmations;
import org.callboard.mail.Channel;
import org.callboard.mail.Mail;
import org.callboard.mail.MessageDraft;
import org.callboard.mail.MessageState;
import org.callboard.mail.Purpose;
import org.callboard.mail.Sender;
import org.callboard.mail.Senders;
import org.callboard.validation.FieldErrors;
import org.callboard.wordings.MessageWords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saves or tries what the form says: all of it or, with an Invalid that names every wrong field, nothing. */
@Service
class SaveMessages {

    private final Confirmations confirmations;
    private final Senders senders;
    private final Mail mail;

    SaveMessages(Confirmations confirmations, Senders senders, Mail mail) {
        this.confirmations = confirmations;
        this.senders = senders;
        this.mail = mail;
    }

    @Transactional
    public void save(long tenant, MessageWords words, Sender sender) {
        check(words, sender);
        confirmations.update(tenant, words);
        senders.update(tenant, sender.name(), sender.replyTo());
    }

    /** Sends the confirmation of a made-up booking to the person themselves; tells the state that it begins in. */
    @Transactional
    public MessageState test(SignedInUser user, MessageWords words, Sender sender, MessageWords.Filled filled) {
        check(words, sender);
        Optional<Mail.Stored> stored = mail.queue(
                user.tenantId(),
                new MessageDraft(
                        Channel.Mail,
                        Purpose.TEST,
                        "test:" + UUID.randomUUID(),
                        null,
                        false,
                        user.email(),
                        user.displayName(),
                        filled.subject(),
                        filled.body(),
                        null));
        return stored.orElseThrow().state();
    }

    private static void check(MessageWords words, Sender sender) {
        Senders.check(words.check(new FieldErrors(), Confirmations.PLACEHOLDERS), sender.name(), sender.replyTo())
                .throwIfAny();
    }
}
