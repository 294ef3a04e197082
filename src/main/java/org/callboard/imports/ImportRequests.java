package org.callboard.imports;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.callboard.imports.ImportRow.Outcome;
import org.callboard.imports.ImportRow.Result;
import org.callboard.imports.StartImport.Begin;
import org.callboard.platform.ApiProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What clients send about imports. */
final class ImportRequests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ImportRequests() {}

    /** What is said with a file: in the query, or as fields of the form that has the file. */
    record UploadQuery(
            @NotNull @Nullable ImportKind kind,

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
            @Size(max = 20_000)
            @Nullable
            String mapping,

            @Schema(description = "true: only look at what each row would become. Run it afterwards.") @Nullable
            Boolean dryRun,

            @Schema(description = "What people know the list by; a form's file has a name already.") @Nullable
            String fileName) {

        StartImport.Wishes wishes(@Nullable String onceKey) {
            return new StartImport.Wishes(
                    Objects.requireNonNull(kind),
                    columns(mapping),
                    campaignId,
                    callReasonId,
                    followUpDate,
                    onMatch,
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

            @Schema(description = "As for an upload: a JSON object, as a text.") @Size(max = 20_000) @Nullable
            String mapping) {

        Import.Choices applyTo(Import list, Imports imports) {
            Import.Choices old = list.choices();
            return new Import.Choices(
                    mapping == null ? old.fields() : imports.fields(list, columns(mapping)),
                    campaignId == null ? old.campaignId() : campaignId,
                    callReasonId == null ? old.callReasonId() : callReasonId,
                    followUpDate == null ? old.followUpDate() : followUpDate,
                    onMatch == null ? old.onMatch() : onMatch);
        }
    }

    record RowsQuery(@Nullable Outcome outcome, @Nullable Result result) {}

    private static Map<String, String> columns(@Nullable String mapping) {
        if (mapping == null || mapping.isBlank()) {
            return Map.of();
        }
        try {
            Map<String, @Nullable String> read =
                    JSON.readValue(mapping, new TypeReference<Map<String, @Nullable String>>() {});
            Map<String, String> columns = new TreeMap<>();
            read.forEach((column, field) -> columns.put(column, Objects.requireNonNullElse(field, "")));
            return columns;
        } catch (JacksonException | NullPointerException e) {
            throw ApiProblem.invalid(
                    "mapping",
                    "A JSON object from names of columns to fields is expected, such as {\"Tel.\": \"phone\"}.");
        }
    }
}
