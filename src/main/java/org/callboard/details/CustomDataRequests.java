package org.callboard.details;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.callboard.addresses.Limits.CustomValue;
import org.callboard.addresses.Limits.Line;
import org.jspecify.annotations.Nullable;

/** What clients send about tags, custom fields and external data. */
public final class CustomDataRequests {

    private CustomDataRequests() {}

    public record CustomFieldUpdate(
            @NotNull Long typeId, @NotNull @CustomValue String value) {}

    public record ExternalDataEntry(
            @NotBlank @Line String key,
            @NotNull @Size(max = 10_000) String value) {

        private static @Nullable ExternalDataChange toChange(@Nullable ExternalDataEntry entry) {
            return entry == null ? null : new ExternalDataChange(entry.key, entry.value);
        }
    }

    public record ExternalDataCreate(
            @NotNull UUID applicationGuid,
            @NotNull @Size(max = 100) List<@Valid ExternalDataEntry> externalData) {}

    /** A value may be missing: then the key goes. */
    public record ExternalDataChange(
            @NotBlank @Line String key,
            @Size(max = 10_000) @Nullable String value) {}

    /** Replace is what a change does unless it says Merge. */
    public enum PatchMode {
        Replace,
        Merge
    }

    public record ExternalDataUpdate(
            @Nullable PatchMode patchMode,
            @NotNull UUID applicationGuid,
            @NotNull @Size(max = 100) List<@Valid ExternalDataChange> externalData) {

        /** Its entries, as far as the request has some. */
        public List<ExternalDataChange> entries() {
            return Objects.requireNonNullElse(externalData, List.of());
        }
    }

    /** What a new record comes with, or what a changed one shall have; null where the request says nothing of it. */
    public record CustomDataDraft(
            @Size(max = 200) @Nullable List<Long> tagTypeIds,
            @Size(max = 200) @Nullable List<@Valid CustomFieldUpdate> customFields,
            @Valid @Nullable ExternalDataUpdate externalData) {

        public static final CustomDataDraft NONE = new CustomDataDraft(null, null, null);

        /** Of a request that creates. */
        public static CustomDataDraft created(
                @Nullable List<Long> tagTypeIds,
                @Nullable List<CustomFieldUpdate> customFields,
                @Nullable ExternalDataCreate data) {
            ExternalDataUpdate all = data == null || data.externalData == null
                    ? null
                    : new ExternalDataUpdate(
                            PatchMode.Replace,
                            data.applicationGuid,
                            data.externalData.stream()
                                    .map(ExternalDataEntry::toChange)
                                    .toList());
            return new CustomDataDraft(tagTypeIds, customFields, all);
        }

        /** Its custom fields; none where it says nothing of them. */
        public List<CustomFieldUpdate> fields() {
            return Objects.requireNonNullElse(customFields, List.of());
        }

        /** The custom fields that it names, as far as they were read. */
        public List<Long> customFieldTypes() {
            return fields().stream()
                    .filter(Objects::nonNull)
                    .map(CustomFieldUpdate::typeId)
                    .filter(Objects::nonNull)
                    .toList();
        }

        /** The application whose data the reply shows. */
        public @Nullable UUID application() {
            return externalData == null ? null : externalData.applicationGuid;
        }
    }
}
