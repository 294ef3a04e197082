package org.callboard.web.imports;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.callboard.imports.Import;
import org.callboard.imports.ImportField;
import org.callboard.imports.OnMatch;
import org.callboard.validation.FieldErrors;
import org.callboard.web.QuickDates;
import org.jspecify.annotations.Nullable;

/** What stands in the form about the columns of a list, as it was chosen. */
record ColumnsForm(
        @Nullable List<String> fields,
        @Nullable String campaignId,
        @Nullable String callReasonId,
        @Nullable String followUpDate,
        @Nullable String onMatch) {

    static final Set<String> FIELDS = Set.of("mapping", "campaignId", "callReasonId", "followUpDate", "onMatch");

    static ColumnsForm of(Import list, QuickDates dates) {
        Import.Choices choices = list.choices();
        return new ColumnsForm(
                choices.fields().stream()
                        .map(field -> field.map(Enum::name).orElse(""))
                        .toList(),
                Objects.toString(choices.campaignId(), null),
                Objects.toString(choices.callReasonId(), null),
                dates.text(choices.followUpDate()),
                choices.onMatch().name());
    }

    /** What is chosen for a column; empty where it is left out. */
    public String field(int column) {
        List<String> all = Objects.requireNonNullElse(fields, List.of());
        return column < all.size() ? all.get(column) : "";
    }

    /** Reads the choices; what can't be one is noted under the field's name. */
    Import.Choices read(Import list, QuickDates dates, FieldErrors errors) {
        Set<ImportField> taken = EnumSet.noneOf(ImportField.class);
        List<Optional<ImportField>> read = new ArrayList<>();
        for (int i = 0; i < list.columns().size(); i++) {
            String word = field(i);
            Optional<ImportField> field = ImportField.of(list.kind()).stream()
                    .filter(one -> one.name().equals(word))
                    .findFirst();
            errors.addIf(!word.isEmpty() && field.isEmpty(), "mapping", "Choose from the list.");
            field.ifPresent(one -> errors.addIf(
                    !taken.add(one), "mapping", "Two columns can't both hold the same: " + one.label() + "."));
            read.add(field);
        }
        return new Import.Choices(
                read,
                number("campaignId", campaignId, errors),
                number("callReasonId", callReasonId, errors),
                dates.read(followUpDate, "followUpDate", errors),
                onMatch(list, errors));
    }

    private OnMatch onMatch(Import list, FieldErrors errors) {
        for (OnMatch one : OnMatch.values()) {
            if (one.name().equals(onMatch)) {
                return one;
            }
        }
        errors.addIf(onMatch != null && !onMatch.isEmpty(), "onMatch", "Choose from the list.");
        return OnMatch.usual(list.kind());
    }

    private static @Nullable Long number(String field, @Nullable String text, FieldErrors errors) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.matches("\\d{1,18}")) {
            errors.add(field, "Choose one from the list.");
            return null;
        }
        return Long.valueOf(text);
    }
}
