package org.callboard.testing;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Makes the pictures of the README, of the demonstration on a server of its own; {@code docs/pictures/make} runs it. */
public final class ReadmePictures {

    /** A picture that is larger slows whoever opens the README. */
    private static final long MOST_BYTES = 150_000;

    private final Browser browser;
    private final Path folder;

    private ReadmePictures(Browser browser, Path folder) {
        this.browser = browser;
        this.folder = folder;
    }

    /** Argument: the folder that they go to. */
    public static void main(String[] args) throws Exception {
        Path data = Files.createTempDirectory("callboard-pictures");
        try (CallboardProcess callboard = new CallboardProcess("pictures", data, Map.of())) {
            callboard.start();
            try (Browser browser = Browser.open(callboard.url())) {
                Page page = browser.signIn(callboard.demo("CSR_EMAIL"), callboard.demo("CSR_PASSWORD"));
                page.setViewportSize(1280, 800);
                new ReadmePictures(browser, Path.of(args[0])).take(page);
            }
        }
        System.exit(0);
    }

    private void take(Page page) throws Exception {
        page.navigate(browser.url("/calls"));
        page.locator("[data-inquiry]").first().click();
        shot(page, "calls");
        page.navigate(browser.url("/schedule"));
        shot(page, "schedule");
        page.locator("main a[href^='/jobs/']").first().click();
        page.waitForURL("**/jobs/*");
        shot(page, "job");
    }

    private void shot(Page page, String name) throws Exception {
        page.waitForLoadState();
        Path file = folder.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setCaret(ScreenshotCaret.INITIAL));
        long size = Files.size(file);
        System.out.printf("%s: %,d bytes%n", file, size);
        if (size > MOST_BYTES) {
            throw new IllegalStateException(file + " is larger than " + MOST_BYTES + " bytes");
        }
    }
}
