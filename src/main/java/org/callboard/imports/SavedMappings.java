package org.callboard.imports;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.callboard.http.Sha256;
import org.callboard.sheets.ColumnField;
import org.callboard.sheets.CustomColumns;
import org.callboard.sheets.ImportKind;
import org.callboard.sheets.Mapping;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.springframework.stereotype.Service;

/**
 * What somebody said that columns hold where their names say something else, for the next file of that shape: with the same
 * names in the same order.
 */
@Service
public class SavedMappings {

    private final SavedMappingStore store;

    SavedMappings(SavedMappingStore store) {
        this.store = store;
    }

    /** What was said last of such a file; empty where nothing was, or it is what the names say. */
    public Optional<List<Optional<ColumnField>>> find(long tenant, ImportKind kind, List<String> columns) {
        return store.find(tenant, kind, shape(columns)).map(ColumnField::parseAll);
    }

    /** Remembers what is said of a file; what its names say by themselves needs no memory. */
    void note(
            long tenant,
            ImportKind kind,
            List<String> columns,
            CustomColumns custom,
            List<Optional<ColumnField>> fields) {
        if (fields.equals(guessed(kind, columns, custom))) {
            store.delete(tenant, kind, shape(columns));
        } else {
            store.put(tenant, kind, shape(columns), ColumnField.words(fields));
        }
    }

    /** What the names say by themselves. */
    static List<Optional<ColumnField>> guessed(ImportKind kind, List<String> columns, CustomColumns custom) {
        return Mapping.of(kind, columns, custom, Map.of(), new FieldErrors());
    }

    private static String shape(List<String> columns) {
        String names = String.join(
                "\n",
                columns.stream()
                        .map(column -> VisibleText.strip(column).toLowerCase(Locale.ROOT))
                        .toList());
        return HexFormat.of().formatHex(Sha256.of(names));
    }
}
