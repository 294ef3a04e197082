package org.callboard.mail;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.callboard.database.StartFailure;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server that an operator names in {@code CALLBOARD_SMTP_URL}, and the address that mails come from, {@code
 * CALLBOARD_MAIL_FROM}.
 */
public final class SmtpSettings {

    private static final String FORM =
            "CALLBOARD_SMTP_URL must look like smtp://user:password@mail.example:587 or smtps://user:password@mail.example:465;"
                    + " a special character in the user or the password is written as %40 and the like.";

    /** Empty where there is no mail server. */
    public final String host;

    public final int port;

    /** Whether the connection begins with TLS; else it is switched to TLS where the server offers that. */
    public final boolean tls;

    public final @Nullable String user;
    public final @Nullable String password;
    final String from;

    /** Throws a {@link StartFailure} that names the wrong variable and no secret. */
    SmtpSettings(@DefaultValue("") String smtpUrl, @DefaultValue("") String mailFrom) {
        String url = VisibleText.strip(smtpUrl);
        from = VisibleText.strip(mailFrom);
        if (!url.isEmpty()) {
            StartFailure.unless(!from.isEmpty(), "CALLBOARD_SMTP_URL is set, but CALLBOARD_MAIL_FROM is not.");
            StartFailure.unless(
                    from.matches("[\\x21-\\x7e&&[^@<>()\\[\\],;:\\\\\"]]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*"),
                    "CALLBOARD_MAIL_FROM must be an e-mail address alone, such as office@company.example.");
        }
        try {
            URI uri = URI.create(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            String[] account = uri.getRawUserInfo() == null
                    ? new String[] {null, null}
                    : uri.getRawUserInfo().split(":", 2);
            StartFailure.unless(
                    url.isEmpty()
                            || scheme.matches("smtps?")
                                    && uri.getHost() != null
                                    && uri.getPort() <= 65535
                                    && uri.getRawQuery() == null
                                    && uri.getRawPath().matches("/?")
                                    && account.length == 2,
                    FORM);
            host = url.isEmpty() ? "" : uri.getHost();
            tls = scheme.equals("smtps");
            port = uri.getPort() > 0 ? uri.getPort() : tls ? 465 : 587;
            user = decode(account[0]);
            password = decode(account[1]);
        } catch (IllegalArgumentException e) {
            throw new StartFailure(FORM); // without the cause, whose words hold the password
        }
    }

    public boolean isOn() {
        return !host.isEmpty();
    }

    private static @Nullable String decode(@Nullable String text) {
        return text == null ? null : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "SmtpSettings[" + host + ":" + port + "]";
    }
}
