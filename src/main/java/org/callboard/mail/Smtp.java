package org.callboard.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Objects;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.callboard.database.Settings;
import org.callboard.database.SmtpSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands mails to the operator's mail server, each over a connection of its own, and says exactly how far it came. */
@Component
class Smtp {

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "60000";

    private final @Nullable SmtpSettings settings;
    private final Session session;
    private final Clock clock;

    Smtp(Settings settings, Clock clock) {
        this.settings = settings.smtp();
        this.session = Session.getInstance(properties(settings.smtp()));
        this.clock = clock;
    }

    private static Properties properties(@Nullable SmtpSettings settings) {
        Properties properties = new Properties();
        if (settings == null) {
            return properties;
        }
        boolean secret = settings.user() != null && !settings.host().matches("localhost|127\\..*|\\[::1]");
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.auth", Boolean.toString(settings.user() != null));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(!settings.tls()));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(!settings.tls() && secret));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    /** Whether there is a mail server. */
    boolean isOn() {
        return settings != null;
    }

    /** What stands behind the @ of a Message-ID. */
    String host() {
        return settings == null
                ? "callboard.localhost"
                : settings.from().substring(settings.from().lastIndexOf('@') + 1);
    }

    /**
     * Hands a mail over.
     *
     * @param last called after the server has agreed to everything and before the mail's end, which makes it theirs, is
     *     sent; where it says false, it is not sent
     */
    Outcome send(Message message, BooleanSupplier last) {
        SmtpSettings server = Objects.requireNonNull(settings);
        MimeMessage letter;
        try {
            letter = EmailMessage.of(message, server.from(), session, clock.instant());
        } catch (MessagingException e) {
            return Outcome.of(Outcome.Kind.Refused, "This can't be made a mail: " + e.getMessage());
        }
        SmtpTransport connection = new SmtpTransport(session, server.tls(), last);
        try {
            connection.connect(server.host(), server.port(), server.user(), server.password());
        } catch (MessagingException e) {
            close(connection);
            return Outcome.of(Outcome.Kind.NotNow, notConnected(server, e));
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

    private static String notConnected(SmtpSettings server, MessagingException e) {
        String where = server.host() + ":" + server.port();
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
