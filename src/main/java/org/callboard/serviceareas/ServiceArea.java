package org.callboard.serviceareas;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.callboard.addresses.Synonyms;
import org.callboard.addresses.TextNormalizer;
import org.callboard.settings.Setting;
import org.callboard.validation.VisibleText;

/** A part of the world where a company works: all that any of its rules lets in. */
public record ServiceArea(long id, Details details, boolean active, Instant createdOn, Instant modifiedOn)
        implements Setting<ServiceArea.Details> {

    /**
     * What it covers.
     *
     * @param codes postal codes, such as {@code 45402}, and beginnings of some, such as {@code 454*}
     * @param states such as {@code OH}
     */
    public record Details(String name, List<String> codes, List<String> states) implements Named {

        static final String REST = "*";

        public Details {
            name = VisibleText.strip(name);
            codes = codes.stream().map(Details::code).distinct().toList();
            states = states.stream().map(Details::state).distinct().toList();
        }

        /** Codes as somebody types them, parted by commas, line breaks or, where they are digits, blanks. */
        public static List<String> codes(String typed) {
            return Stream.of(typed.split("[,;\\n]", -1))
                    .flatMap(
                            part -> part.matches("[\\d*\\-\\s]*") ? Stream.of(part.split("\\s+", -1)) : Stream.of(part))
                    .filter(VisibleText::in)
                    .toList();
        }

        /** States as somebody types them. */
        public static List<String> states(String typed) {
            return Stream.of(typed.split("[,;\\n]", -1)).filter(VisibleText::in).toList();
        }

        private static String code(String typed) {
            String code = typed.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}*-]", "");
            return code.matches("\\d{5}-\\d{4}") ? code.substring(0, 5) : code.replace("-", "");
        }

        private static String state(String typed) {
            return String.join(" ", Synonyms.STATE.keptForPhrase(TextNormalizer.words(typed)))
                    .toUpperCase(Locale.ROOT);
        }
    }
}
