package org.callboard.publicforms;

import java.util.Locale;
import java.util.Optional;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * A color in sRGB, and what is readable beside it by the measure of WCAG 2.2.
 *
 * @param code such as {@code #0b6562}, in lower case
 */
public record Color(String code) {

    /** The house color, where nobody chose another. */
    public static final Color TEAL = new Color("#0b6562");

    /** The grounds of a page by day and by night. */
    private static final Color DAY = new Color("#ffffff");

    private static final Color NIGHT = new Color("#1c1b19");
    private static final Color INK = new Color("#000000");

    /** What a part that is no text needs to be seen against its ground (success criterion 1.4.11). */
    static final double VISIBLE = 3;

    /** Reads {@code #rgb} or {@code #rrggbb}; empty where it is neither. */
    public static Optional<Color> of(@Nullable String text) {
        String code = text == null ? "" : VisibleText.strip(text).toLowerCase(Locale.ROOT);
        if (code.matches("#[0-9a-f]{3}")) {
            code = code.replaceAll("([0-9a-f])", "$1$1");
        }
        return code.matches("#[0-9a-f]{6}") ? Optional.of(new Color(code)) : Optional.empty();
    }

    /** How well the two are told apart: from 1 (not at all) to 21. */
    public double contrast(Color other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    double contrastByDay() {
        return contrast(DAY);
    }

    /** White or black, whichever is read better on it: one of the two always has a contrast of 4.5. */
    public Color ink() {
        return contrast(DAY) >= contrast(INK) ? DAY : INK;
    }

    /** The same color, as light as it must be to be seen on a dark page. */
    public Color byNight() {
        Color now = this;
        while (now.contrast(NIGHT) < VISIBLE + 0.5) {
            now = now.lighter();
        }
        return now;
    }

    private Color lighter() {
        StringBuilder code = new StringBuilder("#");
        for (int i = 0; i < 3; i++) {
            int part = part(i);
            code.append("%02x".formatted(Math.min(255, part + Math.max(1, (255 - part) / 12))));
        }
        return new Color(code.toString());
    }

    private double luminance() {
        return 0.2126 * light(0) + 0.7152 * light(1) + 0.0722 * light(2);
    }

    private double light(int index) {
        double part = part(index) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private int part(int index) {
        return Integer.parseInt(code, 1 + 2 * index, 3 + 2 * index, 16);
    }
}
