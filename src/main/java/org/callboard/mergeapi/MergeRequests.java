package org.callboard.mergeapi;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.callboard.database.RecordShape;
import org.callboard.merging.Choices;
import org.callboard.merging.Choices.From;
import org.callboard.merging.Choices.Pair;
import org.callboard.merging.UndoChoices;
import org.callboard.merging.UndoPreview.What;
import org.jspecify.annotations.Nullable;

/** What clients send to merge two records. */
final class MergeRequests {

    private static final int MAX_TAG = 100;
    private static final int MAX = 200;
    private static final int MAX_SINCE = 1000;

    private MergeRequests() {}

    /** Which external data is shown. */
    record ApplicationQuery(
            @Schema(
                    description =
                            "Whose external data is shown with its keys and values. Of that of others it is only said"
                                    + " how much there is.")
            @Nullable
            UUID externalDataApplicationGuid) {}

    /** Which merges are listed. */
    record MergesQuery(
            @Schema(description = "Only what was merged or undone at this instant or later.") @Nullable
            Instant since) {}

    /** Whose value is taken. */
    enum Whose {
        Kept,
        Removed;

        From from() {
            return this == Kept ? From.KEPT : From.REMOVED;
        }
    }

    @Schema(name = "MergeCustomFieldChoice")
    record CustomFieldChoice(@NotNull Long typeId, @NotNull Whose from) {}

    @Schema(name = "MergePairChoice")
    record PairChoice(@NotNull Long keptId, @NotNull Long removedId) {}

    /** What is chosen; what is null was not said, or was wrong. */
    sealed interface Chosen {

        @Nullable
        Record fields();

        @Nullable
        List<CustomFieldChoice> customFields();

        default @Nullable List<PairChoice> pairs() {
            return List.of();
        }

        @Nullable
        Boolean reactivate();

        /** Of a request in which nothing is wrong. */
        static Choices of(@Nullable Chosen chosen) {
            if (chosen == null) {
                return Choices.NONE;
            }
            Map<Long, From> customFields = new LinkedHashMap<>();
            list(chosen.customFields()).forEach(one -> customFields.put(one.typeId, one.from.from()));
            return new Choices(
                    fields(chosen.fields()),
                    customFields,
                    list(chosen.pairs()).stream()
                            .map(pair -> new Pair(pair.keptId, pair.removedId))
                            .toList(),
                    Boolean.TRUE.equals(chosen.reactivate()));
        }

        private static Map<String, From> fields(@Nullable Record said) {
            Map<String, From> fields = new LinkedHashMap<>();
            if (said != null) {
                RecordShape shape = RecordShape.of(said.getClass());
                @Nullable Object[] values = shape.values(said);
                for (int i = 0; i < values.length; i++) {
                    if (values[i] instanceof Whose whose) {
                        fields.put(shape.marks()[i].name(), whose.from());
                    }
                }
            }
            return fields;
        }
    }

    private static <T> List<T> list(@Nullable List<T> said) {
        return Objects.requireNonNullElse(said, List.of());
    }

    @Schema(
            name = "CustomerMergeFields",
            description = "Whose value the kept customer has afterwards, Kept or Removed. What is not named is the kept"
                    + " customer's, or the removed one's where the kept one has none.")
    record CustomerFields(
            @Nullable Whose name,
            @Nullable Whose type,

            @Schema(description = "With the coordinates, as one piece.") @Nullable
            Whose address,

            @Schema(description = "The stricter of both holds, whatever is said.") @Nullable
            Whose doNotMail,

            @Schema(description = "The stricter of both holds, whatever is said.") @Nullable
            Whose doNotService,

            @Nullable Whose nationalAccount,
            @Nullable Whose taxExempt,
            @Nullable Whose paymentTermId,

            @Schema(description = "With creditLimitBalance; the two are never added.") @Nullable
            Whose creditLimit) {}

    @Schema(
            name = "LocationMergeFields",
            description = "Whose value the kept location has afterwards, Kept or Removed. What is not named is the kept"
                    + " location's, or the removed one's where the kept one has none.")
    record LocationFields(
            @Nullable Whose name,

            @Schema(description = "With the coordinates, as one piece.") @Nullable
            Whose address,

            @Nullable Whose taxExempt,
            @Nullable Whose preferredTechnicianId,
            @Nullable Whose zoneId,
            @Nullable Whose taxZoneId) {}

