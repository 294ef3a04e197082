package org.callboard.addresses;

import java.util.ArrayList;
import java.util.List;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** A line of an address in its parts: what stands between commas, and the words of each. */
final class StreetTokens {

    /**
     * A word.
     *
     * @param typed as it was written
     * @param text the same without the dot of an abbreviation
     * @param word what it is compared by: lower case, no accents, no dots, hyphens within kept
     */
    record Token(String typed, String text, String word) {

        private Token(String sign) {
            this(sign, sign, sign);
        }

        static final String NUMBER_SIGN = "#";

        boolean isNumberSign() {
            return word.equals(NUMBER_SIGN);
        }

        boolean hasDigit() {
            for (int i = 0; i < word.length(); i++) {
                if (word.charAt(i) >= '0' && word.charAt(i) <= '9') {
                    return true;
                }
            }
            return false;
        }

        boolean isLetter() {
            return word.length() == 1 && Character.isLetter(word.charAt(0));
        }

        boolean isNumber() {
            return TextNormalizer.isNumber(word);
        }

        /** {@code 4th}, {@code 22nd}. */
        boolean isOrdinal() {
            int length = word.length();
            return length > 2
                    && Character.isDigit(word.charAt(length - 3))
                    && (word.endsWith("st") || word.endsWith("nd") || word.endsWith("rd") || word.endsWith("th"))
                    && TextNormalizer.isNumber(word.substring(0, length - 2));
        }

        @Nullable
        String type() {
            return Synonyms.TYPE.family(word);
        }

        @Nullable
        String direction() {
            return Synonyms.DIRECTION.family(word);
        }
    }

    /** More is no address; whoever sends it is not to keep the machine busy. */
    private static final int MAX_LENGTH = 1000;

    private StreetTokens() {}

    /** The words of a text, parted at commas and line breaks; empty where there is none. */
    static List<List<Token>> of(@Nullable String text) {
        List<List<Token>> lines = new ArrayList<>();
        List<Token> line = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String clean = text == null ? "" : text.substring(0, Math.min(text.length(), MAX_LENGTH));
        for (int i = 0; i <= clean.length(); i++) {
            char c = i == clean.length() ? '\n' : clean.charAt(i);
            String fraction = fraction(c);
            boolean unseen = Character.getType(c) == Character.FORMAT;
            boolean ends = c == ',' || c == ';' || c == '\n' || c == '\r';
            if (ends || c == '#' || fraction != null || !unseen && !VisibleText.isSeen(c)) {
                add(line, word);
                if (c == '#') {
                    line.add(new Token(Token.NUMBER_SIGN));
                } else if (fraction != null) {
                    line.add(new Token(fraction));
                } else if (ends && !line.isEmpty()) {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else if (!unseen) {
                word.append(c);
            }
        }
        return lines;
    }

    private static void add(List<Token> line, StringBuilder typed) {
        if (typed.isEmpty()) {
            return;
        }
        String text = typed.toString();
        typed.setLength(0);
        String word = word(text);
        if (!word.isEmpty()) {
            int end = text.length();
            while (end > 1 && ".:".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            line.add(new Token(text, text.substring(0, end), word));
        }
    }

    private static String word(String text) {
        StringBuilder word = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128) {
                return String.join("-", TextNormalizer.words(text));
            }
            if (Character.isLetterOrDigit(c)) {
                word.append(Character.toLowerCase(c));
            } else if ((c == '-' || c == '/')
                    && !word.isEmpty()
                    && i + 1 < text.length()
                    && Character.isLetterOrDigit(text.charAt(i + 1))) {
                word.append(c);
            }
        }
        return word.toString();
    }

    private static @Nullable String fraction(char c) {
        return switch (c) {
            case '½' -> "1/2";
            case '¼' -> "1/4";
            case '¾' -> "3/4";
            case '⅓' -> "1/3";
            case '⅔' -> "2/3";
            default -> null;
        };
    }
}
