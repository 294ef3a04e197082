package org.callboard.http;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callboard.database.StartFailure;
import org.callboard.database.Variables;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Callboard listens, and what stands between it and whoever asks: {@code CALLBOARD_PORT}, {@code
 * CALLBOARD_PUBLIC_URL}, {@code CALLBOARD_TRUSTED_PROXIES}; {@code CALLBOARD_LOG} is read by the log itself.
 *
 * @param publicUrl the address that people and programs know, without a slash at its end; null: nobody said
 * @param trustedProxies addresses, and networks such as {@code 10.0.0.0/8}; empty: this machine's loopback
 */
public record ServerSettings(
        @DefaultValue("8080") int port,
        @Nullable String publicUrl,
        @DefaultValue("") String trustedProxies,
        @DefaultValue("text") String log) {

    private static final Pattern PUBLIC_URL =
            Pattern.compile("(?i)https?://(?:[a-z0-9.-]+|\\[[0-9a-f:.]+])(?::[0-9]{1,5})?/?");

    public ServerSettings {
        Variables.require("CALLBOARD_PORT", port, 1, 65535);
        StartFailure.unless(log.matches("text|json"), "CALLBOARD_LOG must be text or json, but is '" + log + "'.");
        if (publicUrl != null) {
            publicUrl = VisibleText.in(publicUrl) ? publicUrl(VisibleText.strip(publicUrl)) : null;
        }
        proxies(trustedProxies);
    }

    private static String publicUrl(String url) {
        StartFailure.unless(
                PUBLIC_URL.matcher(url).matches(),
                "CALLBOARD_PUBLIC_URL must look like https://crm.company.example, without a path.");
        return url.replaceFirst("/$", "").toLowerCase(Locale.ROOT);
    }

    /** Whose word about a client is taken. */
    public TrustedProxies proxies() {
        return proxies(trustedProxies);
    }

    private static TrustedProxies proxies(String text) {
        List<String> words =
                Stream.of(text.split("[,\\s]+")).filter(word -> !word.isEmpty()).toList();
        try {
            return TrustedProxies.of(words);
        } catch (IllegalArgumentException e) {
            throw new StartFailure("CALLBOARD_TRUSTED_PROXIES must be addresses, or networks such as 10.0.0.0/8,"
                    + " separated by commas; " + e.getMessage() + " is none.");
        }
    }
}
