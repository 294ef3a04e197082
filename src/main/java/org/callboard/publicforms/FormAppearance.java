package org.callboard.publicforms;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a page looks to this visitor.
 *
 * @param theme auto (as the visitor's device), light or dark
 * @param embedded whether a site shows it in a frame
 * @param nonce lets its style through
 * @param style the page's own colors
 */
record FormAppearance(String theme, boolean embedded, String nonce, String style) {

    private static final Set<String> THEMES = Set.of("auto", "light", "dark");

    static FormAppearance of(@Nullable String theme, boolean embedded, String nonce, Color color) {
        String known = Objects.requireNonNullElse(theme, "auto");
        Color night = color.byNight();
        return new FormAppearance(
                THEMES.contains(known) ? known : "auto",
                embedded,
                nonce,
                ":root { --day: %s; --on-day: %s; --night: %s; --on-night: %s; }"
                        .formatted(
                                color.code(),
                                color.ink().code(),
                                night.code(),
                                night.ink().code()));
    }

    /** What keeps the look on the way to the next page. */
    public String query() {
        return (embedded ? "?embed=1&" : "?") + "theme=" + theme;
    }
}
