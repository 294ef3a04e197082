package org.callboard.addresses;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.callboard.validation.VisibleText;

/** Breaks text into words without case and accents, parted where neither letter nor digit stands. */
public final class TextNormalizer {

    /** Longer words are cut, here and where they are asked for. */
    public static final int MAX_LENGTH = 60;

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final String APOSTROPHES = "'’‘ʼ`´";
    private static final Pattern APOSTROPHE = Pattern.compile("[" + APOSTROPHES + "]");
    private static final Pattern INITIALS = Pattern.compile("(?<![\\p{L}\\p{N}])(\\p{L})\\.(?=\\p{L}(?!\\p{L}))");
    private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final int SHORTEST_PART = 3;

    /** Their words are not parted, or not where somebody who looks for a name parts them. */
    private static final Set<UnicodeScript> UNPARTED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private TextNormalizer() {}

    /** {@code O'Brien} is one word, so is {@code J.R.}; {@code Müller-Smith} is two. */
    public static List<String> words(String text) {
        String plain = VisibleText.isPlain(text) ? text : StringUtils.stripAccents(text);
        if (StringUtils.containsAny(plain, APOSTROPHES)) {
            plain = APOSTROPHE.matcher(plain).replaceAll("");
        }
        if (plain.indexOf('.') >= 0) {
            plain = INITIALS.matcher(plain).replaceAll("$1");
        }
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean readable = false;
        for (int i = 0; i <= plain.length(); ) {
            int c = i == plain.length() ? ' ' : plain.codePointAt(i);
            if (Character.isLetterOrDigit(c) || isMark(c)) {
                append(word, c);
                readable |= Character.isLetterOrDigit(c);
            } else {
                if (readable) {
                    words.add(cut(word.toString()));
                }
                word.setLength(0);
                readable = false;
            }
            i += Character.charCount(c);
        }
        return words;
    }

    /**
     * The words of a name and what else people make of them: the later part of {@code O'Brien}, {@code McDonald} and
     * {@code DeLuca}, the whole of {@code Müller-Smith} and {@code O Brien}, and {@code mueller} for {@code Müller}.
     */
    public static Set<String> nameWords(String name) {
        List<String> words = words(name);
        Set<String> all = new LinkedHashSet<>(words);
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).length() == 1) {
                all.add(cut(words.get(i) + words.get(i + 1)));
            }
        }
        for (String chunk : SPACES.split(name)) {
            List<String> parts = words(chunk);
            if (parts.size() > 1) {
                all.add(cut(String.join("", parts)));
            }
            if (StringUtils.containsAny(chunk, APOSTROPHES)) {
                addLast(all, APOSTROPHE.split(chunk));
            }
            boolean plain = VisibleText.isPlain(chunk);
            if (!plain || !isUsual(chunk)) {
                addLast(all, INNER_CAPITAL.split(plain ? chunk : StringUtils.stripAccents(chunk)));
            }
            if (!plain && StringUtils.containsAny(chunk, "äöüÄÖÜ")) {
                all.addAll(words(StringUtils.replaceEach(
                        chunk.toLowerCase(Locale.ROOT), new String[] {"ä", "ö", "ü"}, new String[] {"ae", "oe", "ue"
                        })));
            }
        }
        for (String word : words) {
            int clan = word.startsWith("mac") && word.length() > 6 ? 3 : word.startsWith("mc") ? 2 : 0;
            if (clan > 0) {
                addPart(all, word.substring(clan));
            }
        }
        return all;
    }

    /**
     * A word and, of scripts without spaces, each of its ends: so what stands anywhere in it begins one of them, as {@code
     * 小明} in {@code 王小明}.
     */
    public static List<String> withEnds(String word) {
        if (VisibleText.isPlain(word)) {
            return List.of(word);
        }
        List<String> all = new ArrayList<>(List.of(word));
        boolean unparted = false;
        for (int i = 0; i < word.length(); ) {
            int c = word.codePointAt(i);
            boolean before = unparted;
            unparted = UNPARTED.contains(UnicodeScript.of(c));
            if (i > 0 && (before || unparted) && Character.isLetterOrDigit(c)) {
                all.add(word.substring(i));
            }
            i += Character.charCount(c);
        }
        return all;
    }

    public static boolean isNumber(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return false;
            }
        }
        return !word.isEmpty();
    }

    public static boolean hasDigit(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    public static String cut(String word) {
        if (word.length() <= MAX_LENGTH) {
            return word;
        }
        return word.substring(0, Character.isHighSurrogate(word.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH);
    }

    /** Whether only the first character is a capital, as in most names. */
    private static boolean isUsual(String chunk) {
        for (int i = 1; i < chunk.length(); i++) {
            if (chunk.charAt(i) >= 'A' && chunk.charAt(i) <= 'Z') {
                return false;
            }
        }
        return true;
    }

    private static void addLast(Set<String> all, String[] parts) {
        if (parts.length > 1) {
            addPart(all, parts[parts.length - 1]);
        }
    }

    private static void addPart(Set<String> all, String part) {
        words(part).stream().filter(word -> word.length() >= SHORTEST_PART).forEach(all::add);
    }

    /** Vowel signs of some scripts are marks; without them their words would fall apart. */
    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** In lower case; letters that have no accent to lose are written as people do who don't have them. */
    private static void append(StringBuilder word, int c) {
        int lower = Character.toLowerCase(c);
        switch (lower) {
            case 'ß' -> word.append("ss");
            case 'æ' -> word.append("ae");
            case 'œ' -> word.append("oe");
            case 'þ' -> word.append("th");
            case 'ø' -> word.append('o');
            case 'đ', 'ð' -> word.append('d');
            case 'ł' -> word.append('l');
            case 'ı' -> word.append('i');
            case 'ς' -> word.append('σ');
            default -> word.appendCodePoint(lower);
        }
    }

    /** Whether a word begins one of the others, and so says nothing that they don't. */
    public static List<String> withoutBeginnings(List<String> words) {
        String[] sorted = words.stream().distinct().sorted().toArray(String[]::new);
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < sorted.length; i++) {
            if (i + 1 == sorted.length || !sorted[i + 1].startsWith(sorted[i])) {
                kept.add(sorted[i]);
            }
        }
        return words.stream().filter(kept::contains).distinct().toList();
    }
}
