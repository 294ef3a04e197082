package org.callboard.requests;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.callboard.addresses.Limits.Name;
import org.callboard.validation.Patch;
import org.jspecify.annotations.Nullable;

/** Records with one component of each type that a request can have, at every place where one can stand. */
final class RequestSamples {

    private RequestSamples() {}

    interface Part<T> {
        @Nullable
        T value();
    }

    /** The same type in an object, in an object of it, in the objects of a list, and in a list by itself. */
    interface Sample<T> extends Part<T> {
        @Nullable
        Part<T> nested();

        @Nullable
        List<? extends Part<T>> items();

        /** Null for what no list holds. */
        default @Nullable List<T> values() {
            return null;
        }
    }

    record Texts(
            @Nullable String value,
            @Nullable In nested,
            @Nullable List<In> items,
            @Nullable List<String> values) implements Sample<String> {
        record In(@Nullable String value) implements Part<String> {}
    }

    record Names(
            @Name @Nullable String value,
            @Nullable In nested,
            @Nullable List<In> items) implements Sample<String> {
        record In(@Name @Nullable String value) implements Part<String> {}
    }

    record PatchedNames(
            Patch<@Name String> value,
            @Nullable In nested,
            @Nullable List<In> items) implements Sample<Patch<String>> {
        record In(Patch<@Name String> value) implements Part<Patch<String>> {}
    }

    record Longs(
            @Nullable Long value,
            @Nullable In nested,
            @Nullable List<In> items,
            @Nullable List<Long> values) implements Sample<Long> {
        record In(@Nullable Long value) implements Part<Long> {}
    }

    record Doubles(
            @Nullable Double value,
            @Nullable In nested,
            @Nullable List<In> items,
            @Nullable List<Double> values) implements Sample<Double> {
        record In(@Nullable Double value) implements Part<Double> {}
    }

    record Decimals(
            @Nullable BigDecimal value,
            @Nullable In nested,
            @Nullable List<In> items,
            @Nullable List<BigDecimal> values)
            implements Sample<BigDecimal> {
        record In(@Nullable BigDecimal value) implements Part<BigDecimal> {}
    }

    record Booleans(
            @Nullable Boolean value,
            @Nullable In nested,
            @Nullable List<In> items,
            @Nullable List<Boolean> values) implements Sample<Boolean> {
        record In(@Nullable Boolean value) implements Part<Boolean> {}
    }

    record Instants(
            @Nullable Instant value,
            @Nullable In nested,
            @Nullable List<In> items,
            @Nullable List<Instant> values) implements Sample<Instant> {
        record In(@Nullable Instant value) implements Part<Instant> {}
    }

    record Guids(
            @Nullable UUID value,
            @Nullable In nested,
            @Nullable List<In> items,
            @Nullable List<UUID> values) implements Sample<UUID> {
        record In(@Nullable UUID value) implements Part<UUID> {}
    }

    enum Word {
        Low,
        Normal,
        High
    }

    record Words(
            @Nullable Word value,
            @Nullable In nested,
            @Nullable List<In> items,
            @Nullable List<Word> values) implements Sample<Word> {
        record In(@Nullable Word value) implements Part<Word> {}
    }

    record Point(@Nullable Long x) {}

    record Records(
            @Nullable Point value,
            @Nullable In nested,
            @Nullable List<In> items,
            @Nullable List<Point> values) implements Sample<Point> {
        record In(@Nullable Point value) implements Part<Point> {}
    }

    record Lists(
            @Nullable List<Long> value,
            @Nullable In nested,
            @Nullable List<In> items,
            @Nullable List<List<Long>> values)
            implements Sample<List<Long>> {
        record In(@Nullable List<Long> value) implements Part<List<Long>> {}
    }

    record PatchedTexts(
            Patch<String> value,
            @Nullable In nested,
            @Nullable List<In> items) implements Sample<Patch<String>> {
        record In(Patch<String> value) implements Part<Patch<String>> {}
    }

    record PatchedLongs(
            Patch<Long> value,
            @Nullable In nested,
            @Nullable List<In> items) implements Sample<Patch<Long>> {
        record In(Patch<Long> value) implements Part<Patch<Long>> {}
    }

    record PatchedDoubles(
            Patch<Double> value,
            @Nullable In nested,
            @Nullable List<In> items) implements Sample<Patch<Double>> {
        record In(Patch<Double> value) implements Part<Patch<Double>> {}
    }

    record PatchedWords(
            Patch<Word> value,
            @Nullable In nested,
            @Nullable List<In> items) implements Sample<Patch<Word>> {
        record In(Patch<Word> value) implements Part<Patch<Word>> {}
    }

    record PatchedRecords(
            Patch<Point> value,
            @Nullable In nested,
            @Nullable List<In> items) implements Sample<Patch<Point>> {
        record In(Patch<Point> value) implements Part<Patch<Point>> {}
    }

    record Address(@Nullable String street, @Nullable String zip) {}

    record Contact(@Nullable String value, @Nullable String memo) {}

    /** A small one of the usual form. */
    record Person(
            @Nullable String name,
            @Nullable Long campaignId,
            @Nullable Address address,
            @Nullable List<Contact> contacts) {}
}
