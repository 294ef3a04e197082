package org.callboard.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One connection to a mail server that knows when a mail becomes theirs: with the line that ends it. Before that line a
 * failure means that nothing was delivered; behind it, without an answer, nobody knows.
 */
final class SmtpTransport extends SMTPTransport {

    private final BooleanSupplier last;
    private boolean dropped;
    private boolean handedOver;

    SmtpTransport(Session session, boolean tls, BooleanSupplier last) {
        super(session, new URLName("smtp", null, -1, null, null, null), "smtp", tls);
        this.last = last;
    }

    /** An {@link IOException} makes the transport cut the connection, and the server forget the unfinished mail. */
    @Override
    protected void finishData() throws IOException, MessagingException {
        boolean goOn;
        try {
            goOn = last.getAsBoolean();
        } catch (RuntimeException e) {
            throw new IOException("Callboard could not note that it hands this over", e);
        }
        if (!goOn) {
            dropped = true;
            throw new IOException("somebody else has this message");
        }
        handedOver = true;
        super.finishData();
    }

    /** What a failed sending means. */
    Outcome failure(MessagingException e) {
        int code = getLastReturnCode();
        boolean answered = code >= 400 && code < 600 && !(e.getNextException() instanceof IOException);
        if (dropped) {
            return Outcome.of(Outcome.Kind.Dropped, "Somebody else has this message.");
        } else if (answered) {
            return Outcome.of(code >= 500 ? Outcome.Kind.Refused : Outcome.Kind.NotNow, getLastServerResponse());
        }
        String what = e.getNextException() == null
                ? e.getMessage()
                : e.getNextException().getMessage();
        return handedOver
                ? Outcome.of(Outcome.Kind.Lost, "The connection broke before the server's answer: " + what)
                : Outcome.of(Outcome.Kind.NotNow, "The connection broke before the mail was handed over: " + what);
    }
}
