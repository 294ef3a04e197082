package org.callboard.importrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.database.RecordShape;
import org.callboard.sheets.ColumnField;
import org.callboard.sheets.ImportField;
import org.jspecify.annotations.Nullable;

/**
 * What people say about a list.
 *
 * @param fields what each column holds; empty where it is left out
 * @param followUpDate for the leads whose row has no date of its own
 */
public record Choices(
        List<Optional<ColumnField>> fields,
        @Nullable Long campaignId,
        @Nullable Long callReasonId,
        @Nullable Instant followUpDate,
        OnMatch onMatch) {

    /** The same with other fields. */
    public Choices with(List<Optional<ColumnField>> others) {
        return RecordShape.with(this, "fields", others);
    }

    boolean has(ImportField field) {
        return fields.stream().flatMap(Optional::stream).anyMatch(one -> one.field() == field);
    }

    /** The place of the first column that holds it; -1 where none does. */
    int column(ImportField field) {
        List<@Nullable ImportField> all = fields.stream()
                .map(one -> one.map(ColumnField::field).orElse(null))
                .toList();
        return all.indexOf(field);
    }

    /** The parts of each address that a row may have. */
    Map<String, Set<ImportField>> addresses() {
        return fields.stream()
                .flatMap(Optional::stream)
                .filter(one -> one.field().ofAddress())
                .collect(Collectors.groupingBy(
                        ColumnField::of, Collectors.mapping(ColumnField::field, Collectors.toSet())));
    }
}
