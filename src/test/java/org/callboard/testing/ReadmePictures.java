package org.callboard.testing;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Makes the pictures of the README, of the demonstration on a server of its own; {@code docs/pictures/make} runs it. */
public final class ReadmePictures {

    /** A picture that is larger slows whoever opens the README. */
    private static final long MOST_BYTES = 180_000;

    private final Browser browser;
    private final Path folder;

    private ReadmePictures(Browser browser, Path folder) {
        this.browser = browser;
        this.folder = folder;
    }

    /** Argument: the folder that they go to. */
    public static void main(String[] args) {
        try {
            takeAll(Path.of(args[0]));
            System.exit(0); // the browser's threads would go on
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void takeAll(Path folder) throws Exception {
        Path data = Files.createTempDirectory("callboard-pictures");
        try (CallboardProcess callboard = new CallboardProcess("pictures", data, Map.of())) {
            callboard.start();
            try (Browser browser = Browser.open(callboard.url())) {
                Page page = browser.signIn(callboard.demo("CSR_EMAIL"), callboard.demo("CSR_PASSWORD"));
                page.setViewportSize(1280, 720);
                new ReadmePictures(browser, folder).take(page);
            }
        }
    }

    private void take(Page page) throws IOException {
        page.navigate(browser.url("/calls"));
        page.locator("[id^='row-']").first().click();
        page.locator("article.inquiry").waitFor();
        shot(page, "calls");
        page.locator("#ring-button").click();
        page.locator("[id^='row-call-']:has-text('Ringing')").waitFor();
        page.keyboard().press("F2");
        page.locator("article.inquiry .status-pill:has-text('Talking')").waitFor();
        page.locator("article.inquiry input[name='who']").first().check();
        shot(page, "call");
        page.navigate(browser.url("/schedule"));
        shot(page, "schedule");
        page.locator(".day-visit:has(.cb-status-dispatched) .day-job").first().click();
        page.waitForURL("**/jobs/*");
        shot(page, "job");
    }

    private void shot(Page page, String name) throws IOException {
        page.waitForLoadState();
        byte[] shot = page.screenshot(new Page.ScreenshotOptions().setCaret(ScreenshotCaret.INITIAL));
        Path file = folder.resolve(name + ".png");
        Files.write(file, packed(ImageIO.read(new ByteArrayInputStream(shot))));
        long size = Files.size(file);
        System.out.printf("%s: %,d bytes%n", file, size);
        if (size > MOST_BYTES) {
            throw new IllegalStateException(file + " is larger than " + MOST_BYTES + " bytes");
        }
    }

    /** Without transparency and packed as tightly as it goes, which a browser takes no time for. */
    private static byte[] packed(BufferedImage shot) throws IOException {
        BufferedImage opaque = new BufferedImage(shot.getWidth(), shot.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(shot, 0, 0, null);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam tight = writer.getDefaultWriteParam();
        tight.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        tight.setCompressionQuality(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(opaque, null, null), tight);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
