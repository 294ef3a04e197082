package org.callboard.publicforms;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.callboard.access.Role;
import org.callboard.leads.LeadForm;
import org.callboard.leads.LeadForms;
import org.callboard.testing.Api;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Browser;
import org.callboard.testing.FormPost;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody asks to be called. */
class LeadFormPageTest {

    private final Shop shop = new Shop();
    private final LeadForm form = shop.tenant.caller.call(() -> Server.bean(LeadForms.class)
            .add(shop.tenant.id, new LeadForm.Details("Estimates", shop.campaign, null, 1)));
    private final LeadPages pages = Server.bean(LeadPages.class);
    private final String path = "/lead-form/" + pages.token(shop.tenant.id, form.id());
    private final Api api = shop.tenant.api();

    @Test
    void whatSomebodySendsIsALeadAsTheFormSays() {
        HttpResponse<String> answer =
                filled().with("email", "avery@example.com").send();
        assertThat(location(answer)).isEqualTo(path + "/thanks?theme=auto");
        assertThat(FormPost.get(location(answer)).body()).contains("Thank you");
        JsonNode lead = leads().getFirst();
        assertThat(lead.get("campaignId").longValue()).isEqualTo(shop.campaign);
        assertThat(lead.get("summary").stringValue()).isEqualTo("A new furnace");
        assertThat(lead.get("followUpDate").isNull()).isFalse();
        String page = Visitor.signedIn(shop.tenant.owner)
                .get("/leads/" + lead.get("id").longValue())
                .body();
        assertThat(page).contains("Avery Lowell", "avery@example.com", "937");
    }

    @Test
    void aWrongFormComesBackWithWhatWasTyped() {
        HttpResponse<String> wrong = filled().with("phone", "no")
                .with("street", "24 Wayne Avenue")
                .without("name")
                .send();
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("A new furnace", "value=\"24 Wayne Avenue\"", "your name", "area code", "the city");
        assertThat(filled().with("form", seal(Duration.ZERO)).send().body()).contains("quicker than anybody types");
        assertThat(filled().with("form", seal(Duration.ofHours(13))).send().body())
                .contains("a long time");
        assertThat(location(filled().with("homepage", "x").send())).startsWith(path + "/thanks");
        assertThat(leads()).isEmpty();
    }

    @Test
    void aFormThatIsSentTwiceMakesOneLead() {
        String seal = seal(Duration.ofMinutes(1));
        List<String> answers =
                AtOnce.run(5, i -> () -> location(filled().with("form", seal).send()));
        assertThat(answers).filteredOn(to -> to.endsWith("theme=auto")).hasSize(1);
        assertThat(answers).filteredOn(to -> to.endsWith("again=1")).hasSize(4);
        assertThat(leads()).hasSize(1);
    }

    @Test
    void anInactiveFormAndAnAddressOfNobodysAreTheSameNothing() {
        String nothing = FormPost.get(path.replaceFirst("-\\d+-", "-999-")).body();
        assertThat(FormPost.get(path).statusCode()).isEqualTo(200);
        shop.tenant.caller.run(() -> Server.bean(LeadForms.class).activate(shop.tenant.id, form.id(), false));
        assertThat(FormPost.get(path).statusCode()).isEqualTo(404);
        assertThat(FormPost.get(path).body()).isEqualTo(nothing).doesNotContain("Callboard");
        assertThat(filled().send().statusCode()).isEqualTo(404);
    }

    @Test
    void itStandsInTheSettingsAndIsSeenByCustomers() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(shop.tenant.user(Role.Manager));
            page.navigate(browser.url("/settings/lead-forms"));
            assertThat(page.locator("main a[target=_blank]")).hasAttribute("href", Server.url() + path);
            Browser.shot(page, "lead-form-1-settings");
        }
        try (Browser browser = Browser.openSmall()) {
            Page page = browser.page();
            page.navigate(browser.url(path));
            page.evalOnSelector(
                    "input[name=form]", "(input, seal) => { input.value = seal }", seal(Duration.ofMinutes(1)));
            page.locator("#send").click();
            assertThat(page.locator("[aria-invalid=true]")).hasCount(3);
            Browser.shot(page, "lead-form-2-phone");
            page.getByLabel("Describe it").fill("A new furnace");
            page.getByLabel("Name").fill("Avery Lowell");
            page.getByLabel("Phone").fill("(937) 555-0119");
            page.locator("#send").click();
            assertThat(page.locator("h1")).hasText("Thank you");
        }
        assertThat(leads()).hasSize(1);
    }

    private FormPost filled() {
        return FormPost.to(path)
                .with("form", seal(Duration.ofMinutes(1)))
                .with("summary", "A new furnace")
                .with("name", "Avery Lowell")
                .with("phone", "(937) 555-0119");
    }

    private String seal(Duration ago) {
        return ShownBefore.token(new LeadPages.Open(shop.tenant.id, form).form(), ago);
    }

    private List<JsonNode> leads() {
        return Office.ok(api.get(api.path("crm/v2", "/leads")))
                .get("data")
                .valueStream()
                .toList();
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("").replace(Server.url(), "");
    }
}
