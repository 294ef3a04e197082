package org.callboard.paging;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Map;

/** The order of a list: {@code +Field}, {@code -Field} or {@code Field} over Id, ModifiedOn and CreatedOn. */
@Schema(
        type = "string",
        description = "+Field ascending, -Field descending; Id, ModifiedOn or CreatedOn.",
        example = "-ModifiedOn")
public record Sort(String column, boolean descending) {

    public static final Sort BY_ID = new Sort("id", false);

    public static Sort parse(String text) {
        return parse(text, Map.of());
    }

    /**
     * A literal {@code +} arrives as a space, since a form decodes it so. Throws an {@link IllegalArgumentException} with a
     * sentence for another field.
     *
     * @param more what a list may be ordered by beside the dates and the id: words in small letters, and a column or an
     *     expression for each
     */
    public static Sort parse(String text, Map<String, String> more) {
        String field = text.strip();
        boolean descending = field.startsWith("-");
        if (descending || field.startsWith("+")) {
            field = field.substring(1);
        }
        String word = field.toLowerCase(Locale.ROOT);
        return switch (word) {
            case "id" -> new Sort("id", descending);
            case "modifiedon" -> new Sort("modified_on", descending);
            case "createdon" -> new Sort("created_on", descending);
            default -> {
                String column = more.get(word);
                if (column == null) {
                    throw new IllegalArgumentException("The value '" + text + "' is not valid for Sort.");
                }
                yield new Sort(column, descending);
            }
        };
    }

    /** The ORDER BY clause; the id makes the order total, so that no row moves between pages. */
    String orderBy(String alias) {
        String direction = descending ? " desc" : "";
        String byId = alias + "id" + direction;
        return "order by " + (column.equals("id") ? byId : alias + column + direction + ", " + byId);
    }
}
