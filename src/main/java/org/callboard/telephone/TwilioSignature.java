package org.callboard.telephone;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Whether Twilio sent a form: Base64 of an HMAC over the address that it called, with its query, and behind it the name and
 * value of each field in the order of the names; of a name with several values each once, in their order.
 *
 * @param algorithm as {@link Mac} calls it
 */
record TwilioSignature(String algorithm) {

    /** Under the auth token of the account. */
    static final TwilioSignature BY_TOKEN = new TwilioSignature("HmacSHA1");

    /** Under the shared key, where the request says so. */
    static final TwilioSignature BY_SHARED_KEY = new TwilioSignature("HmacSHA256");

    /** How a request is signed: by the token without the header of settings, by the shared key with it; null for any other. */
    static @Nullable TwilioSignature of(@Nullable String settings) {
        if (settings == null) {
            return BY_TOKEN;
        }
        for (String setting : settings.split("[,;]", -1)) {
            String[] parts = setting.split("=", 2);
            if (parts.length == 2 && word(parts[0]).equals("ALGORITHM")) {
                return word(parts[1]).equals("HMACSHA256") ? BY_SHARED_KEY : null;
            }
        }
        return null;
    }

    /** A word without what is written differently: blanks, quotes, dashes and the case. */
    private static String word(String text) {
        return text.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }

    /** Whether one of the keys made the signature for one of the addresses. */
    boolean isOn(
            Collection<String> urls,
            List<Map.Entry<String, String>> fields,
            Collection<String> keys,
            String signature) {
        byte[] given = signature.getBytes(StandardCharsets.UTF_8);
        boolean signed = false;
        for (String url : urls) {
            for (String key : keys) {
                // all are tried, so that the time says nothing
                signed |= MessageDigest.isEqual(sign(url, fields, key).getBytes(StandardCharsets.UTF_8), given);
            }
        }
        return signed;
    }

    /** The signature under a key. */
    String sign(String url, List<Map.Entry<String, String>> fields, String key) {
        SortedMap<String, SortedSet<String>> sorted = new TreeMap<>();
        fields.forEach(field ->
                sorted.computeIfAbsent(field.getKey(), name -> new TreeSet<>()).add(field.getValue()));
        StringBuilder text = new StringBuilder(url);
        sorted.forEach(
                (name, values) -> values.forEach(value -> text.append(name).append(value)));
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The addresses that Twilio may have signed: the public one with the query as it came and as it reads, with the port
     * and without the one that belongs to the scheme.
     *
     * @param base the public address of Callboard, such as {@code https://crm.example.com}
     * @param path with its leading slash
     * @param query as it came; null where there was none
     */
    static List<String> urls(String base, String path, @Nullable String query) {
        List<String> tails = query == null ? List.of("") : List.of("?" + query, "?" + readable(query));
        return hosts(base).stream()
                .flatMap(host -> tails.stream().map(tail -> host + path + tail))
                .distinct()
                .toList();
    }

    private static String readable(String query) {
        try {
            return URLDecoder.decode(query, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return query;
        }
    }

    private static List<String> hosts(String base) {
        int host = base.indexOf("://") + 3;
        int slash = base.indexOf('/', host);
        String rest = slash < 0 ? "" : base.substring(slash);
        String origin = slash < 0 ? base : base.substring(0, slash);
        int colon = origin.lastIndexOf(':');
        boolean hasPort = colon >= host && colon > origin.lastIndexOf(']');
        String standard = base.startsWith("https:") ? ":443" : ":80";
        return List.of(origin + rest, hasPort ? origin.substring(0, colon) + rest : origin + standard + rest);
    }
}
