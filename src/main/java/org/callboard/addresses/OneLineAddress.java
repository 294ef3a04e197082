package org.callboard.addresses;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.callboard.addresses.StreetTokens.Token;
import org.jspecify.annotations.Nullable;

/** Parts a whole address that was written in one: {@code 24 Wayne Ave Apt 4, Dayton, OH 45402}. */
public final class OneLineAddress {

    private final List<List<Token>> lines = new ArrayList<>();
    private String country = "";
    private String zip = "";
    private String state = "";

    private OneLineAddress(List<List<Token>> lines) {
        lines.forEach(line -> this.lines.add(new ArrayList<>(line)));
    }

    /**
     * The parts of an address, the country empty where none was named; null where it has no street, city, state and
     * postcode that can be told apart.
     */
    public static @Nullable Address part(String text) {
        return new OneLineAddress(StreetTokens.of(text)).address();
    }

    private @Nullable Address address() {
        country = named(Synonyms.COUNTRY, 4);
        zip = postcode();
        state = zip.isEmpty() ? "" : named(Synonyms.STATE, 3);
        if (state.isEmpty() || lines.isEmpty()) {
            return null;
        }
        String city = lines.size() > 1 ? text(lines.removeLast()) : cityBehindStreet();
        String street = lines.stream().map(OneLineAddress::text).collect(Collectors.joining(", "));
        boolean whole = !city.isEmpty()
                && city.chars().noneMatch(Character::isDigit)
                && street.chars().anyMatch(Character::isDigit);
        return whole ? new Address(street, null, city, state, zip, country) : null;
    }

    /** Takes the name of a country or a state off the end, in as many words as it has. */
    private String named(Synonyms names, int most) {
        if (lines.isEmpty()) {
            return "";
        }
        List<Token> last = lines.getLast();
        for (int length = Math.min(most, last.size()); length > 0; length--) {
            List<Token> end = last.subList(last.size() - length, last.size());
            String words = end.stream().map(Token::word).collect(Collectors.joining(" "));
            if (names.phrase(words) != null) {
                return take(length);
            }
        }
        return "";
    }

    /** Takes a postcode of a country that has states or provinces off the end. */
    private String postcode() {
        List<Token> last = lines.isEmpty() ? List.of() : lines.getLast();
        if (last.isEmpty()) {
            return "";
        }
        if (UnitFinder.isPostcode(last.getLast())) {
            return take(1);
        }
        for (int length = 1; length <= Math.min(2, last.size()); length++) {
            String key = last.subList(last.size() - length, last.size()).stream()
                    .map(Token::word)
                    .collect(Collectors.joining())
                    .toLowerCase(Locale.ROOT);
            if (CountryRules.CANADA.equals(CountryRules.ofPostcode(key))) {
                return take(length);
            }
        }
        return "";
    }

    private String take(int length) {
        List<Token> last = lines.getLast();
        List<Token> end = last.subList(last.size() - length, last.size());
        String text = text(end);
        end.clear();
        if (last.isEmpty()) {
            lines.removeLast();
        }
        return text;
    }

    /** Where no comma stands, the city begins behind a usual kind of street, its direction and its unit. */
    private String cityBehindStreet() {
        List<Token> line = lines.getFirst();
        int end = 2;
        while (end < line.size() && !isUsualType(line.get(end))) {
            end++;
        }
        do {
            end++;
        } while (end + 1 < line.size() && continues(line.get(end)));
        if (end >= line.size()) {
            return "";
        }
        end = behindUnit(line, end);
        return end >= line.size() ? "" : take(line.size() - end);
    }

    /** What stands behind a unit is no part of it here, though it may look like a kind of street. */
    private static int behindUnit(List<Token> line, int start) {
        for (int end = Math.min(start + 3, line.size()); end > start + 1; end--) {
            if (UnitFinder.at(line.subList(0, end), start, false).end() == end) {
                return end;
            }
        }
        return start;
    }

    private static boolean isUsualType(Token token) {
        String type = token.type();
        return type != null && Synonyms.STREET.isCommon(type);
    }

    /** {@code NW} belongs to the street, {@code North} to a city; {@code St} is rather the Saint of one. */
    private static boolean continues(Token token) {
        boolean direction = token.direction() != null && token.word().length() <= 2;
        return direction || isUsualType(token) && !token.word().equals("st");
    }

    private static String text(List<Token> line) {
        StringBuilder text = new StringBuilder();
        for (Token token : line) {
            boolean apart = !text.isEmpty() && text.charAt(text.length() - 1) != '#';
            text.append(apart ? " " : "").append(token.typed());
        }
        return text.toString();
    }
}
