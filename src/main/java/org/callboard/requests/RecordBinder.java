package org.callboard.requests;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.callboard.database.RecordShape;
import org.callboard.paging.ActiveFilter;
import org.callboard.paging.CommaSeparated;
import org.callboard.paging.Ids;
import org.callboard.paging.Sort;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.IgnoredFields;
import org.callboard.validation.Patch;
import org.callboard.validation.Times;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Fills a record from a JSON object, and goes on after a wrong field: every wrong one is noted by its path, every unknown
 * one is listed, and a null or missing one stays null, unless the component is a {@link Patch}, which tells the two
 * apart. Jackson's own binding stops at the first mistake.
 *
 * <p>As real clients send them, ids may come as strings of digits and names in any case.
 */
final class RecordBinder {

    private static final int MAX_STRING = 1 << 20;

    /** Lists within lists, each as long as it may be, would be more than any request has, and than memory holds errors for. */
    private static final int MAX_RECORDS = 5000;

    static final String OUT_OF_RANGE = "The number is out of range.";

    private final FieldErrors errors;
    private final List<String> ignored;

    private final boolean fromText;
    private final boolean inquiry;
    private final boolean numbersAsText;
    private int records;

    /** Where the values come from. */
    enum Source {
        /** All are text. */
        QUERY,
        /** They have the types of JSON. */
        BODY,
        /**
         * The same, but a number may stand for a text, as programs send those that are dialed, unless the client wants
         * everything checked.
         */
        INQUIRY
    }

    RecordBinder(FieldErrors errors, List<String> ignored, Source source) {
        this.errors = errors;
        this.ignored = ignored;
        this.fromText = source == Source.QUERY;
        this.inquiry = source == Source.INQUIRY;
        this.numbersAsText = inquiry && !IgnoredFields.strict();
    }

    /** Throws an Invalid where there are far too many objects in the object. */
    <T> T bind(JsonNode object, Class<T> type, String path) {
        if (++records > MAX_RECORDS) {
            throw new Invalid(path, "A request may have at most " + MAX_RECORDS + " objects, and this is one more.");
        }
        RecordShape shape = RecordShape.of(type);
        TrimmedTexts trimmed = TrimmedTexts.of(type);
        @Nullable Object[] values = new Object[shape.components().length];
        BitSet named = new BitSet();
        for (int i = 0; i < values.length; i++) {
            RecordComponent component = shape.components()[i];
            if (component.getType() == Patch.class) {
                values[i] = Patch.absent();
            } else if (fromText && shape.marks()[i].unwrapped()) {
                values[i] = bind(object, component.getType(), path); // its parameters stand among the others
            }
        }
        object.properties().forEach(property -> {
            String at = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            Integer i = shape.place(property.getKey());
            if (i == null) {
                ignored.add(at);
            } else {
                RecordShape.Mark mark = shape.marks()[i];
                String known = path.isEmpty() ? mark.name() : path + "." + mark.name();
                if (named.get(i)) {
                    errors.add(known, "This name is there twice.");
                    if (values[i] != null) {
                        return; // an inquiry keeps the first value
                    }
                }
                named.set(i);
                Object value =
                        convert(property.getValue(), shape.components()[i].getGenericType(), mark.longest(), known);
                values[i] = fromText ? value : trimmed.kept(i, value);
            }
        });
        return type.cast(shape.build(values));
    }

