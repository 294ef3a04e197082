package org.callboard.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The browser of the tests lets no script fail unheard, on whatever page. */
class BrowserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "setTimeout(() => { throw new Error('planted'); })",
                "Promise.reject(new Error('planted'))",
                "document.body.append(Object.assign(document.createElement('script'), { src: '/assets/planted.js' }))",
                "document.body.setAttribute('onclick', 'planted()'); document.body.click()"
            })
    void whatIsPlantedFailsTheTest(String mistake) {
        assertThatThrownBy(() -> {
                    try (Browser browser = Browser.open()) {
                        Page page = browser.page();
                        page.navigate(browser.url("/sign-in"));
                        page.evaluate("() => { " + mistake + "; }");
                        page.evaluate("() => new Promise(done => setTimeout(done, 200))");
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the browser complained");
    }
}
