package org.callboard.database;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sets, read from the environment: {@code CALLBOARD_PORT}, {@code CALLBOARD_DATA},
 * {@code CALLBOARD_DATABASE_URL}, {@code CALLBOARD_DATABASE_USER}, {@code CALLBOARD_DATABASE_PASSWORD},
 * {@code CALLBOARD_CALLS_PER_SECOND}, {@code CALLBOARD_PRIVATE_WEBHOOKS}, {@code CALLBOARD_PUBLIC_URL},
 * {@code CALLBOARD_TRUSTED_PROXIES}, and how messages go out; {@code CALLBOARD_LOG} is read by the log itself.
 *
 * @param smtp null: mails are kept and shown
 * @param texts null: no text messages
 */
public record Settings(
        int port,
        Path data,
        @Nullable Outside outside,
        Limits limits,
        Front front,
        @Nullable SmtpSettings smtp,
        @Nullable TextWebhookSettings texts) {

    /** What the trade's existing integrations are written for. */
    private static final String CALLS_PER_SECOND = "60";

    private static final Pattern PUBLIC_URL =
            Pattern.compile("(?i)https?://(?:[a-z0-9.-]+|\\[[0-9a-f:.]+])(?::[0-9]{1,5})?/?");

    /**
     * What programs may do.
     *
     * @param callsPerSecond how many calls of the API each connection may make in a second; 0 for any number
     * @param privateWebhooks whether webhooks may go to private addresses, and over plain HTTP
     */
    public record Limits(int callsPerSecond, boolean privateWebhooks) {

        /** Any number of calls, and webhooks to public addresses alone. */
        public static final Limits NONE = new Limits(0, false);
    }

    /**
     * What stands between Callboard and whoever asks.
     *
     * @param publicUrl the address that people and programs know, without a slash at its end; null: nobody said
     * @param trustedProxies addresses, and networks such as {@code 10.0.0.0/8}; empty: this machine's loopback
     */
    public record Front(@Nullable String publicUrl, List<String> trustedProxies) {

        /** Nobody said anything. */
        public static final Front NONE = new Front(null, List.of());
    }

    /** Nothing goes out, and programs may call as often as they like. */
    public Settings(int port, Path data, @Nullable Outside outside) {
        this(port, data, outside, Limits.NONE, Front.NONE, null, null);
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
        String log = environment.getOrDefault("CALLBOARD_LOG", "text");
        if (!Set.of("text", "json").contains(log)) {
            throw new StartFailure("CALLBOARD_LOG must be text or json, but is '" + log + "'.");
        }
        return new Settings(
                number(environment, "CALLBOARD_PORT", "8080", 1, 65535),
                data,
                outside(environment),
                new Limits(
                        number(environment, "CALLBOARD_CALLS_PER_SECOND", CALLS_PER_SECOND, 0, 1_000_000),
                        "allow".equals(environment.get("CALLBOARD_PRIVATE_WEBHOOKS"))),
                new Front(publicUrl(environment), proxies(environment.getOrDefault("CALLBOARD_TRUSTED_PROXIES", ""))),
                SmtpSettings.from(environment),
                TextWebhookSettings.from(environment));
    }

    private static int number(Map<String, String> environment, String name, String usual, int least, int most) {
        String text = environment.getOrDefault(name, usual);
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new StartFailure(name + " must be a number from " + least + " to " + most + ", but is '" + text + "'.");
    }

    private static @Nullable String publicUrl(Map<String, String> environment) {
        String text = environment.getOrDefault("CALLBOARD_PUBLIC_URL", "").strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!PUBLIC_URL.matcher(text).matches()) {
            throw new StartFailure("CALLBOARD_PUBLIC_URL must look like https://crm.company.example, without a path.");
        }
        return text.replaceFirst("/$", "").toLowerCase(Locale.ROOT);
    }

    private static List<String> proxies(String text) {
        List<String> proxies =
                Stream.of(text.split("[,\\s]+")).filter(word -> !word.isEmpty()).toList();
        try {
            TrustedProxies.of(proxies);
        } catch (IllegalArgumentException e) {
            throw new StartFailure("CALLBOARD_TRUSTED_PROXIES must be addresses, or networks such as 10.0.0.0/8,"
                    + " separated by commas; " + e.getMessage() + " is none.");
        }
        return proxies;
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
        for (String ours : DatabaseTimeout.OURS) {
            if (url.matches(".*[?&]" + ours + "=.*")) {
                throw new StartFailure("Leave " + ours + " out of CALLBOARD_DATABASE_URL: Callboard sets it itself.");
            }
        }
        String user = environment.getOrDefault("CALLBOARD_DATABASE_USER", "").strip();
        if (user.isEmpty()) {
            throw new StartFailure("CALLBOARD_DATABASE_URL is set, but CALLBOARD_DATABASE_USER is not.");
        }
        return new Outside(url, user, environment.getOrDefault("CALLBOARD_DATABASE_PASSWORD", ""));
    }
}
