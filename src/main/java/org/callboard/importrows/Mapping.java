package org.callboard.importrows;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;

/** Which column holds what: as somebody says, and otherwise as its name lets guess. */
public final class Mapping {

    private static final String FIELD = "mapping";

    private Mapping() {}

    /**
     * The field of each column. Each field is given once; a guess never takes what was said of another column.
     *
     * @param said fields by the names of columns, in any case; an empty text leaves a column out
     * @param errors takes what there is no column or field for
     */
    public static List<Optional<ImportField>> of(
            ImportKind kind, List<String> columns, Map<String, String> said, FieldErrors errors) {
        Map<String, Optional<ImportField>> given = new HashMap<>();
        Set<ImportField> taken = EnumSet.noneOf(ImportField.class);
        Map<String, String> known = new HashMap<>();
        columns.forEach(column -> known.put(lower(column), column));
        said.forEach((column, word) -> {
            errors.addIf(!known.containsKey(lower(column)), FIELD, "There is no column “" + column + "”.");
            Optional<ImportField> field = ImportField.named(kind, word);
            errors.addIf(VisibleText.in(word) && field.isEmpty(), FIELD, "There is no field “" + word + "”.");
            field.ifPresent(
                    one -> errors.addIf(!taken.add(one), FIELD, "Two columns can't both be the " + one.word() + "."));
            given.put(lower(column), field);
        });
        List<Optional<ImportField>> fields = new ArrayList<>();
        for (String column : columns) {
            Optional<ImportField> field = given.get(lower(column));
            if (field == null) {
                field = ImportField.guess(kind, column).filter(taken::add);
            }
            fields.add(field);
        }
        return fields;
    }

    private static String lower(String column) {
        return VisibleText.strip(column).toLowerCase(Locale.ROOT);
    }
}
