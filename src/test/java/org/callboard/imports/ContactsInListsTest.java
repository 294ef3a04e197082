package org.callboard.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.callboard.testing.Documents;
import org.callboard.testing.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Numbers and e-mail addresses in lists as other programs and offices write them. */
class ContactsInListsTest {

    private final Desk desk = new Desk();

    private List<JsonNode> leads() {
        return Office.ok(desk.api.get(desk.api.path("crm/v2", "/leads")))
                .get("data")
                .valueStream()
                .toList();
    }

    private JsonNode lead(String row) {
        desk.done(desk.forLeads() + "&followUpDate=2027-03-01", "Name,Phone,Mobile,Email,Notes\n" + row + "\n");
        return leads().getLast();
    }

    /** Whoever wrote records in a test wrote their documents too. */
    @AfterEach
    void documentsAreAsMadeAnew() {
        Documents.areAsMadeAnew(desk.tenant);
    }

    @Test
    void aLeadKeepsTheFirstNumberAndNotesTheOthers() {
        JsonNode two = lead("Uma Two,937-555-2121 / 937-555-2122,,,Wants a tune-up");
        assertThat(two.get("leadPhone").stringValue()).isEqualTo("937-555-2121");
        assertThat(two.get("summary").stringValue()).isEqualTo("Wants a tune-up\nOther numbers: 937-555-2122");
        JsonNode noted = lead("Uma Three,937-555-2123 Home,937-555-2124,a3@example.com; b3@example.com,");
        assertThat(noted.get("leadPhone").stringValue()).isEqualTo("937-555-2123");
        assertThat(noted.get("leadEmail").stringValue()).isEqualTo("a3@example.com");
        assertThat(noted.get("summary").stringValue())
                .isEqualTo("Phone: Home\nOther numbers: 937-555-2124\nOther e-mail addresses: b3@example.com");
    }

    @Test
    void whatIsPlainlyMeantIsKept() {
        assertThat(lead("Uma Four,1-800-FLOWERS,,,").get("leadPhone").stringValue())
                .isEqualTo("1-800-FLOWERS");
        assertThat(lead("Uma Five,9375552125.0,,\"\"\"five@example.com\"\"\",")
                        .get("leadEmail")
                        .stringValue())
                .isEqualTo("five@example.com");
        JsonNode unseen =
                lead("\u00a0Uma Six\u200b,\u202a937-555-2126\u202c,\u00a0,six@\u200bexample.com\u00a0,\u3164");
        assertThat(unseen.get("leadCustomerName").stringValue()).isEqualTo("Uma Six");
        assertThat(unseen.get("leadPhone").stringValue()).isEqualTo("937-555-2126");
        assertThat(unseen.get("leadEmail").stringValue()).isEqualTo("six@example.com");
        assertThat(unseen.get("summary").isNull()).isTrue();
        long id = desk.done(desk.forLeads(), "Name,Email\nUma Seven,\"al@example,com\"\n");
        assertThat(desk.told(id)).singleElement().asString().contains("An e-mail address is expected.");
    }

    /** The office of a company has one number and many telephones. */
    @Test
    void anotherExtensionIsAnotherPerson() {
        long id = desk.done(
                desk.forLeads(),
                "Name,Phone\nUma One,(937) 555-8120 x101\nVal Two,(937) 555-8120 x102\nWes Three,937-555-8120 ext 101\n");
        assertThat(desk.told(id)).containsExactly("2 New", "3 New", "4 Twice Same phone as row 2");
        long uma = desk.shop.customer("Uma One", "(937) 555-8130 x101", "12 Oak St");
        id = desk.done(
                desk.forLeads(),
                "Name,Phone\nUma One,937-555-8130 ext 101\nVal Two,937-555-8130 x102\nWes,937-555-8130\n");
        assertThat(desk.told(id))
                .containsExactly(
                        "2 Match Same phone, Similar name",
                        "3 New",
                        "4 New Perhaps customer " + uma + ", Uma One: same phone; one of the two has an extension.");
    }

    @Test
    void whatStandsForNoneAttachesNobody() {
        desk.shop.customer("Nora Adams", "111-111-1111", "14 Elm St");
        long id = desk.done(
                desk.forLeads(),
                "Name,Phone,Email\nUma One,(111) 111-1111,\nVal Two,,noemail@noemail.com\nWes,,noemail@noemail.com\n");
        assertThat(desk.rows(id, "").stream()
                        .map(row -> row.get("outcome").stringValue())
                        .filter("Match"::equals))
                .isEmpty();
    }

    /** An office's number is its tenants', and a number may have gone to somebody else. */
    @Test
    void whatManyHaveAttachesNobody() {
        List<Long> tenants = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            tenants.add(desk.shop.customer("Tenant " + i, "937-555-2181", i + 1 + " Elm St"));
        }
        String list = "Name,Phone,Street,City,State,Zip\n";
        long id = desk.done(desk.forLeads(), list + "Tenant 3,937-555-2181,,,,\n");
        assertThat(desk.told(id)).containsExactly("2 Match Same phone, Similar name");
        desk.shop.customer("Tenant 5", "937-555-2181", "6 Elm St");
        id = desk.done(
                desk.forLeads(),
                list + "Tenant 2,937-555-2181,,,,\nTenant 4,937-555-2182,5 Elm Street,Dayton,OH,45402\n");
        assertThat(desk.told(id))
                .containsExactly(
                        "2 New Perhaps customer " + tenants.get(2)
                                + ", Tenant 2: same phone, similar name; more than five customers have it.",
                        "3 Match Same address, Similar name");
        long uma = desk.shop.customer("Uma One", "937-555-2183", "70 Elm St");
        id = desk.done(desk.forLeads(), list + "Val Two,937-555-2183,80 Oak St,Dayton,OH,45402\n");
        assertThat(desk.told(id))
                .containsExactly("2 New Perhaps customer " + uma
                        + ", Uma One: same phone; both the name and the address are others.");
        id = desk.done(desk.forLeads(), list + "Val Two,937-555-2183,70 Elm St,Dayton,OH,45402\n");
        assertThat(desk.told(id)).containsExactly("2 Match Same phone, Same address");
    }

    @Test
    void aCustomerHasThemAll() {
        desk.done(
                "kind=Customers",
                "Name,Phone,Email,Street,City,State,Zip\n"
                        + "Uma One,937-555-2151 / 937-555-2152 cell,a@example.com b@example.com,1 Oak St,Dayton,OH,45402\n");
        long customer = Office.ok(desk.api.get(desk.api.path("crm/v2", "/customers?phone=9375552152")))
                .at("/data/0/id")
                .longValue();
        assertThat(Office.ok(desk.api.get(desk.api.path("crm/v2", "/customers/" + customer + "/contacts")))
                        .get("data")
                        .valueStream()
                        .map(contact -> contact.get("value").stringValue() + " "
                                + contact.get("memo").asString("")))
                .containsExactlyInAnyOrder("937-555-2151 ", "937-555-2152 cell", "a@example.com ", "b@example.com ");
    }
}
