package org.callboard.addresses;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.callboard.addresses.ParsedAddress.Kind;
import org.callboard.addresses.StreetTokens.Token;
import org.jspecify.annotations.Nullable;

/**
 * Where mail is delivered without a street and a house number.
 *
 * @param standard as it is written best, such as {@code PO Box 123} and {@code HC 1 Box 4}
 */
record DeliveryBox(Kind kind, String standard) {

    private static final String ID = "(?:# )?([0-9][0-9a-z-]*|[a-z][0-9-]*[0-9]|[a-z])";
    private static final String BOX = "(?:(?:box|bx|bin|drawer) (?:# |no |number )?|# )([0-9][0-9a-z-]*|[a-z][0-9]*)";

    private static final Pattern PO_BOX =
            Pattern.compile("(?:(?:p ?o|po|post office) ?(?:box|bx|bin|drawer|lockbox)|pob|pobox|lockbox|drawer|caller"
                    + "|apartado|apdo)(?: no| number)? " + ID);
    private static final Pattern RURAL = Pattern.compile(
            "(?:rr|r r|rfd|rd|rural route|rural delivery|rfd route|route|rte|rt) (?:# |no )?([0-9]+[a-z]?) " + BOX);
    private static final Pattern RURAL_ALONE =
            Pattern.compile("(?:rr|r r|rfd|rural route|rural delivery|rfd route) (?:# |no )?([0-9]+[a-z]?)");
    private static final Pattern HIGHWAY = Pattern.compile("(?:hc|hcr|hc route|highway contract|highway contract route"
            + "|star route|star rte|star rt|sr) (?:# |no )?(?:([0-9]+[a-z]?) )?" + BOX);
    private static final Pattern MILITARY = Pattern.compile("(psc|cmr|unit) (?:# )?([0-9]+) " + BOX);
    private static final Pattern GENERAL = Pattern.compile("(?:general|gen) (?:delivery|del)");

    /** What a whole line says; null where it has a street or nothing. */
    static @Nullable DeliveryBox in(List<Token> line) {
        if (line.isEmpty() || Character.isDigit(line.getFirst().word().charAt(0))) {
            return null;
        }
        String text = line.stream().map(Token::word).collect(Collectors.joining(" "));
        Matcher box = PO_BOX.matcher(text);
        if (box.matches()) {
            return new DeliveryBox(Kind.POBox, "PO Box " + upper(box.group(1)));
        }
        Matcher rural = RURAL.matcher(text);
        if (rural.matches()) {
            return new DeliveryBox(Kind.RuralRoute, "RR " + upper(rural.group(1)) + " Box " + upper(rural.group(2)));
        }
        Matcher alone = RURAL_ALONE.matcher(text);
        if (alone.matches()) {
            return new DeliveryBox(Kind.RuralRoute, "RR " + upper(alone.group(1)));
        }
        Matcher highway = HIGHWAY.matcher(text);
        if (highway.matches()) {
            String route = highway.group(1) == null ? "" : upper(highway.group(1)) + " ";
            return new DeliveryBox(Kind.HighwayContract, "HC " + route + "Box " + upper(highway.group(2)));
        }
        Matcher military = MILITARY.matcher(text);
        if (military.matches()) {
            String unit = military.group(1).equals("unit") ? "Unit" : upper(military.group(1));
            return new DeliveryBox(Kind.Military, unit + " " + military.group(2) + " Box " + upper(military.group(3)));
        }
        return GENERAL.matcher(text).matches() ? new DeliveryBox(Kind.GeneralDelivery, "General Delivery") : null;
    }

    /** Its last number with what it is a number of: {@code 123 box}; empty where it has none. */
    List<String> doors() {
        if (kind == Kind.GeneralDelivery) {
            return List.of();
        }
        List<String> words = TextNormalizer.words(standard);
        int of = Math.max(words.lastIndexOf("box"), 0);
        return List.of(words.get(of + 1) + " " + words.get(of));
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
