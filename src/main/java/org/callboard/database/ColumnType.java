package org.callboard.database;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a component of a record is in a column.
 *
 * @param sql the type in SQL; an enum is a text
 */
record ColumnType(String sql, Reader reader) {

    /** Reads a column by its place; null where it holds nothing. */
    interface Reader {
        @Nullable
        Object read(ResultSet row, int place) throws SQLException;
    }

    private static final Map<Class<?>, ColumnType> KNOWN = Map.ofEntries(
            Map.entry(long.class, new ColumnType("bigint", ResultSet::getLong)),
            Map.entry(int.class, new ColumnType("int", ResultSet::getInt)),
            Map.entry(boolean.class, new ColumnType("boolean", ResultSet::getBoolean)),
            Map.entry(double.class, new ColumnType("float8", ResultSet::getDouble)),
            Map.entry(Long.class, object("bigint", Long.class)),
            Map.entry(Integer.class, object("int", Integer.class)),
            Map.entry(Boolean.class, object("boolean", Boolean.class)),
            Map.entry(Double.class, object("float8", Double.class)),
            Map.entry(String.class, new ColumnType("text", ResultSet::getString)),
            Map.entry(BigDecimal.class, new ColumnType("numeric", ResultSet::getBigDecimal)),
            Map.entry(LocalDate.class, object("date", LocalDate.class)),
            Map.entry(UUID.class, object("uuid", UUID.class)),
            Map.entry(Instant.class, new ColumnType("timestamptz", (row, place) -> {
                OffsetDateTime time = row.getObject(place, OffsetDateTime.class);
                return time == null ? null : time.toInstant();
            })));

    /** Throws {@link IllegalStateException} for a type that no column has. */
    static ColumnType of(Type type) {
        ColumnType known = type instanceof Class<?> plain ? KNOWN.get(plain) : null;
        if (known != null) {
            return known;
        }
        if (type instanceof Class<?> plain && plain.isRecord()) {
            return new ColumnType("record", (row, place) -> null); // it stands in columns of its own
        }
        if (type instanceof Class<?> plain && plain.isEnum()) {
            return new ColumnType("text", (row, place) -> word(plain, row.getString(place)));
        }
        if (type instanceof ParameterizedType many
                && many.getRawType() == List.class
                && many.getActualTypeArguments()[0] instanceof Class<?> one) {
            return one.isRecord() ? new ColumnType("json", json(one)) : new ColumnType(of(one).sql + "[]", array(one));
        }
        throw new IllegalStateException(type + " is no column's type");
    }

    /** The value as it is bound. Throws {@link IllegalArgumentException} for records in a list: nothing writes JSON so far. */
    static @Nullable Object parameter(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Enum<?> word -> word.name();
            case List<?> many -> many.stream().map(ColumnType::text).toArray(String[]::new);
            default -> value;
        };
    }

    private static String text(Object value) {
        if (value instanceof Record) {
            throw new IllegalArgumentException(value.getClass() + " is no column's type");
        }
        return value instanceof Enum<?> word ? word.name() : value.toString();
    }

    private static ColumnType object(String sql, Class<?> type) {
        return new ColumnType(sql, (row, place) -> row.getObject(place, type));
    }

    private static Reader json(Class<?> one) {
        ObjectReader reader = JsonMapper.shared().readerForListOf(one);
        return (row, place) -> {
            String json = row.getString(place);
            return json == null ? null : json.equals("[]") ? List.of() : List.copyOf(reader.<List<?>>readValue(json));
        };
    }

    private static Reader array(Class<?> one) {
        return (row, place) -> {
            Array array = row.getArray(place);
            return array == null
                    ? null
                    : Arrays.stream((Object[]) array.getArray())
                            .map(value -> one.isEnum() ? word(one, (String) value) : value)
                            .toList();
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Object word(Class<?> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf((Class) type, name);
    }
}
