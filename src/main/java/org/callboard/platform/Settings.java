package org.callboard.platform;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sets, read from the environment: {@code CALLBOARD_PORT}, {@code CALLBOARD_DATA},
 * {@code CALLBOARD_DATABASE_URL}, {@code CALLBOARD_DATABASE_USER}, {@code CALLBOARD_DATABASE_PASSWORD}, and how messages
 * go out.
 *
 * @param smtp null: mails are kept and shown
 * @param texts null: no text messages
 */
public record Settings(
        int port,
        Path data,
        @Nullable Outside outside,
        @Nullable SmtpSettings smtp,
        @Nullable TextWebhookSettings texts) {

    /** Nothing goes out. */
    public Settings(int port, Path data, @Nullable Outside outside) {
        this(port, data, outside, null, null);
    }

    /** A PostgreSQL that somebody else runs. */
    public record Outside(String url, String user, String password) {
        @Override
        public String toString() {
            return "Outside[" + user + "]";
        }
    }

    /** Throws a {@link StartFailure} that names the wrong variable. */
    public static Settings from(Map<String, String> environment) {
        Path data = Path.of(environment.getOrDefault("CALLBOARD_DATA", "data"))
                .toAbsolutePath()
                .normalize();
        return new Settings(
                port(environment.getOrDefault("CALLBOARD_PORT", "8080")),
                data,
                outside(environment),
                SmtpSettings.from(environment),
                TextWebhookSettings.from(environment));
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new StartFailure("CALLBOARD_PORT must be a number from 1 to 65535, but is '" + text + "'.");
    }

    private static @Nullable Outside outside(Map<String, String> environment) {
        String url = environment.getOrDefault("CALLBOARD_DATABASE_URL", "").strip();
        if (url.isEmpty()) {
            return null;
        }
        if (url.startsWith("postgresql://") || url.startsWith("postgres://")) {
            url = "jdbc:postgresql://" + url.substring(url.indexOf("://") + 3);
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StartFailure("CALLBOARD_DATABASE_URL must look like jdbc:postgresql://host:5432/callboard.");
        }
        if (url.matches("jdbc:postgresql://[^/]*@.*")) {
            throw new StartFailure("Leave user and password out of CALLBOARD_DATABASE_URL; set CALLBOARD_DATABASE_USER"
                    + " and CALLBOARD_DATABASE_PASSWORD.");
        }
        String user = environment.getOrDefault("CALLBOARD_DATABASE_USER", "").strip();
        if (user.isEmpty()) {
            throw new StartFailure("CALLBOARD_DATABASE_URL is set, but CALLBOARD_DATABASE_USER is not.");
        }
        return new Outside(url, user, environment.getOrDefault("CALLBOARD_DATABASE_PASSWORD", ""));
    }
}
