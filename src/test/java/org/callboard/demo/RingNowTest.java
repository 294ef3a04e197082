package org.callboard.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.callboard.access.Role;
import org.callboard.calls.Call;
import org.callboard.calls.Calls;
import org.callboard.database.Caller;
import org.callboard.testing.Browser;
import org.callboard.testing.Eventually;
import org.callboard.testing.FreshServer;
import org.callboard.testing.TestTenant;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever looks around lets the telephone ring, takes the call, and sees what becomes of one that nobody takes. */
class RingNowTest {

    @TempDir
    Path data;

    @Test
    void theTelephoneRingsUntilSomebodyTakesItOrNobodyDoes() throws Exception {
        try (FreshServer demo = FreshServer.withDemo("demo_ring", data);
                Browser browser = Browser.open(demo.url())) {
            Map<String, String> known = Files.readAllLines(data.resolve("demo.env")).stream()
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
            Page page = browser.signIn(known.get("CSR_EMAIL"), known.get("CSR_PASSWORD"));
            page.navigate(browser.url("/calls"));
            page.locator("#ring-button").click();
            assertThat(page.locator("#queue-list > li").first()).containsText("Ringing");
            page.keyboard().press("F2");
            assertThat(page.locator("article.inquiry")).containsText("Talking");

            Call missed = ring(demo, Duration.ofMillis(100)); // a stranger
            Eventually.is("Missed", () -> String.valueOf(get(demo, missed).state()));
            assertThat(get(demo, missed).handling().callBackId()).isNotNull();
            assertThat(ring(demo, DemoRing.PATIENCE).number())
                    .as("what two customers have")
                    .isIn(shared(demo));
            Call withheld = ring(demo, Duration.ofMillis(100));
            assertThat(withheld.telephone().withheld()).isTrue();
            Eventually.is("Lost", () -> String.valueOf(get(demo, withheld).desk()));

            Visitor viewer = new Visitor(demo.url());
            viewer.signIn("glen.sato@ridgeline.example", known.get("CSR_PASSWORD"));
            viewer.get("/calls");
            assertThat(viewer.post("/demo/ring").status()).isEqualTo(403);
        }
    }

    /** Callboard itself has neither the button nor what it asks for. */
    @Test
    void nothingRingsOutsideTheDemonstration() {
        Visitor csr = Visitor.signedIn(TestTenant.create().user(Role.CSR));
        assertThat(csr.get("/calls").body()).doesNotContain("ring-button");
        assertThat(csr.post("/demo/ring").status()).isEqualTo(404);
    }

    private static List<String> shared(FreshServer demo) {
        return Caller.system(Demo.TENANT).call(() -> demo.bean(DemoStore.class).sharedNumbers(Demo.TENANT));
    }

    private static Call ring(FreshServer demo, Duration patience) {
        return Caller.system(Demo.TENANT)
                .call(() ->
                        demo.bean(DemoRing.class).ring(Demo.TENANT, patience).orElseThrow());
    }

    private static Call get(FreshServer demo, Call call) {
        return Caller.system(Demo.TENANT).call(() -> demo.bean(Calls.class).get(Demo.TENANT, call.id()));
    }
}
