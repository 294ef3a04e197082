package org.callboard.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.callboard.database.RecordShape.Copy;
import org.callboard.importrows.JudgedRow.FieldChange;
import org.callboard.importrows.RowOutcome;
import org.callboard.importrows.RowResult;
import org.callboard.importrows.StagedRow.Decided;
import org.callboard.listchoices.Choices;
import org.callboard.listchoices.Choices.ExternalId;
import org.callboard.listchoices.Choices.OnExisting;
import org.callboard.listchoices.Choices.UpdateBy;
import org.callboard.listchoices.OnMatch;
import org.callboard.sheets.ColumnField;
import org.callboard.sheets.ImportKind;
import org.jspecify.annotations.Nullable;

/** The wire shapes of imports. */
final class ImportJson {

    private ImportJson() {}

    @Schema(name = "ImportResponse")
    record ImportResponse(
            long id,
            ImportKind kind,
            ImportState state,
            String fileName,

            @Schema(description = "How the file was read, in words.")
            String readAs,

            @Schema(description = "The columns of the file, and the field that each holds; null where it is left out.")
            List<ColumnResponse> columns,

            @Nullable Long campaignId,
            @Nullable Long callReasonId,
            @Nullable Instant followUpDate,
            OnMatch onMatch,
            @Nullable UpdateBy updateBy,
            OnExisting onExisting,
            @Nullable UUID externalApplication,
            @Nullable String externalKey,
            @Nullable Long tagTypeId,
            boolean normalCase,
            int rows,

            @Schema(description = "How much of the present work is done, from 0 to 100.")
            int percent,

            CountsResponse counts,
            Instant createdOn,
            Instant modifiedOn,

            @Schema(description = "When the rows were removed; the counts stay.") @Nullable
            Instant rowsForgottenOn) {

        static ImportResponse from(Import list) {
            List<ColumnResponse> columns = new ArrayList<>();
            for (int i = 0; i < list.columns().size(); i++) {
                columns.add(new ColumnResponse(
                        list.columns().get(i),
                        list.choices().fields().get(i).map(ColumnField::word).orElse(null),
                        list.layout().notCalculated(i)));
            }
            Choices.Existing existing = list.choices().existing();
            ExternalId external = existing.external();
            return new ImportResponse(
                    list.id(),
                    list.kind(),
                    list.state(),
                    list.fileName(),
                    list.readAs(),
                    columns,
                    list.choices().campaignId(),
                    list.choices().callReasonId(),
                    list.choices().followUpDate(),
                    list.choices().onMatch(),
                    existing.by(),
                    existing.policy(),
                    external == null ? null : external.application(),
                    external == null ? null : external.key(),
                    list.choices().tagTypeId(),
                    list.choices().normalCase(),
                    list.rows(),
                    list.state() == ImportState.Draft ? 0 : list.percent(),
                    CountsResponse.from(list.counts()),
                    list.createdOn(),
                    list.modifiedOn(),
                    list.rowsForgottenOn());
        }
    }

    @Schema(name = "ImportColumnResponse")
    record ColumnResponse(
            String name,

            @Schema(
                    description =
                            "A field, such as phone; where a row has several addresses with the one that it belongs"
                                    + " to: service.street, billing.zip, address[2].city.")
            @Nullable
            String field,

            @Schema(
                    description =
                            "How many of its cells hold a formula whose result is not in the workbook, and so are read as"
                                    + " empty.")
            int notCalculated) {}

    @Schema(
            name = "ImportCountsResponse",
            description =
                    "How many rows are what, as far as the work has come: from new to wrong what they would become, from"
                            + " made on what they became; look are those that should be looked at beside, capitals those with a name that is all in"
                            + " capitals.")
    record CountsResponse(
            @JsonProperty("new") int fresh,
            int match,
            int openLead,
            int location,
            int update,
            int unchanged,
            int twice,
            int leftOut,
            int wrong,
            int look,
            int capitals,
            int made,
            int updated,
            int skipped,
            int failed,
            int removed,
            int kept) {

        private static final Copy<CountsResponse> COPY = Copy.of(CountsResponse.class, Counts.class);

        static CountsResponse from(Counts counts) {
            return COPY.from(counts);
        }
    }

    @Schema(name = "ImportRowResponse")
    record RowResponse(
            @Schema(description = "As a spreadsheet counts: the line of names is usually 1.")
            int row,

            @Schema(description = "The cells by the names of their columns, as somebody mended them.")
            Map<String, String> cells,

            @Schema(description = "Whether somebody mended them.")
            boolean mended,

            @Schema(description = "What somebody decided of this row; null where nobody did.")
            Decided.@Nullable What decision,

            @Schema(description = "What it would become; null as long as that is not known.") @Nullable
            RowOutcome outcome,

            @Schema(description = "What is wrong, by field; row stands for the row as a whole.")
            Map<String, List<String>> problems,

            @Schema(description = "What should be looked at, though nothing is wrong.")
            List<String> warnings,

            @Schema(description = "Why it matches, or is there twice.") @Nullable
            String reason,

            @Schema(description = "The customer that it matches, changes, or becomes a location of.") @Nullable
            Long customerId,

            @Schema(description = "The open lead that it is.") @Nullable
            Long leadId,

            @Schema(description = "What it changes of that customer, or of a location of it.")
            List<ChangeResponse> changes,

            @Schema(description = "What it became.") @Nullable
            RowResult result,

            @Schema(
                    description =
                            "The lead or customer that was made of it, or the customer or location that it changed.")
            @Nullable
            Long recordId,

            @Schema(description = "Why that could not be taken back.") @Nullable
            String keptReason) {

        static RowResponse from(Import list, ImportRow row) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(list.columns().size(), row.cells().size()); i++) {
                cells.put(list.columns().get(i), row.cells().get(i));
            }
            return new RowResponse(
                    row.number(),
                    cells,
                    row.mended(),
                    row.decided() == null ? null : row.decided().what(),
                    row.outcome(),
                    row.problems(),
                    row.warnings(),
                    row.reason(),
                    row.matchId(),
                    row.leadId(),
                    row.changes().stream().map(ChangeResponse::from).toList(),
                    row.result(),
                    row.recordId(),
                    row.keptReason());
        }
    }

    @Schema(name = "ImportChangeResponse")
    record ChangeResponse(
            String field, @Nullable String before, @Nullable String after) {

        private static final Copy<ChangeResponse> COPY = Copy.of(ChangeResponse.class, FieldChange.class);

        static ChangeResponse from(FieldChange change) {
            return COPY.from(change);
        }
    }
}
