package org.callboard.publicforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.callboard.leads.LeadForm;
import org.callboard.leads.LeadForms;
import org.callboard.testing.Api;
import org.callboard.testing.FormPost;
import org.callboard.testing.Office;
import org.callboard.testing.PublicPage;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Numbers and addresses as people write them, on the public pages and in what programs send: no inquiry is lost for them. */
class WrittenContactsTest {

    private final Shop shop = new Shop();
    private final PublicPage book = PublicPage.of(shop);
    private final Api provider = shop.tenant.api(shop.provider);
    private final String bookings = provider.path("crm/v2", "/booking-provider/" + shop.provider.id() + "/bookings");
    private final LeadForm form = shop.tenant.caller.call(() -> Server.bean(LeadForms.class)
            .add(shop.tenant.id, new LeadForm.Details("Estimates", shop.campaign, null, 1)));

    private static void taken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private List<String> contactsOfLatest() {
        JsonNode all = Office.ok(provider.get(bookings + "?sort=-Id")).get("data");
        return contacts(all.get(0).get("id").longValue());
    }

    private List<String> contacts(long booking) {
        return Office.ok(provider.get(bookings + "/" + booking + "/contacts"))
                .get("data")
                .valueStream()
                .map(contact -> contact.get("type").stringValue() + " "
                        + contact.get("value").stringValue())
                .toList();
    }

    private void foundBy(String... typed) {
        Visitor dana = Visitor.signedIn(shop.tenant.owner);
        dana.get("/calls");
        for (String contact : typed) {
            assertThat(dana.post("/alike", "contact", contact).body())
                    .as(contact)
                    .contains("Waiting inquiry");
        }
    }

    private long mails(String address) {
        return shop.tenant.caller.call(() -> Server.bean(JdbcClient.class)
                .sql("select count(*) from outgoing_message where recipient = :address")
                .param("address", address)
                .query(Long.class)
                .single());
    }

    @Test
    void whatAVisitorWroteTogetherIsPartedAndWhatIsOneStaysOne() {
        taken(FormPost.filled(book).with("phone", "937-555-2121 / 937-555-2122").send());
        assertThat(contactsOfLatest()).containsExactly("MobilePhone 937-555-2121", "MobilePhone 937-555-2122");
        foundBy("(937) 555-2121", "(937) 555-2122");
        taken(FormPost.filled(book)
                .with("phone", "937-555-2123 or 937-555-2124")
                .with("email", "bo@example.com, al@example.com")
                .send());
        assertThat(contactsOfLatest())
                .containsExactly(
                        "MobilePhone 937-555-2123",
                        "MobilePhone 937-555-2124",
                        "Email bo@example.com",
                        "Email al@example.com");
        for (String one : List.of("937/555-2125", "937-555-2125;ext=101", "937-555-2125 x101")) {
            taken(FormPost.filled(book).with("phone", one).send());
            assertThat(contactsOfLatest()).as(one).hasSize(1);
        }
    }

    @Test
    void aBlankAtTheEdgeOfAnAddressKeepsNobodyFromTheConfirmation() {
        for (String written :
                List.of("uma.%s@example.com\u00a0", "\u200buma.%s@example.com", "\"uma.%s@example.com\"")) {
            String name = "a" + Integer.toHexString(written.hashCode());
            taken(FormPost.filled(book).with("email", written.formatted(name)).send());
            assertThat(mails("uma." + name + "@example.com")).as(written).isEqualTo(1);
        }
        Office.ok(provider.post(bookings, booking("Email", "uma.api@example.com\u00a0")));
        assertThat(mails("uma.api@example.com")).isEqualTo(1);
    }

    @Test
    void aNumberThatNobodyCanReadIsAskedForOnceAndKept() {
        HttpResponse<String> asked = FormPost.filled(book)
                .with("phone", "call Ann")
                .with("email", "ann@example.com")
                .send();
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("name=\"phoneAsked\" value=\"call Ann\"");
        // who can't be reached at all, and who wrote another thing that can't be read, is asked again
        assertThat(FormPost.filled(book)
                        .with("phone", "call Ann")
                        .with("phoneAsked", "call Ann")
                        .send()
                        .statusCode())
                .isEqualTo(422);
        assertThat(FormPost.filled(book)
                        .with("phone", "call Bob")
                        .with("phoneAsked", "call Ann")
                        .with("email", "ann@example.com")
                        .send()
                        .statusCode())
                .isEqualTo(422);
        taken(FormPost.filled(book)
                .with("phone", "call Ann")
                .with("phoneAsked", "call Ann")
                .with("email", "ann@example.com")
                .send());
        assertThat(contactsOfLatest()).containsExactly("MobilePhone call Ann", "Email ann@example.com");
        assertThat(latestOnTheCallsScreen()).contains("call Ann", "not a phone number", "ann@example.com");
    }

    private String latestOnTheCallsScreen() {
        long id =
                Office.ok(provider.get(bookings + "?sort=-Id")).at("/data/0/id").longValue();
        return Visitor.signedIn(shop.tenant.owner).get("/calls/" + id).body();
    }

    private static String booking(String type, String value, String... more) {
        return """
                {"source": "Website", "name": "Uma One", "summary": "No heat", "isFirstTimeClient": true,
                 "isSendConfirmationEmail": true, "externalId": "w-%s", "contacts": [{"type": "%s", "value": "%s"}%s]}
                """.formatted(Integer.toHexString((type + value).hashCode()), type, value, String.join("", more));
    }

    @Test
    void whatAProgramSendsStaysOneContactThatIsFoundByBoth() {
        JsonNode made = Office.ok(provider.post(bookings, booking("Phone", "937-555-2131 / 937-555-2132")));
        assertThat(contacts(made.get("id").longValue())).containsExactly("Phone 937-555-2131 / 937-555-2132");
        foundBy("937-555-2131", "9375552132");
        Office.ok(provider.post(
                bookings, booking("Phone", "call me", ", {\"type\": \"Email\", \"value\": \"me@example.com\"}")));
        assertThat(contactsOfLatest()).containsExactly("Phone call me", "Email me@example.com");
        assertThat(latestOnTheCallsScreen()).contains("call me", "not a phone number");
    }

    @Test
    void aLeadHasTheFirstOfEachAndTheRestIsNoted() {
        String path = "/lead-form/" + Server.bean(LeadPages.class).token(shop.tenant.id, form.id());
        taken(lead(path).with("phone", "937-555-2141 / 937-555-2142").send());
        JsonNode first = latestLead();
        assertThat(first.get("summary").stringValue()).isEqualTo("A new furnace\nOther numbers: 937-555-2142");
        assertThat(Visitor.signedIn(shop.tenant.owner)
                        .get("/leads/" + first.get("id").longValue())
                        .body())
                .contains("(937) 555-2141");
        FormPost unreadable = lead(path).with("phone", "call Ann").with("email", "ann@example.com\u00a0");
        assertThat(unreadable.send().statusCode()).isEqualTo(422);
        taken(unreadable.with("phoneAsked", "call Ann").send());
        assertThat(latestLead().get("summary").stringValue()).isEqualTo("A new furnace\nPhone, as written: call Ann");
    }

    private FormPost lead(String path) {
        return FormPost.to(path)
                .with("form", ShownBefore.token(new LeadPages.Open(shop.tenant.id, form).form(), Duration.ofMinutes(1)))
                .with("name", "Avery Lowell")
                .with("summary", "A new furnace");
    }

    private JsonNode latestLead() {
        Api api = shop.tenant.api();
        return Office.ok(api.get(api.path("crm/v2", "/leads?sort=-Id"))).at("/data/0");
    }
}
