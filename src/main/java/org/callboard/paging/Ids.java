package org.callboard.paging;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids from one query parameter: separated by commas, spaces allowed, at most {@value #MAX}. */
@Schema(type = "string", description = "At most 50 ids, separated by commas.", example = "1001,1002")
public record Ids(List<Long> values) {

    static final int MAX = 50;

    private static final Pattern GUID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    public static Ids parse(String text) {
        List<Long> values =
                CommaSeparated.parse(text).values().stream().map(Ids::parseOne).toList();
        if (values.size() > MAX) {
            throw new IllegalArgumentException("At most 50 ids are allowed; there are " + values.size() + ".");
        }
        return new Ids(values);
    }

    /** One id: in digits of ASCII, where Java and Spring also read {@code 0x1}, {@code +1} and the digits of other scripts. */
    static Long parseOne(String text) {
        try {
            if (text.matches("-?[0-9]{1,19}")) {
                return Long.valueOf(text);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("'" + text + "' is not an id.");
    }

    /** One id as a page sends it back, spaces around it allowed; null where that is none of ours. */
    public static @Nullable Long typed(@Nullable String text) {
        return text != null && text.strip().matches("[0-9]{1,18}") ? Long.valueOf(text.strip()) : null;
    }

    /** A UUID in its five groups (RFC 9562, section 4), where Java also takes {@code 1-1-1-1-1} and shifts long groups. */
    public static UUID parseGuid(String text) {
        String stripped = text.strip();
        if (!GUID.matcher(stripped).matches()) {
            throw new IllegalArgumentException("A UUID is expected.");
        }
        return UUID.fromString(stripped);
    }
}