    private @Nullable Object convert(JsonNode node, Type type, int longest, String path) {
        if (type instanceof ParameterizedType patch && patch.getRawType() == Patch.class) {
            return Patch.of(convert(node, patch.getActualTypeArguments()[0], longest, path));
        }
        if (node.isNull() || isNotSet(node, type, path)) {
            return null;
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return list(node, list.getActualTypeArguments()[0], longest, path);
        }
        try {
            return scalar(node, (Class<?>) type, path);
        } catch (IllegalArgumentException e) {
            errors.add(path, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** A date that .NET never set is no date; as a bound of a filter it is an open end. */
    private boolean isNotSet(JsonNode node, Type type, String path) {
        return type == Instant.class && node.isString() && !isBound(path) && Times.isNotSet(node.stringValue());
    }

    private boolean isBound(String path) {
        return fromText && (path.endsWith("Before") || path.endsWith("After") || path.equals("since"));
    }

    /**
     * Of a list that is too long no more is read than what its constraint needs to see that, and an inquiry to name what it
     * leaves out: a body has room for a million elements, and what is wrong with each of them is larger than it is.
     */
    private @Nullable Object list(JsonNode node, Type element, int longest, String path) {
        if (!node.isArray()) {
            errors.add(path, "An array is expected.");
            return null;
        }
        int size = (int) Math.min(node.size(), (long) longest + (inquiry ? IgnoredFields.MAX : 1));
        List<@Nullable Object> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            String at = path + "[" + i + "]";
            if (node.get(i).isNull()) {
                errors.add(at, "null is not allowed here.");
                items.add(null); // the others keep their places
            } else {
                items.add(convert(node.get(i), element, Integer.MAX_VALUE, at));
            }
        }
        return items;
    }

    /** A parameter that was sent more than once counts as one where all its values mean the same. */
    private Object same(JsonNode values, Class<?> type, String path) {
        List<Object> distinct = values.valueStream()
                .map(value -> scalar(value, type, path))
                .distinct()
                .toList();
        if (distinct.size() > 1) {
            throw new IllegalArgumentException("One value is expected, and there are several.");
        }
        return distinct.getFirst();
    }

    private Object scalar(JsonNode node, Class<?> type, String path) {
        if (fromText && node.isArray()) {
            return same(node, type, path);
        } else if (type == String.class) {
            return numbersAsText && node.isNumber() ? number(node).toPlainString() : text(node);
        } else if (type == Long.class) {
            return whole(node, Long.MIN_VALUE, Long.MAX_VALUE);
        } else if (type == Integer.class) {
            return (int) whole(node, Integer.MIN_VALUE, Integer.MAX_VALUE);
        } else if (type == Boolean.class) {
            return truth(node);
        } else if (type == Double.class || type == BigDecimal.class) {
            BigDecimal number = fromText ? decimal(text(node)) : number(node);
            return type == Double.class ? (Object) number.doubleValue() : number;
        } else if (type == Instant.class) {
            return isBound(path) ? Times.bound(text(node)) : Times.parse(text(node), fromText);
        } else if (type == UUID.class) {
            return Ids.parseGuid(text(node));
        } else if (type == Ids.class) {
            return Ids.parse(text(node));
        } else if (type == CommaSeparated.class) {
            return CommaSeparated.parse(text(node));
        } else if (type == Sort.class) {
            return Sort.parse(text(node));
        } else if (type.isEnum()) {
            return constant(type == ActiveFilter.class ? ActiveFilter.word(text(node)) : text(node), type);
        } else if (type.isRecord()) {
            if (!node.isObject()) {
                throw new IllegalArgumentException("An object is expected.");
            }
            return bind(node, type, path);
        }
        throw new IllegalStateException("no conversion for " + type);
    }

    private static String text(JsonNode node) {
        if (!node.isString()) {
            throw new IllegalArgumentException("A string is expected.");
        }
        String text = node.stringValue();
        if (text.length() > MAX_STRING) {
            throw new IllegalArgumentException("The value is too long.");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new IllegalArgumentException("The NUL character is not allowed.");
            }
            if (Character.isSurrogate(c)) {
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else {
                    throw new IllegalArgumentException("Half of a surrogate pair is no character.");
                }
            }
        }
        return text;
    }

    private static long whole(JsonNode node, long least, long most) {
        try {
            BigDecimal value = node.isString() ? new BigDecimal(digits(node.stringValue())) : number(node);
            long whole = value.longValueExact();
            if (whole >= least && whole <= most) {
                return whole;
            }
        } catch (ArithmeticException e) {
            // said below
        }
        throw new IllegalArgumentException("A whole number from " + least + " to " + most + " is expected.");
    }

    private static String digits(String text) {
        String stripped = VisibleText.strip(text);
        if (!stripped.matches("-?\\d{1,19}")) {
            throw new IllegalArgumentException("A whole number is expected.");
        }
        return stripped;
    }

    private static BigDecimal number(JsonNode node) {
        if (!node.isNumber()) {
            throw new IllegalArgumentException("A number is expected.");
        }
        BigDecimal number = node.decimalValue();
        if (Math.abs((long) number.precision() - number.scale()) > 40 || number.scale() > 400) {
            throw new IllegalArgumentException(OUT_OF_RANGE);
        }
        return number;
    }

    private static BigDecimal decimal(String text) {
        if (!VisibleText.strip(text).matches("[+-]?\\d{1,20}([.]\\d{1,20})?")) {
            throw new IllegalArgumentException("A number is expected.");
        }
        return new BigDecimal(VisibleText.strip(text));
    }

    private Boolean truth(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (fromText) {
            switch (VisibleText.strip(node.stringValue()).toLowerCase(Locale.ROOT)) {
                case "true", "1" -> {
                    return true;
                }
                case "false", "0" -> {
                    return false;
                }
                default -> {
                    // said below
                }
            }
        }
        throw new IllegalArgumentException("true or false is expected.");
    }

    private static Object constant(String text, Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            if (constant.toString().equalsIgnoreCase(VisibleText.strip(text))) {
                return constant;
            }
        }
        throw new IllegalArgumentException("One of "
                + Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "))
                + " is expected.");
    }
}
