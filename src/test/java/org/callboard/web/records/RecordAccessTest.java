package org.callboard.web.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.access.Role;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.testing.Office;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** Who may do what on the pages of customers and locations, whatever buttons they see. */
class RecordAccessTest {

    private final Office office = new Office();
    private final long customer = office.customer("Jordan Reyes").get("id").longValue();
    private final long location = office.ids(office.locations).getFirst();
    private final long tag = office.tagType("VIP");

    @Test
    void aViewerReadsAndChangesNothingEvenByADirectPost() {
        Visitor viewer = Visitor.signedIn(office.tenant.user(Role.Viewer));
        for (String page : List.of("/customers/" + customer, "/locations/" + location)) {
            Visitor.Answer answer = viewer.get(page);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("hx-post").doesNotContain("Deactivate");
            assertThat(viewer.get(page + "/value?field=name").status()).isEqualTo(200);
            assertThat(viewer.get(page + "/history").status()).isEqualTo(200);
            assertThat(viewer.get(page + "/edit?field=name").status()).isEqualTo(403);
            assertThat(viewer.post(page + "/edit", "field", "name", "was-value", "Jordan Reyes", "value", "X")
                            .status())
                    .isEqualTo(403);
            for (String action : List.of(
                    "/notes", "/notes/1/delete", "/contacts", "/contacts/1/remove", "/tags/" + tag, "/active")) {
                assertThat(viewer.post(page + action, "text", "x", "active", "false")
                                .status())
                        .as(page + action)
                        .isEqualTo(403);
            }
        }
        assertThat(viewer.post("/locations/" + location + "/move", "customerId", "1", "was", "" + customer)
                        .status())
                .isEqualTo(403);
        assertThat(viewer.post("/customers/" + customer + "/locations/new", "name", "x")
                        .status())
                .isEqualTo(403);
        assertThat(office.actions("customer", customer)).containsExactly("created");
        assertThat(office.actions("location", location)).containsExactly("created");
    }

    @Test
    void aCsrEditsAndDoesNotDeactivate() {
        Visitor csr = Visitor.signedIn(office.tenant.user(Role.CSR));
        String page = "/customers/" + customer;
        assertThat(csr.get(page).body()).contains("hx-post").doesNotContain("Deactivate");
        assertThat(csr.post(page + "/active", "active", "false").status()).isEqualTo(403);
        assertThat(csr.post(page + "/tags/" + tag).status()).isEqualTo(200);
        assertThat(csr.post(page + "/notes", "text", "x".repeat(20_001)).status())
                .isEqualTo(422);
    }

    @Test
    void anIdOfAnotherCompanyInAFieldNameIsUnknown() {
        Office other = new Office();
        long field = other.field("customer", "Gate code", DataType.Text, null);
        long theirs = other.customer("Ada").get("id").longValue();
        long contact = other.api
                .post(other.customers + "/" + theirs + "/contacts", "{\"type\":\"Phone\",\"value\":\"937-555-0142\"}")
                .json()
                .get("id")
                .longValue();
        Visitor csr = Visitor.signedIn(office.tenant.user(Role.CSR));
        String page = "/customers/" + customer;
        csr.get(page);
        for (String name : List.of("custom-" + field, "contact-" + contact)) {
            assertThat(csr.get(page + "/edit?field=" + name).status()).isEqualTo(404);
            assertThat(csr.get(page + "/value?field=" + name).status()).isEqualTo(404);
            assertThat(csr.post(page + "/edit", "field", name, "was-value", "", "value", "x")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void aRecordOutOfUseSaysSoAndItsContactsAreNotChanged() {
        office.api.post(
                office.customers + "/" + customer + "/contacts", "{\"type\":\"Phone\",\"value\":\"937-555-0142\"}");
        office.deactivate("customer", customer);
        Visitor csr = Visitor.signedIn(office.tenant.user(Role.CSR));
        String page = "/customers/" + customer;
        assertThat(csr.get(page).body())
                .contains("This customer is not active.")
                .contains("(937) 555-0142")
                .doesNotContain("Add contact");
        Visitor.Answer refused = csr.post(page + "/contacts", "type", "Phone", "value", "937-555-0150");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("is not active");
    }
}
