package org.callboard.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.net.http.HttpResponse;
import org.callboard.testing.Browser;
import org.callboard.testing.FormPost;
import org.callboard.testing.PublicPage;
import org.callboard.testing.Shop;
import org.callboard.testing.TestPictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page on which a gigabyte of pictures is on its way takes no more of them, and says that it is not the visitor's doing. */
class BusyPageTest {

    private static final String WORDS = "Too many pictures are on their way to this page at the moment";
    private static final long ALL = 1L << 30;

    private final PublicPage book = PublicPage.of(new Shop());
    private final Allowance ofPage = Admission.ofPage(book.form().fullName());
    private final byte[] picture = TestPictures.png(300, 300);

    @BeforeEach
    void useUp() {
        assertThat(ofPage.take(ALL)).isTrue();
    }

    @AfterEach
    void giveBack() {
        assertThat(ofPage.take(1)).as("nobody else gave anything back").isFalse();
        ofPage.giveBack(ALL);
    }

    @Test
    void aPictureIsToComeAgain() {
        HttpResponse<String> answer = FormPost.to(book.path() + "/pictures")
                .with("form", book.seal())
                .file("file", "a.png", picture)
                .send();
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains(WORDS);
    }

    @Test
    void soIsAFormWithPicturesAndOneWithoutIsTaken() {
        HttpResponse<String> answer =
                FormPost.filled(book).file("pictures", "a.png", picture).send();
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("Not available right now").contains(WORDS);
        assertThat(FormPost.filled(book).send().statusCode()).isLessThan(400);
    }

    @Test
    void theVisitorReadsIt() {
        try (Browser browser = Browser.openSmall()) {
            Page page = browser.page();
            page.navigate(browser.url(book.path()));
            page.locator("#pictures").setInputFiles(new FilePayload("boiler.png", "image/png", picture));
            PlaywrightAssertions.assertThat(page.locator("#pictures-wrong")).containsText("boiler.png: " + WORDS);
            PlaywrightAssertions.assertThat(page.locator(".shot")).hasCount(0);
        }
    }
}
