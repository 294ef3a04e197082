package org.callboard.imports;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.callboard.database.RecordShape.Copy;
import org.callboard.details.RecordKind;
import org.callboard.importrows.RowOutcome;
import org.callboard.importrows.RowResult;
import org.callboard.importrows.StagedRow.Decided;
import org.callboard.importrows.StagedRow.Decided.What;
import org.callboard.imports.StartImport.Begin;
import org.callboard.listchoices.Choices;
import org.callboard.listchoices.Choices.OnExisting;
import org.callboard.listchoices.Choices.UpdateBy;
import org.callboard.listchoices.OnMatch;
import org.callboard.listchoices.Said;
import org.callboard.mergedids.MergedId;
import org.callboard.sheets.CustomColumns;
import org.callboard.sheets.ImportKind;
import org.callboard.sheets.Mapping;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.NullOrNotBlank;
import org.jspecify.annotations.Nullable;

/** What clients send about imports. */
final class ImportRequests {

    // Here, since a query that held one would have it among its parameters in the published document.
    private static final Copy<Said> OF_UPLOAD = Copy.of(Said.class, ChoicesRequest.class);
    private static final Copy<Said> OF_CHECK = Copy.of(Said.class, CheckRequest.class);

    private ImportRequests() {}

    /** What people choose for a list; what is null stays as it is, or as it usually is. */
    record ChoicesRequest(
            @Schema(description = "Needed for leads.") @Nullable
            Long campaignId,

            @Schema(description = "Leads need this or a follow-up date.") @Nullable
            Long callReasonId,

            @Schema(description = "For the leads whose row has no date of its own.") @Nullable
            Instant followUpDate,

            @Schema(
                    description = "What becomes of a row whose person is a customer already: Attach (a lead of that"
                            + " customer, usual for leads; of a list of customers another location, where the names"
                            + " agree), Skip (usual for others) or Create. Of a list of locations: of a row without an"
                            + " id whose customer has the address already, Skip or Create.")
            @Nullable
            OnMatch onMatch,

            @Schema(
                    description = "What tells which customer on record a row changes: CustomerId, ExternalId, or Email"
                            + " or Phone where one customer alone has it and the names agree; of a list of locations"
                            + " which location: LocationId (usual where the list has them) or ExternalId. Without it"
                            + " a list only makes new ones.")
            @Nullable
            UpdateBy updateBy,

            @Schema(
                    description = "What a row changes of what it is about: Skip (nothing), FillEmpty (what"
                            + " is not known yet; usual) or Overwrite. A blank cell erases nothing, numbers and e-mail"
                            + " addresses are only added, and a mark against contact stays.")
            @Nullable
            OnExisting onExisting,

            @Schema(description = "Whose ids the list has: an application of external data. Usually one for all lists.")
            @Nullable
            UUID externalApplication,

            @Schema(description = "Under which key these ids are kept, such as the old system's name; usually id.")
            @Size(max = Choices.ExternalId.MAX_KEY)
            @NullOrNotBlank
            @Nullable
            String externalKey,

            @Schema(description = "A tag that every record of the list gets.") @Nullable
            Long tagTypeId,

            @Schema(description = "Whether names that are all in capitals are written as names usually are.") @Nullable
            Boolean normalCase) {

        Said said() {
            return OF_UPLOAD.from(this);
        }
    }

    /** What is said with a file: in the query, or as fields of the form that has the file. */
    record UploadQuery(
            @NotNull ImportKind kind,
            @JsonUnwrapped @Valid ChoicesRequest choices,

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
                    choices.said(),
                    sheet,
                    headerRow,
                    Boolean.TRUE.equals(dryRun) ? Begin.CHECK : Begin.RUN,
                    onceKey);
        }
    }

    /** What is said anew of a list that has not run; what is null stays as it is. As for an upload. */
    record CheckRequest(
            @Nullable Long campaignId,
            @Nullable Long callReasonId,
            @Nullable Instant followUpDate,
            @Nullable OnMatch onMatch,
            @Nullable UpdateBy updateBy,
            @Nullable OnExisting onExisting,
            @Nullable UUID externalApplication,

            @Size(max = Choices.ExternalId.MAX_KEY) @NullOrNotBlank @Nullable
            String externalKey,

            @Nullable Long tagTypeId,
            @Nullable Boolean normalCase,

            @Schema(description = "As for an upload: a JSON object, as a text.") @ColumnMapping @Nullable
            String mapping,

            @Schema(description = "As for an upload. What columns hold is guessed anew.") @Nullable
            Long headerRow) {

        /** Notes a column or a field that there is not. */
        Choices applyTo(Import list, CustomColumns custom, FieldErrors errors) {
            Choices old = list.choices();
            Map<String, String> columns = ColumnMapping.Rule.columns(mapping).orElse(Map.of());
            return OF_CHECK.from(this)
                    .applyTo(
                            old,
                            mapping == null
                                    ? old.fields()
                                    : Mapping.of(list.kind(), list.columns(), custom, columns, errors));
        }
    }

    /** A cell as it should have been. */
    record CellPatch(
            @Schema(description = "The name of its column.") @NotNull
            String column,

            @NotNull @Size(max = 50_000) String value) {}

    /** What is decided of a row; the constants are the wire's own words. */
    enum Decision {
        LeaveOut,
        MakeNew,
        Attach,
        None
    }

    /** How a row is mended or decided; what is not named stays as it is. */
    record RowPatch(
            @Size(max = 2000) @Nullable List<@Valid CellPatch> cells,

            @Schema(
                    description = "LeaveOut, MakeNew, Attach (to the customer that is named beside it), or None, which"
                            + " takes a decision back.")
            @Nullable
            Decision decision,

            @Schema(description = "Whom it is attached to.") @MergedId(RecordKind.Customer) @Nullable
            Long customerId) {

        /** Notes a column that there is not, and a customer that is not named. */
        MendRow.Mended applyTo(Import list, ImportRow row, FieldErrors errors) {
            List<String> now = new ArrayList<>(row.cells());
            List<CellPatch> patches = Objects.requireNonNullElse(cells, List.of());
            for (int i = 0; i < patches.size(); i++) {
                CellPatch patch = patches.get(i);
                boolean named = patch != null && patch.column != null; // otherwise it is noted as missing
                int column = named ? list.columns().indexOf(patch.column) : -1;
                errors.addIf(named && column < 0, "cells[" + i + "].column", "There is no such column.");
                if (column >= 0) {
                    MendRow.put(now, column, patch.value);
                }
            }
            Decided decided = row.decided();
            if (decision != null) {
                boolean attach = decision == Decision.Attach;
                errors.addIf(attach && customerId == null, "customerId", "Say whom it is attached to.");
                decided = decision == Decision.None
                        ? null
                        : new Decided(What.valueOf(decision.name()), attach ? customerId : null);
            }
            return new MendRow.Mended(now, decided);
        }
    }

    record RowsQuery(
            @Nullable RowOutcome outcome,
            @Nullable RowResult result,

            @Schema(description = "true: only those that should be looked at, though nothing is wrong.") @Nullable
            Boolean look) {

        RowsFilter filter() {
            return new RowsFilter(outcome, result, Boolean.TRUE.equals(look), false);
        }
    }
}
