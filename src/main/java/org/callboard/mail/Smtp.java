package org.callboard.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Hands mails to the operator's mail server, each over a connection of its own, and says exactly how far it came. */
@Component
class Smtp {

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "60000";

    private final SmtpSettings settings;
    private final Session session;
    private final Clock clock;

    Smtp(SmtpSettings settings, Clock clock) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
        this.clock = clock;
    }

    private static Properties properties(SmtpSettings settings) {
        Properties properties = new Properties();
        if (!settings.isOn()) {
            return properties;
        }
        boolean secret = settings.user != null && !settings.host.matches("localhost|127\\..*|\\[::1]");
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.auth", Boolean.toString(settings.user != null));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(!settings.tls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(!settings.tls && secret));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    /** Whether there is a mail server. */
    boolean isOn() {
        return settings.isOn();
    }

    /** What stands behind the @ of a Message-ID. */
    String host() {
        return settings.isOn() ? settings.from.substring(settings.from.lastIndexOf('@') + 1) : "callboard.localhost";
    }

    /**
     * Hands a mail over.
     *
     * @param last called after the server has agreed to everything and before the mail's end, which makes it theirs, is
     *     sent; where it says false, it is not sent
     */
    Outcome send(Message message, BooleanSupplier last) {
        MimeMessage letter;
        try {
            letter = EmailMessage.of(message, settings.from, session, clock.instant());
        } catch (MessagingException e) {
            return Outcome.of(Outcome.Kind.Refused, "This can't be made a mail: " + e.getMessage());
        }
        SmtpTransport connection = new SmtpTransport(session, settings.tls, last);
        try {
            connection.connect(settings.host, settings.port, settings.user, settings.password);
        } catch (MessagingException e) {
            close(connection);
            return Outcome.of(Outcome.Kind.NotNow, notConnected(e));
        }
        try {
            connection.sendMessage(letter, letter.getAllRecipients());
            return Outcome.of(Outcome.Kind.Taken, connection.getLastServerResponse());
        } catch (MessagingException e) {
            return connection.failure(e);
        } finally {
            close(connection);
        }
    }

    private String notConnected(MessagingException e) {
        String where = settings.host + ":" + settings.port;
        if (e instanceof AuthenticationFailedException) {
            return "The mail server " + where + " refused the sign-in: " + e.getMessage();
        }
        Throwable cause = e.getNextException() == null ? e : e.getNextException();
        return "The mail server " + where + " can't be used: " + cause.getMessage();
    }

    private static void close(SmtpTransport connection) {
        try {
            connection.close();
        } catch (MessagingException e) {
            // what the server said before is what counts
        }
    }
}
