package org.callboard.web.layout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.testing.Browser;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.Test;

/** What takes something away from somebody asks first. */
class QuestionsTest {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");

    /** A form with its buttons, or a button that sends by itself. */
    private static final Pattern SENDS = Pattern.compile(
            "(?s)<form\\b[^>]*(?:method=\"post\"|hx-post).*?</form>|<button\\b[^>]*hx-(?:post|delete).*?</button>");

    /** What it would do, by its address. */
    private static final Pattern TAKES_AWAY = Pattern.compile(
            "/(active|revoke|remove|delete|discard|renew|key|secret|undo|cancel|strict|take-over|again)\\b");

    private static final Pattern ASKS = Pattern.compile("\\b(data-confirm|hx-confirm)=");

    /** Taken back with one click, in the place where it was; and the questions themselves, which are a page or a dialog. */
    private static final List<String> WITHOUT = List.of(
            "/tags/${tag.id}/remove",
            "/lead/undo",
            "/right/undo",
            "/book/undo",
            "/jobs/${job.id}/undo",
            "/jobs/${job.id}/cancel");

    @Test
    void everyFormThatTakesSomethingAwayAsksFirst() throws IOException {
        List<String> silent = new ArrayList<>();
        int asking = 0;
        try (Stream<Path> templates = Files.walk(TEMPLATES)) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                for (String form : SENDS.matcher(Files.readString(template))
                        .results()
                        .map(MatchResult::group)
                        .toList()) {
                    if (TAKES_AWAY.matcher(form).find() && WITHOUT.stream().noneMatch(form::contains)) {
                        asking++;
                        if (!ASKS.matcher(form).find()) {
                            silent.add(TEMPLATES.relativize(template) + ": " + form);
                        }
                    }
                }
            }
        }
        assertThat(silent).isEmpty();
        assertThat(asking).isGreaterThan(10);
    }

    @Test
    void whoIsDeactivatedIsAskedAboutInWordsThatSayWhatHappens() {
        TestTenant tenant = TestTenant.create();
        SignedInUser dana = tenant.user(Role.CSR);
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(tenant.owner);
            page.navigate(browser.url("/settings/users"));
            Locator deactivate =
                    page.getByLabel("Deactivate " + dana.displayName(), new Page.GetByLabelOptions().setExact(true));
            deactivate.click();
            assertThat(page.locator("#confirm"))
                    .containsText("Deactivate " + dana.displayName() + "? They are signed out within seconds");
            Browser.shot(page, "settings-deactivate");
            page.keyboard().press("Escape");
            assertThat(deactivate).isVisible();
            deactivate.click();
            page.locator("#confirm button[value=yes]").click();
            Locator back =
                    page.getByLabel("Reactivate " + dana.displayName(), new Page.GetByLabelOptions().setExact(true));
            back.click(); // nothing is lost by it, so it does not ask
            assertThat(deactivate).isVisible();
        }
    }
}
