package org.callboard.web.imports;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.callboard.importrows.JudgedRow.FieldChange;
import org.callboard.importrows.RowOutcome;
import org.callboard.importrows.RowProblems;
import org.callboard.importrows.RowResult;
import org.callboard.imports.Import;
import org.callboard.imports.ImportRow;
import org.callboard.sheets.ImportField;
import org.callboard.sheets.ImportKind;
import org.callboard.sheets.RowCells;
import org.callboard.sheets.RowNames;
import org.callboard.validation.FieldErrors;
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

    /** @param country where an address is if the row does not say it */
    static RowView of(Import list, ImportRow row, String country) {
        boolean made = row.recordId() != null;
        RowCells cells = RowCells.read(list.columns(), list.choices().fields(), row.cells(), new FieldErrors());
        RowNames names = list.choices().names(cells);
        return new RowView(
                row,
                Objects.requireNonNullElse(
                        switch (list.kind()) {
                            case Leads -> names.lead();
                            case Customers -> names.customer();
                            case Locations -> cells.get(ImportField.locationName);
                        },
                        ""),
                Stream.of(ImportField.phone, ImportField.mobilePhone, ImportField.email)
                        .flatMap(field -> cells.all(field).stream())
                        .toList(),
                cells.addresses(country).first().toString(),
                word(list, row),
                style(list, row),
                why(row),
                made ? page(list, row) + row.recordId() : null);
    }

    /** The pages of what rows become; another location is a change of its customer. */
    private static String page(Import list, ImportRow row) {
        return switch (list.kind()) {
            case Leads -> "/leads/";
            case Customers -> "/customers/";
            case Locations -> row.outcome() == RowOutcome.Location ? "/customers/" : "/locations/";
        };
    }

    /** The page of what was made, as long as it has one. */
    public @Nullable String open() {
        return row.result() == RowResult.Removed
                        && Objects.requireNonNullElse(link, "").startsWith("/leads/")
                ? null
                : link;
    }

    private static String word(Import list, ImportRow row) {
        boolean leads = list.kind() == ImportKind.Leads;
        boolean locations = list.kind() == ImportKind.Locations;
        if (row.result() != null) {
            return switch (row.result()) {
                case Made -> leads ? "Lead made" : "Customer made";
                case Updated ->
                    row.outcome() == RowOutcome.Location
                            ? "Location added"
                            : locations ? "Location changed" : "Customer changed";
                case Skipped -> row.outcome() == RowOutcome.Unchanged ? "Unchanged" : "Left out";
                case Failed -> "Wrong";
                case Removed -> leads || !row.changes().isEmpty() ? "Taken back" : "Deactivated";
                case Kept -> "Kept";
            };
        }
        return row.outcome() == null || list.isStopped()
                ? "Not reached"
                : switch (row.outcome()) {
                    case New -> leads ? "New lead" : "New customer";
                    case Match -> locations ? "Known location" : "Known customer";
                    case OpenLead -> "Open lead";
                    case Location -> "Another location";
                    case Update -> locations ? "Changes a location" : "Changes a customer";
                    case Unchanged -> "Unchanged";
                    case Twice -> "Twice";
                    case LeftOut -> row.decided() == null ? "Left out" : "Left out by hand";
                    case Wrong -> "Wrong";
                };
    }

    private static String style(Import list, ImportRow row) {
        if (row.result() != null) {
            return switch (row.result()) {
                case Made, Updated -> "cb-status-active";
                case Skipped, Removed -> "cb-status-inactive";
                case Failed -> "cb-status-urgent";
                case Kept -> "cb-status-accepted";
            };
        }
        return row.outcome() == null || list.isStopped()
                ? "cb-status-inactive"
                : switch (row.outcome()) {
                    case New, Location, Update -> "cb-status-new";
                    case Match, OpenLead -> "cb-status-accepted";
                    case Unchanged, Twice, LeftOut -> "cb-status-inactive";
                    case Wrong -> "cb-status-urgent";
                };
    }

    private static String why(ImportRow row) {
        if (row.keptReason() != null) {
            return row.keptReason();
        }
        return row.problems().isEmpty()
                ? Objects.requireNonNullElse(row.reason(), "")
                : RowProblems.sentence(row.problems());
    }

    /** What changes of a customer or location, as its table shows it. */
    record Change(
            String label, @Nullable String before, @Nullable String after) {}

    public List<Change> changes() {
        return row.changes().stream()
                .map(change -> new Change(label(change), change.before(), change.after()))
                .toList();
    }

    private static String label(FieldChange change) {
        return switch (change.field()) {
            case "location" -> "New location";
            case "tag" -> "New tag";
            case "notes" -> "New note";
            case "phone" -> "New phone";
            case "email" -> "New e-mail";
            default -> ImportField.valueOf(change.field()).label();
        };
    }
}
