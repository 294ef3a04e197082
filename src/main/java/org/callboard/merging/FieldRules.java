package org.callboard.merging;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.callboard.addresses.Address;
import org.callboard.customers.Customer;
import org.callboard.customers.CustomerDetails;
import org.callboard.customers.Location;
import org.callboard.customers.LocationDetails;
import org.callboard.database.RecordShape;
import org.callboard.details.RecordKind;
import org.callboard.merging.Choices.From;
import org.callboard.merging.Preview.FieldLine;
import org.callboard.merging.Preview.Rule;
import org.callboard.refusals.Refusal.Invalid;
import org.jspecify.annotations.Nullable;

/** Which value each field of the kept record has after a merge. */
final class FieldRules {

    private enum Way {
        /** The kept record's unless the other was chosen; there is always one. */
        CHOSEN,
        /** The same, and the removed record's where the kept one has none. */
        FILLED,
        /** True where one of both is, whatever was chosen. */
        STRICTER,
        /** The kept record's. */
        KEPT
    }

    /**
     * Fields that are one piece: a mix of two addresses would be a third one.
     *
     * @param parts the field by which it is chosen, and what goes with it
     */
    private record Piece(Way way, List<String> parts) {

        static Piece of(Way way, String... parts) {
            return new Piece(way, List.of(parts));
        }
    }

    private static final List<Piece> OF_CUSTOMERS = List.of(
            Piece.of(Way.CHOSEN, "name"),
            Piece.of(Way.CHOSEN, "type"),
            Piece.of(Way.FILLED, "address", "coordinates"),
            Piece.of(Way.STRICTER, "doNotMail"),
            Piece.of(Way.STRICTER, "doNotService"),
            Piece.of(Way.CHOSEN, "nationalAccount"),
            Piece.of(Way.CHOSEN, "taxExempt"),
            Piece.of(Way.FILLED, "paymentTermId"),
            Piece.of(Way.FILLED, "creditLimit", "creditLimitBalance"),
            Piece.of(Way.KEPT, "balance"));

    private static final List<Piece> OF_LOCATIONS = List.of(
            Piece.of(Way.CHOSEN, "name"),
            Piece.of(Way.CHOSEN, "address", "coordinates", "coordinatesSource", "coordinatesVerificationStatus"),
            Piece.of(Way.CHOSEN, "taxExempt"),
            Piece.of(Way.FILLED, "preferredTechnicianId"),
            Piece.of(Way.FILLED, "zoneId"),
            Piece.of(Way.FILLED, "taxZoneId"));

    private FieldRules() {}

    private static List<Piece> of(RecordKind kind) {
        return kind == RecordKind.Customer ? OF_CUSTOMERS : OF_LOCATIONS;
    }

    /** The fields of a record that merging decides on, by their names on the wire. */
    static Map<String, @Nullable Object> values(Record record) {
        RecordKind kind = record instanceof Customer ? RecordKind.Customer : RecordKind.Location;
        Record details = record instanceof Customer customer ? customer.details() : ((Location) record).details();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        of(kind).stream().flatMap(piece -> piece.parts.stream()).forEach(name -> {
            Record holder = RecordShape.of(details.getClass()).place(name) == null ? record : details;
            values.put(name, RecordShape.of(holder.getClass()).get(holder, name));
        });
        return values;
    }

    /** The customer's details with other values. */
    static CustomerDetails with(CustomerDetails before, Map<String, @Nullable Object> values) {
        CustomerDetails after = before;
        for (var value : values.entrySet()) {
            after = RecordShape.with(after, value.getKey(), value.getValue());
        }
        return after;
    }

    /** The location with other values. */
    static Location with(Location before, Map<String, @Nullable Object> values) {
        Location after = before;
        for (var value : values.entrySet()) {
            after = RecordShape.of(LocationDetails.class).place(value.getKey()) == null
                    ? RecordShape.with(after, value.getKey(), value.getValue())
                    : RecordShape.with(
                            after, "details", RecordShape.with(after.details(), value.getKey(), value.getValue()));
        }
        return after;
    }

    /** What a field holds. */
    static Type type(RecordKind kind, String field) {
        List<Class<?>> holders = kind == RecordKind.Customer
                ? List.of(CustomerDetails.class, Customer.class)
                : List.of(LocationDetails.class, Location.class);
        return holders.stream()
                .flatMap(holder -> Arrays.stream(holder.getRecordComponents()))
                .filter(component -> component.getName().equals(field))
                .map(RecordComponent::getGenericType)
                .findFirst()
                .orElseThrow();
    }

    /** The field by which the piece is chosen that a field belongs to. */
    static String leader(RecordKind kind, String field) {
        return of(kind).stream()
                .map(Piece::parts)
                .filter(parts -> parts.contains(field))
                .map(List::getFirst)
                .findFirst()
                .orElse(field);
    }

    /** Whether a field is never loosened again. */
    static boolean staysStrict(RecordKind kind, String field) {
        return of(kind).stream().anyMatch(piece -> piece.way == Way.STRICTER && piece.parts.contains(field));
    }

    /** Decides every field. Invalid for a choice of what is no field. */
    static List<FieldLine> decide(
            RecordKind kind,
            Map<String, @Nullable Object> kept,
            Map<String, @Nullable Object> removed,
            Map<String, From> choices) {
        List<Piece> pieces = of(kind);
        Stream<String> known = pieces.stream().map(piece -> piece.parts.getFirst());
        List<String> names = known.toList();
        choices.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Invalid("choices.fields." + name, "There is no such field to choose.");
                });
        List<FieldLine> lines = new ArrayList<>();
        for (Piece piece : pieces) {
            Rule rule = rule(piece, kept, removed, choices.get(piece.parts.getFirst()));
            boolean other = rule == Rule.FILLED
                    || rule == Rule.STRICTER
                    || rule == Rule.CHOSEN && choices.get(piece.parts.getFirst()) == From.REMOVED;
            boolean choosable = (piece.way == Way.CHOSEN || piece.way == Way.FILLED) && !same(piece, kept, removed);
            for (String part : piece.parts) {
                boolean strict = rule == Rule.STRICTER;
                Object result = strict ? Boolean.TRUE : (other ? removed : kept).get(part);
                boolean leads = part.equals(piece.parts.getFirst());
                lines.add(new FieldLine(part, kept.get(part), removed.get(part), result, rule, leads && choosable));
            }
        }
        return lines;
    }

    private static Rule rule(
            Piece piece,
            Map<String, @Nullable Object> kept,
            Map<String, @Nullable Object> removed,
            @Nullable From choice) {
        if (same(piece, kept, removed)) {
            return Rule.SAME;
        }
        return switch (piece.way) {
            case KEPT -> Rule.KEPT;
            case STRICTER -> Rule.STRICTER;
            case CHOSEN -> choice == null ? Rule.KEPT : Rule.CHOSEN;
            case FILLED ->
                choice != null
                        ? Rule.CHOSEN
                        : piece.parts.stream().allMatch(part -> isEmpty(kept.get(part))) ? Rule.FILLED : Rule.KEPT;
        };
    }

    private static boolean same(
            Piece piece, Map<String, @Nullable Object> kept, Map<String, @Nullable Object> removed) {
        return piece.parts.stream().allMatch(part -> same(kept.get(part), removed.get(part)));
    }

    /** One amount may be written with more or fewer zeros. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        return one instanceof BigDecimal here && other instanceof BigDecimal there
                ? here.compareTo(there) == 0
                : Objects.equals(one, other);
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || value.equals(Address.NONE);
    }
}
