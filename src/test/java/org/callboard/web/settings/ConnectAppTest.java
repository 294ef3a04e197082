package org.callboard.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.callboard.access.Role;
import org.callboard.settings.CallReason;
import org.callboard.settings.CallReasons;
import org.callboard.testing.Api;
import org.callboard.testing.Browser;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** A manager lets a program in, by the screens alone. */
class ConnectAppTest {

    private final TestTenant tenant = TestTenant.create();

    @Test
    void aNewAppIsConnectedItsSecretsShowOnceAndWork() {
        tenant.provider("Website");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(tenant.user(Role.Manager));
            page.navigate(browser.url("/settings/api-access"));
            Browser.shot(page, "api-access-empty");
            page.locator(".cb-head").getByText("Connect App").click();
            PlaywrightAssertions.assertThat(page.locator("#tag").locator("option"))
                    .hasText(new String[] {"No Restriction", "Website"});
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Connect"))
                    .click();
            assertThat(page.locator("#name-error").textContent()).contains("required");
            assertThat(page.locator("#scopes-error").textContent()).contains("at least one");
            Browser.shot(page, "connect-app-wrong");

            page.getByLabel("Name of the new app").fill("Acme sync");
            page.getByLabel("Read bookings").check();
            page.getByLabel("Create and change booking provider tags and other settings")
                    .check();
            page.getByLabel("Read business units, campaigns").check();
            page.locator("#tag").selectOption("");
            Browser.shot(page, "connect-app");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Connect"))
                    .click();
            page.waitForSelector("#client-secret");
            Browser.shot(page, "app-connected");
            String id = page.inputValue("#client-id");
            String secret = page.inputValue("#client-secret");
            String key = page.inputValue("#app-key");
            assertThat(page.locator("#curl").textContent()).isEqualTo("""
                            curl -s %s/connect/token \\
                              -d grant_type=client_credentials \\
                              -d client_id=%s \\
                              -d client_secret=%s""".formatted(Server.url(), id, secret));

            String token = Api.takeToken("grant_type=client_credentials&client_id=" + id + "&client_secret=" + secret)
                    .json()
                    .get("access_token")
                    .stringValue();
            String tags = Server.url() + "/crm/v2/tenant/" + tenant.id + "/booking-provider-tags";
            HttpRequest request = HttpRequest.newBuilder(URI.create(tags))
                    .headers("Authorization", "Bearer " + token, "ST-App-Key", key)
                    .build();
            assertThat(Api.send(request).text()).contains("Website");

            page.reload();
            assertThat(page.url()).endsWith("/settings/api-access");
            assertThat(page.content()).contains(id).doesNotContain(secret).doesNotContain(key);
            assertThat(page.content()).contains("…" + key.substring(key.length() - 4));
            Browser.shot(page, "api-access");

            page.getByLabel(Pattern.compile("Allow Acme sync.* deactivate")).click();
            page.waitForSelector("text=May deactivate");
            Browser.shot(page, "api-access-allowed");
            page.getByLabel(Pattern.compile("Forbid Acme sync.* deactivate")).click();
            page.waitForSelector("text=May not deactivate");

            page.getByText("Revoke").first().click();
            Browser.shot(page, "revoke");
            page.locator("#confirm [value=yes]").click();
            page.waitForSelector(".cb-status-inactive");
            assertThat(Api.takeToken("grant_type=client_credentials&client_id=" + id + "&client_secret=" + secret)
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void aChoiceThatIsNoneIsNamedBesideTheOthers() {
        Visitor manager = Visitor.signedIn(tenant.user(Role.Manager));
        manager.get("/settings/api-access/connect");
        for (String app : List.of("x", "")) {
            Visitor.Answer refused = manager.post("/settings/api-access/connect", "app", app, "tag", "y");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("id=\"app-error\"", "id=\"tag-error\"");
        }
    }

    @Test
    void anAppIsEditedAndItsKeyReplaced() {
        Api api = tenant.api();
        String path = "/settings/api-access/apps/" + api.app.id();
        Visitor manager = Visitor.signedIn(tenant.user(Role.Manager));
        assertThat(manager.get(path).body()).contains("checked");
        assertThat(manager.post(path, "name", "", "scopes", "bookings:read", "active", "true")
                        .status())
                .isEqualTo(422);
        Visitor.Answer replaced = manager.post(path + "/key");
        assertThat(replaced.body()).contains("ak_").doesNotContain(api.app.appKey());
        assertThat(manager.post(path, "name", "Renamed", "scopes", "bookings:read")
                        .location())
                .isEqualTo("/settings/api-access");
        assertThat(manager.get("/settings/api-access").body())
                .contains("Renamed")
                .contains(">Off<")
                .contains("1 scope<");
    }

    @Test
    void theSettingsAsAManagerSeesThem() {
        tenant.caller.run(() -> {
            CallReasons reasons = Server.bean(CallReasons.class);
            for (String name : List.of("Price too high", "Only asking", "Wanted an earlier date")) {
                reasons.add(tenant.id, new CallReason.Details(name, !name.startsWith("Only")));
            }
            var old = reasons.add(tenant.id, new CallReason.Details("Fax", false));
            reasons.activate(tenant.id, old.id(), false);
        });
        tenant.user(Role.CSR);
        for (boolean dark : new boolean[] {false, true}) {
            try (Browser browser = dark ? Browser.openDark() : Browser.open()) {
                Page page = browser.signIn(tenant.owner);
                for (String name : List.of("call-reasons", "users", "company", "calls", "job-types/new")) {
                    page.navigate(browser.url("/settings/" + name));
                    Browser.shot(page, "settings-" + name.replace('/', '-') + (dark ? "-dark" : ""));
                }
            }
        }
        try (Browser browser = Browser.openSmall()) {
            Page page = browser.signIn(tenant.owner);
            page.navigate(browser.url("/settings/call-reasons"));
            Browser.shot(page, "settings-call-reasons-small");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
        }
    }
}
