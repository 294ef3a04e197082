package org.callboard.platform;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** The order of a list: {@code +Field}, {@code -Field} or {@code Field} over Id, ModifiedOn and CreatedOn. */
@Schema(
        type = "string",
        description = "+Field ascending, -Field descending; Id, ModifiedOn or CreatedOn.",
        example = "-ModifiedOn")
public record Sort(String column, boolean descending) {

    public static final Sort BY_ID = new Sort("id", false);

    /** A literal {@code +} arrives as a space, since a form decodes it so. */
    static Sort parse(String text) {
        String field = text.strip();
        boolean descending = field.startsWith("-");
        if (descending || field.startsWith("+")) {
            field = field.substring(1);
        }
        return switch (field.toLowerCase(Locale.ROOT)) {
            case "id" -> new Sort("id", descending);
            case "modifiedon" -> new Sort("modified_on", descending);
            case "createdon" -> new Sort("created_on", descending);
            default -> throw new IllegalArgumentException("The value '" + text + "' is not valid for Sort.");
        };
    }

    /** The ORDER BY clause; the id makes the order total, so that no row moves between pages. */
    String orderBy(String alias) {
        String direction = descending ? " desc" : "";
        String byId = alias + "id" + direction;
        return "order by " + (column.equals("id") ? byId : alias + column + direction + ", " + byId);
    }
}