    @Schema(name = "CustomerMergeChoices")
    record CustomerChoices(
            @Valid @Nullable CustomerFields fields,

            @Schema(description = "The same for custom fields that both have.") @Size(max = MAX) @Nullable
            List<@Valid CustomFieldChoice> customFields,

            @Schema(
                    description = "Locations that are merged as well: one of the kept customer, and one of the removed"
                            + " customer that is the same. The preview offers those at one address.")
            @Size(max = MAX)
            @Nullable
            List<@Valid PairChoice> pairs,

            @Schema(
                    description =
                            "Whether a kept customer that is not active is brought back, which the connection must"
                                    + " have the right to; usually false.")
            @Nullable
            Boolean reactivate)
            implements Chosen {}

    @Schema(name = "LocationMergeChoices")
    record LocationChoices(
            @Valid @Nullable LocationFields fields,

            @Schema(description = "The same for custom fields that both have.") @Size(max = MAX) @Nullable
            List<@Valid CustomFieldChoice> customFields,

            @Schema(
                    description =
                            "Whether a kept location that is not active is brought back, which the connection must"
                                    + " have the right to; usually false.")
            @Nullable
            Boolean reactivate)
            implements Chosen {}

    /** A request that names the record which is to be removed. */
    sealed interface Asked {

        Long removeId();

        @Nullable
        Chosen choices();
    }

    /** One that goes on from a preview. */
    sealed interface Decided extends Asked {

        String planTag();
    }

    @Schema(name = "CustomerMergePreviewRequest")
    record CustomerPreviewRequest(
            @Schema(description = "The customer that is to be removed.") @NotNull
            Long removeId,

            @Valid @Nullable CustomerChoices choices)
            implements Asked {}

    @Schema(name = "CustomerMergeRequest")
    record CustomerMergeRequest(
            @Schema(description = "The customer that is to be removed.") @NotNull
            Long removeId,

            @Schema(description = "The same as of the preview.") @Valid @Nullable
            CustomerChoices choices,

            @Schema(description = "As the preview gave it.") @NotBlank @Size(max = MAX_TAG)
            String planTag)
            implements Decided {}

    @Schema(name = "LocationMergePreviewRequest")
    record LocationPreviewRequest(
            @Schema(description = "The location that is to be removed.") @NotNull
            Long removeId,

            @Valid @Nullable LocationChoices choices)
            implements Asked {}

    @Schema(name = "LocationMergeRequest")
    record LocationMergeRequest(
            @Schema(description = "The location that is to be removed.") @NotNull
            Long removeId,

            @Schema(description = "The same as of the preview.") @Valid @Nullable
            LocationChoices choices,

            @Schema(description = "As the preview gave it.") @NotBlank @Size(max = MAX_TAG)
            String planTag)
            implements Decided {}

    @Schema(name = "MergeUndoChoice")
    record MadeSince(
            @NotNull Long id,

            @Schema(description = "Whether it goes to the record that was removed.") @NotNull
            Boolean goesBack) {}

    @Schema(
            name = "MergeUndoChoices",
            description = "Whose is what was made since the merge. What is not named goes as the preview says.")
    record UndoChoicesRequest(
            @Size(max = MAX_SINCE) @Nullable List<@Valid MadeSince> jobs,
            @Size(max = MAX_SINCE) @Nullable List<@Valid MadeSince> leads,
            @Size(max = MAX_SINCE) @Nullable List<@Valid MadeSince> locations,
            @Size(max = MAX_SINCE) @Nullable List<@Valid MadeSince> calls) {

        /** All of them, by the fields in which they stand. */
        Map<What, List<MadeSince>> all() {
            return Map.of(
                    What.Job, list(jobs),
                    What.Lead, list(leads),
                    What.Location, list(locations),
                    What.Call, list(calls));
        }

        UndoChoices toChoices() {
            return new UndoChoices(byId(jobs), byId(leads), byId(locations), byId(calls));
        }

        private static Map<Long, Boolean> byId(@Nullable List<MadeSince> said) {
            Map<Long, Boolean> byId = new LinkedHashMap<>();
            list(said).forEach(one -> byId.put(one.id, one.goesBack));
            return byId;
        }
    }

    @Schema(name = "MergeUndoRequest")
    record UndoRequest(
            @Schema(description = "As the preview gave it.") @NotBlank @Size(max = MAX_TAG)
            String planTag,

            @Valid @Nullable UndoChoicesRequest choices) {}
}
