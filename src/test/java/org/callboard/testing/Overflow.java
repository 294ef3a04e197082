package org.callboard.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;

/** What of a page cannot be seen or reached, on telephones and on wide screens. */
public final class Overflow {

    private static final List<Integer> WIDTHS = List.of(1920, 1280, 1024, 390, 320);
    private static final String MEASURE = script();

    private Overflow() {}

    /** Each fault of the page as it stands in the tab, with the widths at which it is there; the tab is as wide as before. */
    public static List<String> of(Page page) {
        ViewportSize before = page.viewportSize();
        Map<String, List<Integer>> faults = new TreeMap<>();
        for (int width : WIDTHS) {
            page.setViewportSize(width, 850);
            for (Object fault : (List<?>) page.evaluate(MEASURE)) {
                faults.computeIfAbsent((String) fault, any -> new ArrayList<>()).add(width);
            }
        }
        page.setViewportSize(before.width, before.height);
        return faults.entrySet().stream()
                .map(fault -> fault.getValue() + " " + fault.getKey())
                .toList();
    }

    private static String script() {
        try {
            return new ClassPathResource("browser/overflow.js").getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
