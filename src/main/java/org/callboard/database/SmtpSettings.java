package org.callboard.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The mail server that an operator names in {@code CALLBOARD_SMTP_URL}, and the address that mails come from, {@code
 * CALLBOARD_MAIL_FROM}.
 *
 * @param tls whether the connection begins with TLS; else it is switched to TLS where the server offers that
 */
public record SmtpSettings(
        String host,
        int port,
        boolean tls,
        @Nullable String user,
        @Nullable String password,
        String from) {

    private static final String FORM =
            "CALLBOARD_SMTP_URL must look like smtp://user:password@mail.example:587 or smtps://user:password@mail.example:465;"
                    + " a special character in the user or the password is written as %40 and the like.";

    /** Null where no mail server is named. Throws a {@link StartFailure} that names the wrong variable and no secret. */
    static @Nullable SmtpSettings from(Map<String, String> environment) {
        String url = environment.getOrDefault("CALLBOARD_SMTP_URL", "").strip();
        if (url.isEmpty()) {
            return null;
        }
        String from = environment.getOrDefault("CALLBOARD_MAIL_FROM", "").strip();
        if (from.isEmpty()) {
            throw new StartFailure("CALLBOARD_SMTP_URL is set, but CALLBOARD_MAIL_FROM is not.");
        }
        if (!from.matches("[\\x21-\\x7e&&[^@<>()\\[\\],;:\\\\\"]]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*")) {
            throw new StartFailure(
                    "CALLBOARD_MAIL_FROM must be an e-mail address alone, such as office@company.example.");
        }
        return of(url, from);
    }

    private static SmtpSettings of(String url, String from) {
        try {
            URI uri = URI.create(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean tls = scheme.equals("smtps");
            String rest = String.valueOf(uri.getRawPath());
            if (!tls && !scheme.equals("smtp")
                    || uri.getHost() == null
                    || uri.getPort() > 65535
                    || uri.getRawQuery() != null
                    || !rest.isEmpty() && !rest.equals("/")) {
                throw new StartFailure(FORM);
            }
            String[] account = uri.getRawUserInfo() == null
                    ? new String[0]
                    : uri.getRawUserInfo().split(":", 2);
            if (account.length == 1) {
                throw new StartFailure(FORM);
            }
            return new SmtpSettings(
                    uri.getHost(),
                    uri.getPort() > 0 ? uri.getPort() : tls ? 465 : 587,
                    tls,
                    account.length == 0 ? null : decode(account[0]),
                    account.length == 0 ? null : decode(account[1]),
                    from);
        } catch (IllegalArgumentException e) {
            throw new StartFailure(FORM); // without the cause, whose words hold the password
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "SmtpSettings[" + host + ":" + port + "]";
    }
}
