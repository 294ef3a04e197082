package org.callboard.http;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Whether the query of an address can be read: pairs of names and values, escaped as UTF-8 (RFC 3986, WHATWG URL). */
public final class QuerySyntax {

    /** What the container takes, too. */
    private static final int MAX = 1000;

    /** Stands in an answer for a parameter without a name that could be said. */
    private static final String QUERY = "query";

    private static final int MAX_SAID = 60;

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private QuerySyntax() {}

    /** Notes each parameter that can't be read, by its name where that can be. */
    public static void check(@Nullable String query, FieldErrors errors) {
        if (query == null) {
            return;
        }
        String[] pairs = query.split("&", -1);
        if (pairs.length > MAX) {
            errors.add(QUERY, "A query may have at most 1,000 parameters.");
        }
        for (String pair : pairs) {
            if (!pair.isEmpty()) {
                check(pair, pair.indexOf('='), errors);
            }
        }
    }

    private static void check(String pair, int equals, FieldErrors errors) {
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        if (name == null) {
            once(errors, "The name of a parameter of the query is not escaped as UTF-8.");
        } else if (name.isEmpty()) {
            once(errors, "A parameter of the query has no name.");
        } else if (hasControls(name)) {
            once(errors, "The name of a parameter of the query has a control character.");
        } else if (value == null) {
            errors.add(name, named(name) + " is not escaped as UTF-8: two hexadecimal digits follow a percent sign.");
        } else if (value.indexOf(0) >= 0) {
            errors.add(name, withNul(name));
        }
    }

    /** The parameters of a query that was checked, in their order. */
    public static Map<String, String[]> parameters(@Nullable String query) {
        MultiValueMap<String, String> all = new LinkedMultiValueMap<>();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
            if (name != null && !name.isEmpty() && value != null) {
                all.add(name, value);
            }
        }
        Map<String, String[]> parameters = new LinkedHashMap<>();
        all.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return parameters;
    }

    /** The sentence about a value with the character that PostgreSQL can't store. */
    public static String withNul(String name) {
        return named(name) + " has the character NUL, which is not taken.";
    }

    private static String named(String name) {
        return "The value of " + name.substring(0, Math.min(name.length(), MAX_SAID));
    }

    private static void once(FieldErrors errors, String message) {
        errors.addIf(!errors.has(QUERY), QUERY, message);
    }

    public static boolean hasControls(String name) {
        return name.chars().anyMatch(Character::isISOControl);
    }

    /** Whether every escape is two hexadecimal digits, and together they are UTF-8. */
    static boolean isReadable(String text) {
        return decoded(text) != null;
    }

    private static @Nullable String decoded(String text) {
        if (BROKEN_ESCAPE.matcher(text).find()) {
            return null;
        }
        byte[] bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
