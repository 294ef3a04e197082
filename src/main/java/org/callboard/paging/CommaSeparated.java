package org.callboard.paging;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;

/** Words from one query parameter: separated by commas, spaces around them left out. */
@Schema(type = "string")
public record CommaSeparated(List<String> values) {

    public static CommaSeparated parse(String text) {
        return new CommaSeparated(
                Arrays.stream(text.split(",", -1)).map(String::strip).toList());
    }
}
