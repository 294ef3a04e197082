package org.callboard.importrows;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.customers.Records.Change;
import org.callboard.details.CustomData;
import org.callboard.details.CustomDataEntries;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.details.CustomDataRequests.CustomFieldUpdate;
import org.callboard.details.CustomDataRequests.ExternalDataChange;
import org.callboard.details.CustomDataRequests.ExternalDataUpdate;
import org.callboard.details.CustomDataRequests.PatchMode;
import org.callboard.details.CustomFieldValue;
import org.callboard.details.ExternalEntry;
import org.callboard.details.RecordKind;
import org.callboard.http.Precondition;
import org.callboard.importrows.Aim.Candidate;
import org.callboard.importrows.JudgedRow.FieldChange;
import org.callboard.listchoices.Choices;
import org.callboard.listchoices.Choices.ExternalId;
import org.callboard.listchoices.Choices.UpdateBy;
import org.callboard.listchoices.CompanyFormats;
import org.callboard.listchoices.RowList;
import org.callboard.sheets.ImportField;
import org.callboard.sheets.RowCells;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * What a row changes of the tags, the custom fields and the external ids of a record. Tags are only added.
 *
 * @param tags all that it has then; null where none is added
 * @param fields the values of all custom fields that it has then; null where none changes
 * @param external whose id of it is kept; null where the row says none that is new
 */
record DataChange(
        @Nullable List<Long> tags,
        @Nullable List<CustomFieldUpdate> fields,
        @Nullable External external) {

    /** Nothing. */
    static final DataChange NONE = new DataChange(null, null, null);

    /** An id that another system gave the record, and the one that was known before. */
    record External(ExternalId of, String value, @Nullable String before) {}

    /** The tags and custom fields of a row; the id that the other system gave the record is kept for the next list. */
    static CustomDataDraft said(Choices choices, RowCells cells, CompanyFormats formats) {
        String externalId = cells.get(ImportField.externalId);
        ExternalId external = choices.existing().external();
        return new CustomDataDraft(
                formats.fields().tags(cells, choices.tagTypeId()),
                formats.fields().values(cells, formats.dates()),
                external == null || externalId == null ? null : update(external, externalId));
    }

    /** The records that have the other system's ids of rows, by these ids. */
    static <D> Map<String, List<Long>> owners(
            CustomDataEntries entries, RecordKind kind, long tenant, RowList list, List<Candidate<D>> rows) {
        ExternalId external = Objects.requireNonNull(list.choices().existing().external());
        Set<String> values = rows.stream()
                .map(row -> row.cells().get(ImportField.externalId))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return entries.owners(kind, tenant, external.application(), external.key(), values);
    }

    /**
     * What a row changes of what a record has.
     *
     * @param fields whether it is the row's own record, whose custom fields may change
     * @param overwrites whether a value replaces another; otherwise it fills a field that has none
     * @param changes takes each of it, before and after
     */
    static DataChange of(
            RowList list,
            RowCells cells,
            CustomDataDraft said,
            CustomData had,
            boolean fields,
            boolean overwrites,
            List<FieldChange> changes) {
        External external = external(list.choices(), cells, had, fields);
        if (external != null) {
            changes.add(new FieldChange("externalId", external.before(), external.value()));
        }
        List<Long> tags = Objects.requireNonNullElse(said.tagTypeIds(), List.<Long>of()).stream()
                .filter(tag -> !had.tagTypeIds().contains(tag))
                .distinct()
                .toList();
        Map<Long, String> names = list.formats().fields().tagNames();
        tags.forEach(tag -> changes.add(new FieldChange("tag", null, names.getOrDefault(tag, Long.toString(tag)))));
        List<CustomFieldUpdate> values = fields ? values(said, had, overwrites) : List.of();
        values.forEach(field -> changes.add(
                new FieldChange("customField", value(had, field.typeId()).orElse(null), field.value())));
        return new DataChange(
                tags.isEmpty()
                        ? null
                        : Stream.concat(had.tagTypeIds().stream(), tags.stream())
                                .toList(),
                values.isEmpty() ? null : merged(had, values),
                external);
    }

    private static @Nullable External external(Choices choices, RowCells cells, CustomData had, boolean own) {
        ExternalId of = choices.existing().external();
        String value = cells.get(ImportField.externalId);
        if (of == null || value == null) {
            return null;
        }
        String before = had.externalData().stream()
                .filter(entry -> entry.key().equals(of.key()))
                .map(ExternalEntry::value)
                .findFirst()
                .orElse(null);
        // a record that was found by an id, and has another one, is known by that of one that was merged into it too
        boolean found = own && before != null && choices.existing().by() == UpdateBy.ExternalId;
        return found || value.equals(before) ? null : new External(of, value, before);
    }

    /** Those that differ from what the record has; where only gaps are filled, of fields without a value. */
    private static List<CustomFieldUpdate> values(CustomDataDraft said, CustomData had, boolean overwrites) {
        return said.fields().stream()
                .filter(field -> value(had, field.typeId())
                        .map(value -> overwrites && !value.equals(field.value()))
                        .orElse(true))
                .toList();
    }

    private static Optional<String> value(CustomData had, long type) {
        return had.customFields().stream()
                .filter(field -> field.typeId() == type)
                .map(CustomFieldValue::value)
                .findFirst();
    }

    /** All that the record has then. */
    private static List<CustomFieldUpdate> merged(CustomData had, List<CustomFieldUpdate> changed) {
        Map<Long, CustomFieldUpdate> all = new TreeMap<>();
        had.customFields()
                .forEach(field -> all.put(field.typeId(), new CustomFieldUpdate(field.typeId(), field.value())));
        changed.forEach(field -> all.put(field.typeId(), field));
        return List.copyOf(all.values());
    }

    /** What is written. */
    Change change() {
        return change(external == null ? null : update(external.of, external.value));
    }

    /** What takes it back, of a change with what the record had before in place of what it has then. */
    Change back() {
        return change(external == null ? null : update(external.of, external.before));
    }

    private Change change(@Nullable ExternalDataUpdate of) {
        return new Change(null, new CustomDataDraft(tags, fields, of), Precondition.NONE, new FieldErrors());
    }

    private static ExternalDataUpdate update(ExternalId of, @Nullable String value) {
        return new ExternalDataUpdate(
                PatchMode.Merge, of.application(), List.of(new ExternalDataChange(of.key(), value)));
    }

    /** The same parts as the record has them now. */
    DataChange before(CustomData had) {
        return new DataChange(
                tags == null ? null : had.tagTypeIds(), fields == null ? null : merged(had, List.of()), external);
    }
}
