package org.callboard.web.imports;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.importrows.ImportField;
import org.callboard.importrows.ImportKind;
import org.callboard.importrows.RowResult;
import org.callboard.imports.FailedRows;
import org.callboard.imports.Import;
import org.callboard.imports.ImportRow;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** A row of a list as its table shows it. */
record RowView(
        ImportRow row,
        String name,
        List<String> reach,
        String place,
        String word,
        String style,
        String why,
        @Nullable String link) {

    static RowView of(Import list, ImportRow row) {
        boolean made = row.recordId() != null;
        return new RowView(
                row,
                String.join(" ", cells(list, row, ImportField.name, ImportField.firstName, ImportField.lastName)),
                cells(list, row, ImportField.phone, ImportField.mobilePhone, ImportField.email),
                String.join(
                        ", ",
                        cells(list, row, ImportField.street, ImportField.unit, ImportField.city, ImportField.zip)),
                word(list, row),
                style(row),
                why(row),
                made ? (list.kind() == ImportKind.Leads ? "/leads/" : "/customers/") + row.recordId() : null);
    }

    /** The page of what was made, as long as it has one. */
    public @Nullable String open() {
        return row.result() == RowResult.Removed
                        && Objects.requireNonNullElse(link, "").startsWith("/leads/")
                ? null
                : link;
    }

    private static List<String> cells(Import list, ImportRow row, ImportField... fields) {
        return Stream.of(fields)
                .map(field -> list.choices().fields().indexOf(Optional.of(field)))
                .filter(column -> column >= 0 && column < row.cells().size())
                .map(column -> VisibleText.strip(row.cells().get(column)))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String word(Import list, ImportRow row) {
        boolean leads = list.kind() == ImportKind.Leads;
        if (row.result() != null) {
            return switch (row.result()) {
                case Made -> leads ? "Lead made" : "Customer made";
                case Skipped -> "Left out";
                case Failed -> "Wrong";
                case Removed -> leads ? "Taken back" : "Deactivated";
                case Kept -> "Kept";
            };
        }
        return row.outcome() == null
                ? "Not reached"
                : switch (row.outcome()) {
                    case New -> leads ? "New lead" : "New customer";
                    case Match -> "Known customer";
                    case Twice -> "Twice";
                    case Wrong -> "Wrong";
                };
    }

    private static String style(ImportRow row) {
        if (row.result() != null) {
            return switch (row.result()) {
                case Made -> "cb-status-active";
                case Skipped, Removed -> "cb-status-inactive";
                case Failed -> "cb-status-urgent";
                case Kept -> "cb-status-accepted";
            };
        }
        return row.outcome() == null
                ? "cb-status-inactive"
                : switch (row.outcome()) {
                    case New -> "cb-status-new";
                    case Match -> "cb-status-accepted";
                    case Twice -> "cb-status-inactive";
                    case Wrong -> "cb-status-urgent";
                };
    }

    private static String why(ImportRow row) {
        if (row.keptReason() != null) {
            return row.keptReason();
        }
        return row.problems().isEmpty()
                ? Objects.requireNonNullElse(row.reason(), "")
                : FailedRows.reason(row.problems());
    }
}
