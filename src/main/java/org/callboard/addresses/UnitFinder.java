package org.callboard.addresses;

import java.util.ArrayList;
import java.util.List;
import org.callboard.addresses.StreetTokens.Token;
import org.jspecify.annotations.Nullable;

/** Finds units in lines of an address, where what stands there can be nothing else. */
final class UnitFinder {

    /** Units, and behind which word of the line they end. */
    record Found(List<UnitPart> units, int end) {}

    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private UnitFinder() {}

    /** The units that a line consists of; without any where it is something else, such as a second line of a street. */
    static List<UnitPart> all(List<Token> line) {
        Found found = at(line, 0, true);
        if (found.end == line.size()) {
            return found.units;
        }
        boolean identifier = line.size() == 1
                && (line.getFirst().hasDigit() || line.getFirst().isLetter());
        return identifier ? List.of(new UnitPart("number", line.getFirst().text())) : List.of();
    }

    /**
     * The units that stand one after the other from a word of a line on.
     *
     * @param bare whether one that needs no number, such as Rear, may begin there
     */
    static Found at(List<Token> line, int start, boolean bare) {
        List<UnitPart> units = new ArrayList<>();
        int at = start;
        while (at < line.size()) {
            Found next = one(line, at, bare || !units.isEmpty());
            if (next == null) {
                break;
            }
            units.addAll(next.units);
            at = next.end;
        }
        return new Found(units, at);
    }

    private static @Nullable Found one(List<Token> line, int at, boolean bare) {
        Token token = line.get(at);
        if (token.isNumberSign()) {
            int behind = at + 1;
            while (behind < line.size() && line.get(behind).isNumberSign()) {
                behind++;
            }
            Found named = behind < line.size() ? one(line, behind, bare) : null;
            return named == null ? valued("number", line, behind) : named;
        }
        String designator = Synonyms.DESIGNATOR.family(token.word());
        String part = Synonyms.UNIT.family(token.word());
        String announced = designator == null ? part : designator;
        if (announced != null) {
            int value = at + 1 < line.size() && line.get(at + 1).isNumberSign() ? at + 2 : at + 1;
            Found valued = designator != null || "penthouse".equals(part) ? valued(announced, line, value) : null;
            if (valued != null || part == null) {
                return valued;
            }
            return bare && at + 1 == line.size() ? new Found(List.of(new UnitPart(part, "")), at + 1) : null;
        }
        boolean floor = at + 1 < line.size()
                && "floor".equals(Synonyms.DESIGNATOR.family(line.get(at + 1).word()));
        String ordinal = floor ? ordinal(token) : null;
        return ordinal == null ? null : new Found(List.of(new UnitPart("floor", ordinal)), at + 2);
    }

    /** {@code 5th Floor}, {@code Fifth Floor}. */
    private static @Nullable String ordinal(Token token) {
        if (token.isOrdinal()) {
            return token.word().substring(0, token.word().length() - 2);
        }
        int word = ORDINALS.indexOf(token.word());
        return word < 0 ? null : Integer.toString(word + 1);
    }

    private static @Nullable Found valued(String designator, List<Token> line, int at) {
        if (at >= line.size()) {
            return null;
        }
        Token value = line.get(at);
        boolean last = at + 1 == line.size();
        if (!value.hasDigit() && !value.isLetter() || designator.equals("floor") && last && isPostcode(value)) {
            return null;
        }
        Token next = last ? null : line.get(at + 1);
        if (next != null && (next.isLetter() && value.hasDigit() || value.isLetter() && next.isNumber())) {
            boolean ends = at + 2 == line.size();
            if (ends) {
                return new Found(List.of(new UnitPart(designator, value.text() + " " + next.text())), at + 2);
            }
        }
        return next != null && next.type() != null && !isUnitWord(next)
                ? null
                : new Found(List.of(new UnitPart(designator, value.text())), at + 1);
    }

    private static boolean isUnitWord(Token token) {
        return Synonyms.DESIGNATOR.contains(token.word()) || Synonyms.UNIT.contains(token.word());
    }

    static boolean isPostcode(Token token) {
        return token.word().matches("[0-9]{5}(-[0-9]{4})?");
    }
}
