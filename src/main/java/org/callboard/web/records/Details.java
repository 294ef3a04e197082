package org.callboard.web.records;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.database.RecordShape;
import org.jspecify.annotations.Nullable;

/** What people say of a customer or a location, as fields: each named like the component that it is read from. */
public final class Details {

    private static final String COORDINATES = "coordinates";

    private Details() {}

    /** The field of one component. The part's name is the component's until it stands alone in its form. */
    public static Field field(Record details, Part part) {
        return Field.of(
                part.name(), part.named(Values.ONE), read(details, part.name()).text(), part.name());
    }

    /** The address with its coordinates. */
    public static Field address(Record details, String label) {
        return AddressParts.field(label, read(details, AddressParts.NAME));
    }

    private static Values read(Record details, String field) {
        RecordShape shape = RecordShape.of(details.getClass());
        Object value = shape.get(details, field);
        return value instanceof Address address
                ? AddressParts.values(address, (Coordinates) shape.get(details, COORDINATES))
                : Values.of(value instanceof BigDecimal amount ? Part.spelled(amount) : value);
    }

    /** The details with another value in one field: what the change makes of the texts, in the spelling of their parts. */
    public static <D extends Record> D change(D old, String field, UnaryOperator<Values> change) {
        Values before = read(old, field);
        Values after = change.apply(before);
        if (after.equals(before)) {
            return old;
        }
        if (field.equals(AddressParts.NAME)) {
            @SuppressWarnings("unchecked") // the record that it was, with other values
            D moved = (D) AddressParts.changed(old, before, after);
            return moved;
        }
        return RecordShape.with(old, field, value(type(old, field), after.text()));
    }

    private static Class<?> type(Record details, String field) {
        return Arrays.stream(details.getClass().getRecordComponents())
                .filter(component -> component.getName().equals(field))
                .findFirst()
                .orElseThrow()
                .getType();
    }

    private static @Nullable Object value(Class<?> type, String text) {
        if (type == boolean.class) {
            return text.equals("true");
        } else if (text.isEmpty()) {
            return type == String.class ? "" : null;
        } else if (type.isEnum()) {
            return List.of(type.getEnumConstants()).stream()
                    .filter(constant -> constant.toString().equals(text))
                    .findFirst()
                    .orElseThrow();
        } else if (type == Long.class) {
            return Long.valueOf(text);
        }
        return type == BigDecimal.class ? new BigDecimal(text) : text;
    }
}
