package org.callboard.contactpoints;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How people of a region write numbers, and what their telephones dial.
 *
 * @param region the country of numbers without a country code, such as {@code US}
 */
public record PhoneFormat(String region) {

    private static final int MAX_DIGITS = 15;

    /** The numbers in a value as people write them; what was typed where it says more than that, or can't be read. */
    public String shown(String value) {
        ParsedContact parsed = ContactParser.of(ContactType.Phone, value, region);
        boolean plain = parsed.rest() == null
                && parsed.all().stream()
                        .allMatch(one -> one.isWhole() && one.kind() != ContactType.Email && isFigures(one));
        PhoneRules rules = new PhoneRules(region);
        return parsed.all().isEmpty() || !plain
                ? value
                : parsed.all().stream().map(rules::shown).collect(Collectors.joining(", "));
    }

    /** A number that spells a word is known by that. */
    private static boolean isFigures(NormalizedContact number) {
        long letters = number.typed().chars().filter(Character::isLetter).count();
        return letters == 0 || !number.extension().isEmpty();
    }

    /** What a click on a value dials, its first number, as a link without its scheme (RFC 3966); null where nothing can be. */
    public @Nullable String dialed(String value) {
        NormalizedContact number = ContactParser.of(ContactType.Phone, value, region).all().stream()
                .filter(one -> one.kind() != ContactType.Email)
                .findFirst()
                .orElse(null);
        if (number == null) {
            String digits = value.replaceAll("[^0-9+]", "");
            return digits.isEmpty() || digits.length() > MAX_DIGITS ? null : digits;
        }
        return number.extension().isEmpty() ? number.form() : number.form() + ";ext=" + number.extension();
    }
}
