package org.callboard.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * What people see of a text. White space of Unicode, marks without a width and the fillers that are letters by their kind
 * (Hangul's and Braille's) show nothing: what stands at the edges is no part of the text, and a text of them alone is blank.
 * Within a text all of them stay, since some writings need them.
 */
public final class VisibleText {

    private VisibleText() {}

    /** Whether there is anything to see; not in null. */
    public static boolean in(@Nullable CharSequence text) {
        for (int i = 0; text != null && i < text.length(); i += Character.charCount(Character.codePointAt(text, i))) {
            if (isSeen(Character.codePointAt(text, i))) {
                return true;
            }
        }
        return false;
    }

    /** The text without what nobody sees at its edges; empty where that is all. */
    public static String strip(String text) {
        int start = 0;
        while (start < text.length() && !isSeen(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        int end = text.length();
        while (end > start && !endsSeen(text, end)) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    /** The same; null where nothing is left. */
    public static @Nullable String orNull(@Nullable String text) {
        String stripped = text == null ? "" : strip(text);
        return stripped.isEmpty() ? null : stripped;
    }

    /**
     * The same where no writing needs what has no width, as in numbers and e-mail addresses: that goes out of the middle too,
     * and every blank becomes a space. Lines stay apart.
     */
    public static String clean(String text) {
        if (isPlain(text)) {
            return strip(text);
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.FORMAT -> {}
                case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> clean.append('\n');
                case Character.CONTROL -> clean.append(c == '\n' || c == '\r' ? (char) c : ' ');
                default -> clean.appendCodePoint(isSeen(c) ? c : ' ');
            }
        });
        return strip(clean.toString());
    }

    /** Whether all of it is printable ASCII, as most texts are: those are quick to read. */
    public static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** Whether a character shows anything: not so White_Space, Cf, Cc and the fillers. */
    public static boolean isSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> false;
            default -> c != 0x115f && c != 0x1160 && c != 0x2800 && c != 0x3164 && c != 0xffa0;
        };
    }

    /** The tags at the end of an emoji are a part of it: they make England's flag of a black one. */
    private static boolean endsSeen(String text, int end) {
        int last = text.codePointBefore(end);
        return isSeen(last) || last >= 0xe0020 && last <= 0xe007f;
    }

    /** The rule behind {@link NotBlank}, whose own one knows the blanks of ASCII alone. */
    public static final class Required implements ConstraintValidator<NotBlank, CharSequence> {
        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return in(text);
        }
    }

    static final class OrNull implements ConstraintValidator<NullOrNotBlank, CharSequence> {
        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return text == null || in(text);
        }
    }
}
