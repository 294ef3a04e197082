package org.callboard.web.calls;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.bookings.Claims;
import org.callboard.database.RecordShape;
import org.callboard.notices.NoticeKind;
import org.callboard.notices.NoticeSettings;
import org.callboard.testing.Browser;
import org.callboard.testing.Eventually;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was typed for an inquiry goes along with it, to other people and other computers. */
class DraftScreenTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final SignedInUser dana = shop.tenant.user(Role.CSR);
    private final SignedInUser lee = shop.tenant.user(Role.CSR);
    private final long id = shop.booking("Jordan Reyes", "937-555-0142").id();

    @Test
    void whoTakesOverGoesOnInTheSameText() {
        NoticeKind told = NoticeKind.values()[0];
        shop.tenant.caller.run(() -> Server.bean(NoticeSettings.class)
                .update(tenant, told, RecordShape.with(told.standard(), "byMail", true)));
        claim(dana);
        try (Browser browser = Browser.open();
                Browser another = Browser.open()) {
            Page danas = browser.signIn(dana);
            danas.navigate(browser.url("/calls/" + id));
            danas.locator("#f-summary").fill("No heat since Monday, gate 4711");
            danas.locator("#f-priority").selectOption("High");
            danas.locator("#book .tell").scrollIntoViewIfNeeded();
            danas.getByLabel("Tell the customer").uncheck();
            danas.keyboard().press("Escape");
            danas.keyboard().press("l");
            danas.locator("#f-leadMemo").fill("Asks for a price");
            kept(4);

            Page lees = another.signIn(lee);
            lees.navigate(another.url("/calls/" + id));
            lees.locator("[data-take-over]").click();
            lees.locator("#confirm button[value=yes]").click();
            assertThat(lees.locator(".inquiry-who")).containsText("You’ve had it");
            assertThat(lees.locator(".draft-state")).hasText("What " + dana.displayName() + " typed is here.");
            assertThat(lees.locator("#f-summary")).hasValue("No heat since Monday, gate 4711");
            assertThat(lees.locator("#f-priority")).hasValue("High");
            assertThat(lees.locator("#f-leadMemo")).hasValue("Asks for a price");
            lees.locator("#book .tell").scrollIntoViewIfNeeded();
            assertThat(lees.getByLabel("Tell the customer")).not().isChecked();
            lees.locator("#f-summary").fill("No heat since Monday, gate 4712");
            assertThat(danas.locator(".inquiry-who")).containsText(lee.displayName());
            lees.waitForFunction("() => Object.keys(sessionStorage).every(key => !key.startsWith('callboard-draft'))");
            lees.reload();
            assertThat(lees.locator("#f-summary")).hasValue("No heat since Monday, gate 4712");
            lees.locator("#book .tell").scrollIntoViewIfNeeded();
            assertThat(lees.getByLabel("Tell the customer")).not().isChecked();
        }
    }

    /** One person at two computers, one of which was away from the network for a while. */
    @Test
    void whereTwoTypedInTheSameFieldBothAreShown() {
        claim(dana);
        try (Browser browser = Browser.open();
                Browser another = Browser.open()) {
            Page here = browser.signIn(dana);
            Page there = another.signIn(dana);
            here.navigate(browser.url("/calls/" + id));
            there.navigate(another.url("/calls/" + id));
            there.locator("#f-summary").fill("No heat");
            there.locator("#f-priority").selectOption("Low");
            kept(2);
            here.locator("#f-summary").fill("No hot water");
            here.locator("#f-city").fill("Kettering");
            assertThat(here.locator(".draft-conflict")).containsText("Summary");
            assertThat(here.locator(".draft-conflict")).containsText("No heat");
            assertThat(here.locator(".draft-conflict-row")).hasCount(1);
            assertThat(here.locator("#f-priority")).hasValue("Low");
            assertThat(here.locator("#f-summary")).hasValue("No hot water");
            Browser.shot(here, "calls-20-draft-conflict");
            kept(3);
            here.getByText("Take the other").click();
            assertThat(here.locator(".draft-conflict")).hasCount(0);
            assertThat(here.locator("#f-summary")).hasValue("No heat");
        }
    }

    /** What an older page kept in the tab is sent once. */
    @Test
    void whatIsStillInTheTabReachesTheServer() {
        claim(dana);
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/calls"));
            page.evaluate(
                    "values => sessionStorage.setItem('callboard-draft/%d/%d/%d', values)"
                            .formatted(tenant, dana.id(), id),
                    "{\"summary\":[\"Typed before\"],\"city\":[\"Dayton\"]}");
            page.navigate(browser.url("/calls/" + id));
            assertThat(page.locator("#f-summary")).hasValue("Typed before");
            page.waitForFunction("() => Object.keys(sessionStorage).every(key => !key.startsWith('callboard-draft'))");
            kept(1);
        }
    }

    /** The server is away for a while: what is typed meanwhile gets there later, also after a reload. */
    @Test
    void whatCouldNotBeSentIsSentLater() {
        claim(dana);
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/calls/" + id));
            page.route("**/calls/draft/**", route -> route.abort());
            page.locator("#f-summary").fill("Typed in between");
            page.reload();
            assertThat(page.locator("#f-summary")).hasValue("Typed in between");
            page.unroute("**/calls/draft/**");
            kept(1);
        }
    }

    private void claim(SignedInUser user) {
        user.caller().run(() -> Server.bean(Claims.class).claim(tenant, id));
    }

    /** Waits until so many fields are kept on the server. */
    private void kept(int fields) {
        Eventually.is(
                fields,
                () -> shop.tenant.caller.call(() -> Server.bean(JdbcClient.class)
                        .sql(
                                "select coalesce(sum((select count(*) from json_object_keys(fields::json))), 0) from inquiry_draft")
                        .query(Integer.class)
                        .single()));
    }
}
