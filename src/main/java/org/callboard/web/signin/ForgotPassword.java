package org.callboard.web.signin;

import java.util.UUID;
import org.callboard.access.SignedInUser;
import org.callboard.access.Tenants;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
import org.callboard.http.PublicUrl;
import org.callboard.mail.Channel;
import org.callboard.mail.Mail;
import org.callboard.mail.MessageDraft;
import org.callboard.mail.Purpose;
import org.callboard.people.ResetPassword;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Sends a link for a new password to whoever has an e-mail address, and lets nobody see whether anybody has it. */
@Service
class ForgotPassword {

    private static final Logger log = LoggerFactory.getLogger(ForgotPassword.class);

    private final ResetPassword reset;
    private final Mail mail;
    private final PublicUrl url;
    private final Tenants tenants;
    private final TransactionOperations transaction;

    ForgotPassword(ResetPassword reset, Mail mail, PublicUrl url, Tenants tenants, TransactionOperations transaction) {
        this.reset = reset;
        this.mail = mail;
        this.url = url;
        this.tenants = tenants;
        this.transaction = transaction;
    }

    /** Whether mails leave Callboard, and the address is known that such a link has; that of the request is anybody's. */
    boolean isOffered() {
        return url.isSet() && mail.leaves(Channel.Mail);
    }

    /** Sends it, if somebody has the address and neither they nor this network asked too often. */
    void ask(String email, String address) {
        if (isOffered() && reset.mayAsk(email, address)) {
            // the answer does not wait for it, so that it takes no longer for an address that somebody has
            Thread.startVirtualThread(() -> send(email));
        }
    }

    private void send(String email) {
        try {
            reset.usersWith(email)
                    .forEach(user -> Caller.system(user.tenantId())
                            .run(() -> transaction.executeWithoutResult(
                                    status -> mail.queue(user.tenantId(), letter(user, reset.newToken(user))))));
        } catch (RuntimeException e) {
            log.error("a link for a new password was not sent", e);
        }
    }

    private MessageDraft letter(SignedInUser user, String token) {
        return new MessageDraft(
                Channel.Mail,
                Purpose.PASSWORD_LINK,
                "password:" + UUID.randomUUID(),
                new MessageDraft.About(EntityKind.USER, user.id()),
                false,
                user.email(),
                user.displayName(),
                "Set a new password",
                """
                Somebody, most likely you, asked for a new password for this address at %s.

                Open this address within an hour to set one:

                %s

                It works once, and signs you out everywhere. If it was not you, there is nothing to do: your password stays \
                as it is.
                """.formatted(tenants.get(user.tenantId()).name(), MessageDraft.SECRET),
                url.forOthers("/sign-in/new-password?token=" + token));
    }
}
