package org.callboard.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.callboard.access.Role;
import org.callboard.testing.Api;
import org.callboard.testing.TestTenant;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

class PageErrorsTest {

    private final TestTenant tenant = TestTenant.create();
    private final Visitor manager = Visitor.signedIn(tenant.user(Role.Manager));

    @Test
    void aPersonGetsAPageHtmxASentenceAndAProgramTheContractsForm() {
        Visitor.Answer page = manager.get("/no/such/page");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("<html").contains("There is no page at this address.");

        Visitor.Answer htmx = manager.get("/no/such/page", "HX-Request", "true");
        assertThat(htmx.status()).isEqualTo(404);
        assertThat(htmx.body()).isEqualTo("There is no page at this address.");

        Visitor.Answer program = manager.get("/no/such/page", "Accept", "application/json");
        assertThat(program.status()).isEqualTo(404);
        assertThat(Api.JSON.readTree(program.body()).propertyNames())
                .containsExactlyInAnyOrder("type", "title", "status", "traceId", "errors", "data");

        Api api = tenant.api();
        Api.Answer ofTheApi = Api.send(api.request("GET", api.path("crm/v2", "/nothing"), null, "Accept", "text/html"));
        assertThat(ofTheApi.status()).isEqualTo(404);
        assertThat(ofTheApi.json().get("title").stringValue()).contains("no GET operation");
    }

    @Test
    void whatTheContainerRefusesComesInTheSameForms() {
        assertThat(manager.get("/settings;x=1").status()).isEqualTo(400);
        assertThat(manager.get("/settings;x=1").body()).contains("<html");
        assertThat(Api.JSON
                        .readTree(manager.get("/settings;x=1", "Accept", "application/json")
                                .body())
                        .get("status")
                        .intValue())
                .isEqualTo(400);
    }

    @Test
    void aSignInFormThatWaitedTooLongIsRenewedAndNotRefused() {
        String[] none = {};
        assertThat(new Visitor()
                        .postBare("/sign-in", none, "email", "a@b.test", "password", "x")
                        .location())
                .isEqualTo("/sign-in");
        assertThat(manager.postBare("/sign-out", none).location()).isEqualTo("/sign-in");
        assertThat(manager.get("/settings/company").status()).isEqualTo(200);
    }

    @Test
    void theLastOwnerStaysAndTheListSaysSo() {
        Visitor owner = Visitor.signedIn(tenant.owner);
        owner.get("/settings/users");
        assertThat(owner.post("/settings/users/" + tenant.owner.id() + "/active", "active", "false")
                        .location())
                .isEqualTo("/settings/users");
        assertThat(owner.get("/settings/users").body()).contains("The last owner must stay an active owner.");
    }
}
