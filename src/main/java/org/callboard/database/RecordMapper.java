package org.callboard.database;

import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * Rows as records and records as parameters, by name: the component {@code doNotMail} is the column {@code do_not_mail} and
 * the parameter {@code :doNotMail}. A record in a record stands in the same row; one that may be null is null where its
 * first column is.
 */
public final class RecordMapper<T extends Record> {

    /** A component: a column, or a record with columns of its own. */
    private record Part(
            String name,
            String column,
            boolean optional,
            ColumnType type,
            @Nullable RecordMapper<?> nested) {

        static Part of(RecordComponent component) {
            Class<?> type = component.getType();
            RecordMapper<?> nested = type.isRecord() ? RecordMapper.of(type.asSubclass(Record.class)) : null;
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (optional && nested != null && nested.columns.getFirst().optional) {
                throw new IllegalStateException("whether there is a " + type.getName() + " shows in no column");
            }
            String name = component.getName();
            String column = name.replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
            return new Part(name, column, optional, ColumnType.of(component.getGenericType()), nested);
        }

        Stream<Part> columns() {
            return nested == null ? Stream.of(this) : nested.columns.stream();
        }
    }

    private final RecordShape shape;
    private final List<Part> parts;
    private final List<Part> columns;

    private RecordMapper(Class<T> type) {
        shape = RecordShape.of(type);
        parts = Arrays.stream(shape.components()).map(Part::of).toList();
        columns = parts.stream().flatMap(Part::columns).toList();
        if (columns.stream().map(Part::name).distinct().count() < columns.size()) {
            throw new IllegalStateException(type.getName() + " has two parts of one name");
        }
    }

    /** Throws {@link IllegalStateException} for a record that can't be mapped: no column has a component's type. */
    public static <T extends Record> RecordMapper<T> of(Class<T> type) {
        return new RecordMapper<>(type);
    }

    /** For one query: it looks up the places of the columns at its first row. */
    @SuppressWarnings("unchecked")
    public RowMapper<T> rows() {
        int[] places = new int[columns.size()];
        return (row, number) -> {
            for (int i = 0; number == 0 && i < places.length; i++) {
                places[i] = row.findColumn(columns.get(i).column());
            }
            return (T) read(row, places, 0);
        };
    }

    private Object read(ResultSet row, int[] places, int from) throws SQLException {
        @Nullable Object[] values = new Object[parts.size()];
        int at = from;
        for (int i = 0; i < values.length; i++) {
            Part part = parts.get(i);
            if (part.nested == null) {
                values[i] = part.type.reader().read(row, places[at++]);
            } else {
                boolean absent = part.optional && row.getObject(places[at]) == null;
                values[i] = absent ? null : part.nested.read(row, places, at);
                at += part.nested.columns.size();
            }
        }
        return shape.build(values);
    }

    /** The values by their names: an enum as its word, a list as an array. */
    public Map<String, @Nullable Object> params(T record) {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        put(params, record);
        return params;
    }

    private void put(Map<String, @Nullable Object> params, @Nullable Object record) {
        @Nullable Object[] values = shape.values(record);
        for (int i = 0; i < values.length; i++) {
            Part part = parts.get(i);
            if (part.nested == null) {
                params.put(part.name, ColumnType.parameter(values[i]));
            } else {
                part.nested.put(params, values[i]);
            }
        }
    }

    /**
     * The values of many records by their names, each an array of texts: what {@code unnest(ARRAYS)} takes. Throws {@link
     * IllegalArgumentException} for a list: an array of arrays would be unnested whole.
     */
    public Map<String, @Nullable String[]> arrays(List<T> records) {
        Map<String, @Nullable String[]> arrays = new LinkedHashMap<>();
        columns.forEach(column -> arrays.put(column.name, new String[records.size()]));
        for (int i = 0; i < records.size(); i++) {
            Map<String, @Nullable Object> values = params(records.get(i));
            for (var array : arrays.entrySet()) {
                Object value = values.get(array.getKey());
                if (value instanceof Object[]) {
                    throw new IllegalArgumentException(array.getKey() + " is a list, which no row of many can have");
                }
                array.getValue()[i] = value == null ? null : value.toString();
            }
        }
        return arrays;
    }

    /** A statement with COLUMNS, PARAMETERS, ARRAYS and ASSIGNMENTS written out. */
    public String sql(String text) {
        return text.replace("COLUMNS", all(Part::column))
                .replace("PARAMETERS", all(part -> ":" + part.name))
                .replace("ARRAYS", all(part -> ":" + part.name + "::" + part.type.sql() + "[]"))
                .replace("ASSIGNMENTS", all(part -> part.column() + " = :" + part.name));
    }

    private String all(Function<Part, String> words) {
        return columns.stream().map(words).collect(Collectors.joining(", "));
    }
}
