package org.callboard.importrows;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.callboard.addresses.ParsedAddress;
import org.jspecify.annotations.Nullable;

/**
 * Something by which two rows are the same.
 *
 * @param what the word for people, such as {@code phone}
 * @param person whether it is the person alone that is the same, who may have another place
 */
record RowKey(String what, String key, boolean person) {

    RowKey(String what, String key) {
        this(what, key, false);
    }

    /** What rows with one name at one address have in common, however the address is written. */
    static RowKey of(String name, ParsedAddress address) {
        return new RowKey("name and address", "at" + name + "/" + address.standardKey());
    }

    /** The words of a text in one spelling and order. */
    static String plain(@Nullable String text) {
        return text == null
                ? ""
                : Arrays.stream(StringUtils.stripAccents(text)
                                .toLowerCase(Locale.ROOT)
                                .split("[^\\p{L}\\p{N}]+", -1))
                        .filter(word -> !word.isEmpty())
                        .sorted()
                        .collect(Collectors.joining(" "));
    }
}
