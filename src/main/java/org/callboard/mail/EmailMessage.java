package org.callboard.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** A message in the form of a mail: the words as plain text and as HTML, and a Message-ID that stays the same. */
final class EmailMessage extends MimeMessage {

    private static final String UTF_8 = "UTF-8";

    private final String id;

    private EmailMessage(Session session, String id) {
        super(session);
        this.id = "<" + id + ">";
    }

    /** Throws {@link MessagingException} where the address is none that mail can be sent to. */
    static EmailMessage of(Message message, String from, Session session, Instant now) throws MessagingException {
        EmailMessage email = new EmailMessage(session, message.messageId());
        email.setFrom(address(from, message.senderName()));
        email.setRecipient(RecipientType.TO, address(message.to(), message.toName()));
        if (message.replyTo() != null) {
            email.setReplyTo(new InternetAddress[] {address(message.replyTo(), message.senderName())});
        }
        email.setSubject(PlainText.line(message.subject(), Integer.MAX_VALUE), UTF_8);
        email.setSentDate(Date.from(now));
        email.setHeader("Auto-Submitted", "auto-generated"); // so that no out-of-office note answers
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(message.body(), UTF_8, "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(PlainText.html(message.body()), UTF_8, "html");
        email.setContent(new MimeMultipart("alternative", plain, html));
        email.saveChanges();
        return email;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    private static InternetAddress address(String mailbox, @Nullable String name) throws MessagingException {
        String deliverable = MailAddress.deliverable(mailbox);
        if (deliverable == null) {
            throw new MessagingException("the address is none that mail can be sent to.");
        }
        try {
            return new InternetAddress(deliverable, name == null ? null : PlainText.line(name, 200), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
