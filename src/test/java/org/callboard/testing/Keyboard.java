package org.callboard.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Goes through a form as somebody does who never takes the mouse. */
public final class Keyboard {

    private Keyboard() {}

    /** Presses the tabulator until the element with this id has the focus. */
    public static void tabTo(Page page, String id) {
        for (int i = 0; i < 40 && !page.evaluate("document.activeElement.id").equals(id); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(page.locator("#" + id)).isFocused();
    }

    /** Goes to a list to choose from, and down to the option with this value. */
    public static void choose(Page page, String select, long value) {
        tabTo(page, select);
        Locator field = page.locator("#" + select);
        for (int i = 0; i < 9 && !field.inputValue().equals(Long.toString(value)); i++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(field).hasValue(Long.toString(value));
    }
}
