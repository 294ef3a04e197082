package org.callboard.web;

import java.math.BigDecimal;
import java.util.Map;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes values of the change log as people read them. For templates. */
public final class LoggedValue {

    private static final JsonMapper JSON = JsonMapper.shared();

    private LoggedValue() {}

    /** An address in one line, a point as its two numbers, anything else as it is. */
    public static String text(Object value) {
        if (value instanceof Map<?, ?> parts && parts.containsKey("street")) {
            return JSON.convertValue(parts, Address.class).withCountry();
        }
        if (value instanceof Map<?, ?> parts && parts.containsKey("latitude")) {
            return JSON.convertValue(parts, Coordinates.class).written();
        }
        return plain(value);
    }

    /** An amount in all its digits. */
    private static String plain(@Nullable Object value) {
        return value instanceof BigDecimal amount ? amount.toPlainString() : String.valueOf(value);
    }
}
