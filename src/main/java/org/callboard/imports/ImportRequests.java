package org.callboard.imports;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Map;
import org.callboard.importrows.Choices;
import org.callboard.importrows.OnMatch;
import org.callboard.importrows.RowOutcome;
import org.callboard.importrows.RowResult;
import org.callboard.imports.StartImport.Begin;
import org.callboard.sheets.ImportKind;
import org.callboard.sheets.Mapping;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;

/** What clients send about imports. */
final class ImportRequests {

    private ImportRequests() {}

    /** What is said with a file: in the query, or as fields of the form that has the file. */
    record UploadQuery(
            @NotNull ImportKind kind,

            @Schema(description = "Needed for leads.") @Nullable
            Long campaignId,

            @Schema(description = "Leads need this or a follow-up date.") @Nullable
            Long callReasonId,

            @Schema(description = "For the leads whose row has no date of its own.") @Nullable
            Instant followUpDate,

            @Schema(
                    description = "What becomes of a row whose person is a customer already: Attach (a lead of that"
                            + " customer; usual for leads), Skip (usual for customers) or Create.")
            @Nullable
            OnMatch onMatch,

            @Schema(
                    description =
                            "What columns hold where their names don't say it: a JSON object from names of columns to"
                                    + " fields, such as {\"Tel.\": \"phone\", \"Remark\": \"\"}. An empty field leaves a"
                                    + " column out.")
            @ColumnMapping
            @Nullable
            String mapping,

            @Schema(
                    description = "Which sheet of an Excel workbook, in any case; the first that is shown where none is"
                            + " named. readAs names the others.")
            @Nullable
            String sheet,

            @Schema(
                    description =
                            "The number of the row that has the names of the columns, where that is not the one that"
                                    + " looks most like it. It is one of the first that hold something.")
            @Nullable
            Long headerRow,

            @Schema(description = "true: only look at what each row would become. Run it afterwards.") @Nullable
            Boolean dryRun,

            @Schema(description = "What people know the list by; a form's file has a name already.") @Nullable
            String fileName) {

        /** What is said of the list where the kind is known; what is wrong counts as not said. */
        StartImport.Wishes wishes(@Nullable String onceKey) {
            return new StartImport.Wishes(
                    kind,
                    ColumnMapping.Rule.columns(mapping).orElse(Map.of()),
                    campaignId,
                    callReasonId,
                    followUpDate,
                    onMatch,
                    sheet,
                    headerRow,
                    Boolean.TRUE.equals(dryRun) ? Begin.CHECK : Begin.RUN,
                    onceKey);
        }
    }

    /** What is said anew of a list that has not run; what is null stays as it is. */
    record CheckRequest(
            @Nullable Long campaignId,
            @Nullable Long callReasonId,
            @Nullable Instant followUpDate,
            @Nullable OnMatch onMatch,

            @Schema(description = "As for an upload: a JSON object, as a text.") @ColumnMapping @Nullable
            String mapping,

            @Schema(description = "As for an upload. What columns hold is guessed anew.") @Nullable
            Long headerRow) {

        /** Notes a column or a field that there is not. */
        Choices applyTo(Import list, FieldErrors errors) {
            Choices old = list.choices();
            Map<String, String> columns = ColumnMapping.Rule.columns(mapping).orElse(Map.of());
            return new Choices(
                    mapping == null ? old.fields() : Mapping.of(list.kind(), list.columns(), columns, errors),
                    campaignId == null ? old.campaignId() : campaignId,
                    callReasonId == null ? old.callReasonId() : callReasonId,
                    followUpDate == null ? old.followUpDate() : followUpDate,
                    onMatch == null ? old.onMatch() : onMatch);
        }
    }

    record RowsQuery(@Nullable RowOutcome outcome, @Nullable RowResult result) {}
}
