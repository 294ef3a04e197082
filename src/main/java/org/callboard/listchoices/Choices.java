package org.callboard.listchoices;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.callboard.database.RecordShape;
import org.callboard.sheets.ColumnField;
import org.callboard.sheets.ImportField;
import org.callboard.sheets.ImportKind;
import org.callboard.sheets.RowCells;
import org.callboard.sheets.RowNames;
import org.jspecify.annotations.Nullable;

/**
 * What people say about a list.
 *
 * @param fields what each column holds; empty where it is left out
 * @param followUpDate for the leads whose row has no date of its own
 * @param existing how customers or locations on record are changed
 * @param tagTypeId the tag that every record gets
 * @param normalCase whether names that are all in capitals are written as names usually are
 */
public record Choices(
        List<Optional<ColumnField>> fields,
        @Nullable Long campaignId,
        @Nullable Long callReasonId,
        @Nullable Instant followUpDate,
        OnMatch onMatch,
        Existing existing,
        @Nullable Long tagTypeId,
        boolean normalCase) {

    /**
     * How a list changes customers or locations on record.
     *
     * @param by what tells which one a row is about; null where the list only makes new ones
     * @param external whose id of a record the list has; null where it has none
     */
    public record Existing(
            @Nullable UpdateBy by,
            OnExisting policy,
            @Nullable ExternalId external) {

        public static final Existing NONE = new Existing(null, OnExisting.FillEmpty, null);

        /** What is done where nothing was said: a list of locations with their ids comes from here. */
        static Existing usual(ImportKind kind, List<Optional<ColumnField>> fields) {
            return kind == ImportKind.Locations && ColumnField.anyHolds(fields, ImportField.locationId)
                    ? new Existing(UpdateBy.LocationId, OnExisting.FillEmpty, null)
                    : NONE;
        }
    }

    /** The same with other fields. */
    public Choices with(List<Optional<ColumnField>> others) {
        return RecordShape.with(this, "fields", others);
    }

    /** The same with names that are all in capitals as names usually are written, or as they stand. */
    public Choices withNormalCase(boolean wanted) {
        return RecordShape.with(this, "normalCase", wanted);
    }

    /** The names of a row. */
    public RowNames names(RowCells cells) {
        return normalCase ? cells.names().inNormalCase() : cells.names();
    }

    /** Whether some column holds the field. */
    public boolean has(ImportField field) {
        return ColumnField.anyHolds(fields, field);
    }

    /** The place of the first column that holds it; -1 where none does. */
    public int column(ImportField field) {
        List<@Nullable ImportField> all = fields.stream()
                .map(one -> one.map(ColumnField::field).orElse(null))
                .toList();
        return all.indexOf(field);
    }

    /** The parts of each address that a row may have. */
    public Map<String, Set<ImportField>> addresses() {
        return fields.stream()
                .flatMap(Optional::stream)
                .filter(one -> one.field().ofAddress())
                .collect(Collectors.groupingBy(
                        ColumnField::of, Collectors.mapping(ColumnField::field, Collectors.toSet())));
    }

    /** Where the id that another system gave a record is kept: under a key in the external data of an application. */
    public record ExternalId(UUID application, String key) {

        /** That of lists for which no application is named. */
        public static final UUID LISTS = UUID.nameUUIDFromBytes("callboard.imports".getBytes(StandardCharsets.UTF_8));

        /** The key where none is named. */
        public static final String KEY = "id";

        /** How many characters a key may have. */
        public static final int MAX_KEY = 200;
    }

    /** What tells which customer or location on record a row is about. */
    public enum UpdateBy {
        /** The id that Callboard gave it, as in its own exports. */
        CustomerId(ImportKind.Customers),
        /** The same of a location. */
        LocationId(ImportKind.Locations),
        /** The id that another system gave it, which is kept in its external data. */
        ExternalId(ImportKind.Customers, ImportKind.Locations),
        /** Where one customer alone has the address, and the names agree. */
        Email(ImportKind.Customers),
        /** Where one customer alone has the number, and the names agree. */
        Phone(ImportKind.Customers);

        private final List<ImportKind> kinds;

        UpdateBy(ImportKind... kinds) {
            this.kinds = List.of(kinds);
        }

        /** Those by which a kind of list may change what is there; none of leads. */
        public static List<UpdateBy> of(ImportKind kind) {
            return Arrays.stream(values()).filter(by -> by.kinds.contains(kind)).toList();
        }
    }

    /** What becomes of the customer or location that a row is about. A blank cell never erases anything, and no mark against contact goes. */
    public enum OnExisting {
        /** Nothing. */
        Skip,
        /** What is not known of it yet is filled in. */
        FillEmpty,
        /** What the row says replaces what is known; numbers and e-mail addresses are added. */
        Overwrite
    }
}
