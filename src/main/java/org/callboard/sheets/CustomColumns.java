package org.callboard.sheets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.validation.VisibleText;

/**
 * The fields that a company has added to what a list becomes.
 *
 * @param names by their ids, in their order
 */
public record CustomColumns(Map<Long, String> names) {

    public static final CustomColumns NONE = new CustomColumns(Map.of());

    /** How other programs write that a column is a custom field: {@code CFT[Gate code]}. */
    private static final Pattern MARKED = Pattern.compile("[A-Z]{2,4}\\[(.+)]");

    /** The one of this name, in any case. */
    Optional<ColumnField> named(String column) {
        Matcher marked = MARKED.matcher(column);
        String name = VisibleText.strip(marked.matches() ? marked.group(1) : column);
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equalsIgnoreCase(name))
                .map(entry -> field(entry.getKey()))
                .findFirst();
    }

    /** Whether it is one of them, or none of this kind at all. */
    public boolean knows(ColumnField field) {
        return field.field() != ImportField.customField || names.containsKey(Long.valueOf(field.of()));
    }

    /** All of them. */
    public List<ColumnField> all() {
        return names.keySet().stream().map(CustomColumns::field).toList();
    }

    /** The words on the screen. */
    public String label(ColumnField field) {
        return field.field() == ImportField.customField
                ? names.getOrDefault(Long.valueOf(field.of()), field.label())
                : field.label();
    }

    private static ColumnField field(long id) {
        return new ColumnField(ImportField.customField, Long.toString(id));
    }
}
