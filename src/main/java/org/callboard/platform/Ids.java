package org.callboard.platform;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Ids from one query parameter: separated by commas, spaces allowed, at most {@value #MOST}. */
@Schema(type = "string", description = "At most 50 ids, separated by commas.", example = "1001,1002")
public record Ids(List<Long> values) {

    static final int MOST = 50;

    static Ids parse(String text) {
        List<Long> values =
                CommaSeparated.parse(text).values().stream().map(Ids::parseOne).toList();
        if (values.size() > MOST) {
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
}
