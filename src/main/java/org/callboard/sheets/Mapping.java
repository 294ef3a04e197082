package org.callboard.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;

/** Which column holds what: as somebody says, and otherwise as its name lets guess. */
public final class Mapping {

    private static final String FIELD = "mapping";

    private Mapping() {}

    /**
     * The field of each column. Each is given once, but those of which a row may have several; a guess never takes what was
     * said of another column.
     *
     * @param custom the fields that the company has added
     * @param said fields by the names of columns, in any case; an empty text leaves a column out
     * @param errors takes what there is no column or field for
     */
    public static List<Optional<ColumnField>> of(
            ImportKind kind, List<String> columns, CustomColumns custom, Map<String, String> said, FieldErrors errors) {
        Map<String, Optional<ColumnField>> given = new HashMap<>();
        Set<ColumnField> taken = new HashSet<>();
        Map<String, String> known = new HashMap<>();
        columns.forEach(column -> known.put(lower(column), column));
        said.forEach((column, word) -> {
            errors.addIf(!known.containsKey(lower(column)), FIELD, "There is no column “" + column + "”.");
            Optional<ColumnField> field = ColumnField.named(kind, word).filter(custom::knows);
            errors.addIf(VisibleText.in(word) && field.isEmpty(), FIELD, "There is no field “" + word + "”.");
            field.ifPresent(one -> errors.addIf(!take(one, taken), FIELD, twice(one)));
            given.put(lower(column), field);
        });
        boolean ofLeadForm = LeadForms.is(columns);
        List<Optional<ColumnField>> fields = new ArrayList<>();
        for (String column : columns) {
            Optional<ColumnField> field = given.get(lower(column));
            fields.add(
                    field != null
                            ? field
                            : guesses(kind, column, custom, ofLeadForm).stream()
                                    .filter(one -> take(one, taken))
                                    .findFirst());
        }
        return fields;
    }

    /** A name that is usual means what it usually does, though the company has a field of that name too. */
    private static List<ColumnField> guesses(ImportKind kind, String column, CustomColumns custom, boolean ofLeadForm) {
        if (ofLeadForm && LeadForms.isOwn(column)) {
            return List.of();
        }
        List<ColumnField> usual = Headings.guess(kind, column);
        if (!usual.isEmpty()) {
            return usual;
        }
        List<ColumnField> added = custom.named(column).stream().toList();
        return added.isEmpty() && ofLeadForm ? List.of(ColumnField.of(ImportField.headedNotes)) : added;
    }

    /** False where another column has it already, and only one can. */
    public static boolean take(ColumnField field, Set<ColumnField> taken) {
        return taken.add(field) || field.field().repeatable();
    }

    /** What to say where two columns have what only one can. */
    public static String twice(ColumnField field) {
        return "Two columns can't both hold the same: " + field.label() + ".";
    }

    private static String lower(String column) {
        return VisibleText.strip(column).toLowerCase(Locale.ROOT);
    }

    /**
     * The files of Facebook's lead forms. Beside the columns that they all have, which are about the advertisement, each has one
     * for every question that its company asks.
     */
    private static final class LeadForms {

        private static final Set<String> OWN = Set.of(
                "id",
                "created_time",
                "ad_id",
                "ad_name",
                "adset_id",
                "adset_name",
                "campaign_id",
                "campaign_name",
                "form_id",
                "form_name",
                "is_organic",
                "platform",
                "lead_status",
                "inbox_url",
                "partner_name",
                "post",
                "retailer_item_id",
                "vehicle");

        /** These alone tell such a file from others. */
        private static final Set<String> TELLING = Set.of("created_time", "form_id", "ad_id", "adset_id", "is_organic");

        private LeadForms() {}

        /** Whether a list has the columns of such a file. */
        static boolean is(List<String> columns) {
            return columns.stream()
                            .map(Mapping::lower)
                            .filter(TELLING::contains)
                            .count()
                    > 1;
        }

        /** Whether a column of such a file is about the advertisement. */
        static boolean isOwn(String column) {
            return OWN.contains(lower(column));
        }
    }
}
