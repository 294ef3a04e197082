package org.callboard.importrows;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.callboard.addresses.ParsedAddress;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Something by which two rows are the same.
 *
 * @param what the word for people, such as {@code phone}
 * @param person whether it is the person alone that is the same, who may have another place
 */
record RowKey(String what, String key, boolean person) {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    RowKey(String what, String key) {
        this(what, key, false);
    }

    /** What rows with one name at one address have in common, however the address is written. */
    static RowKey of(String name, ParsedAddress address) {
        return new RowKey("name and address", "at" + name + "/" + address.standardKey());
    }

    /** The words of a text in one spelling and order. */
    static String plain(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String bare = VisibleText.isPlain(text) ? text : StringUtils.stripAccents(text);
        return NO_WORD.splitAsStream(bare.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
