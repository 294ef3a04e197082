package org.callboard.web.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.callboard.testing.Browser;
import org.callboard.testing.FreshServer;
import org.callboard.testing.Overflow;
import org.callboard.testing.Server;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** A fresh Callboard, from nothing to its owner's first sign-in. */
class SetUpTest {

    @Test
    void whoHasTheAddressThatWasPrintedSetsItUpAndNobodyElseDoes() {
        try (FreshServer fresh = new FreshServer("test_setup")) {
            Visitor stranger = new Visitor(fresh.url());
            for (String path : List.of("/setup", "/setup?code=", "/setup?code=guess")) {
                Visitor.Answer refused = stranger.get(path);
                assertThat(refused.status()).as(path).isEqualTo(403);
                assertThat(refused.body()).contains("code").doesNotContain("<form class");
            }
            assertThat(stranger.get("/sign-in").location()).isEqualTo("/setup");

            try (Browser browser = Browser.open(fresh.url())) {
                Page page = browser.page();
                page.navigate(browser.url(fresh.bean(SetUpCode.class).page()));
                assertThat(page.inputValue("#timeZone")).isEqualTo("America/New_York");
                Browser.shot(page, "setup");
                assertThat(Overflow.of(page)).isEmpty();
                page.getByLabel("Company name").fill("Harbor Heating");
                page.getByLabel("Password").fill("short");
                page.locator("main button[type=submit]").click();
                assertThat(page.locator("#email-error").textContent()).contains("required");
                assertThat(page.locator("#password-error").textContent()).contains("10 characters");
                assertThat(page.inputValue("#company")).isEqualTo("Harbor Heating");
                Browser.shot(page, "setup-wrong");

                page.getByLabel("Your name").fill("Olive Owens");
                page.getByLabel("E-mail").fill("olive@harbor.test");
                page.getByLabel("Password").fill("long enough it is");
                page.locator("main button[type=submit]").click();
                page.waitForURL("**/sign-in?ready");
                Browser.shot(page, "sign-in-ready");
                page.getByLabel("E-mail").fill("olive@harbor.test");
                page.getByLabel("Password").fill("long enough it is");
                page.locator("main button[type=submit]").click();
                page.waitForURL("**/calls");
                page.navigate(browser.url("/settings/call-reasons"));
                assertThat(page.content()).contains("Comparing prices").contains("Wrong number");
                Browser.shot(page, "settings-starter");
            }

            assertThat(stranger.get("/setup").location()).isEqualTo("/");
            assertThat(new Visitor(fresh.url()).get("/sign-in").status()).isEqualTo(200);
        }
    }

    @Test
    void twoAtOnceMakeOneCompany() throws Exception {
        try (FreshServer fresh = new FreshServer("test_setup_race");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            SetUp setUp = fresh.bean(SetUp.class);
            Callable<Boolean> attempt = () -> {
                try {
                    setUp.run(new SetUp.Draft(
                            "Race", "UTC", "US", "Racer", "racer@race.test", "long enough it is", null));
                    return true;
                } catch (Refusal e) {
                    assertThat(e.code()).isEqualTo(RefusalCode.CONFLICT);
                    return false;
                }
            };
            List<Future<Boolean>> attempts = threads.invokeAll(List.of(attempt, attempt, attempt));
            int won = 0;
            for (Future<Boolean> one : attempts) {
                won += one.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    void whereThereIsACompanyThePageLeadsAway() {
        org.callboard.testing.TestTenant.create();
        assertThat(new Visitor(Server.url()).get("/setup").location()).isEqualTo("/");
    }
}
