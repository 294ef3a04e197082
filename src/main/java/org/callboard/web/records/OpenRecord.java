package org.callboard.web.records;

import java.util.List;
import java.util.Optional;
import org.callboard.details.CustomData;
import org.callboard.details.RecordKind;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * A customer or a location as its page shows it.
 *
 * @param doNotService the customer's mark, also on the pages of its locations
 * @param owner a location's customer
 * @param mergedTo the record that this one was merged into
 * @param fields the record's own
 */
public record OpenRecord(
        RecordKind kind,
        long id,
        String name,
        boolean active,
        boolean doNotService,
        @Nullable Ref owner,
        @Nullable Ref mergedTo,
        List<Field> fields,
        CustomData customData) {

    /** Another record by its name. */
    public record Ref(long id, String name) {}

    public boolean isCustomer() {
        return kind == RecordKind.Customer;
    }

    /** The address of the page. */
    public String path() {
        return path(kind) + "/" + id;
    }

    public static String path(RecordKind kind) {
        return "/" + kind.word() + "s";
    }

    /** One of the record's own fields, if it has one of that name. */
    public Optional<Field> own(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** Those that stand among the details, a line each. */
    public List<Field> lines() {
        return fields.stream().filter(field -> field.look() == Field.Look.LINE).toList();
    }

    /** One of the record's own fields. For templates. */
    public Field field(String name) {
        return own(name).orElseThrow(() -> noField(name));
    }

    static Refusal noField(String name) {
        return RefusalCode.NO_SUCH_ADDRESS.refuse("There is no field " + name + " here.");
    }
}
