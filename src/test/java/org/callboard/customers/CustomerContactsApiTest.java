package org.callboard.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ok;
import static org.callboard.testing.Office.wrong;

import java.util.List;
import org.callboard.details.Notes;
import org.callboard.details.RecordKind;
import org.callboard.testing.Api;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Contract;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The contacts and notes of customers, over HTTP. */
class CustomerContactsApiTest {

    private final Office office = new Office();
    private final Api api = office.api;
    private final String customers = office.customers;

    @Test
    void notesArePinnedFirstAndCopiedToLocations() {
        JsonNode customer = office.customer("Ada");
        String notes = customers + "/" + customer.get("id").longValue() + "/notes";
        String ofLocation =
                office.locations + "/" + customer.at("/locations/0/id").longValue() + "/notes";
        JsonNode pinned =
                ok(Contract.check("Customers_CreateNote", api.post(notes, "{\"text\":\"Dog\",\"pinToTop\":true}")));
        ok(api.post(notes, "{\"text\":\"Second\",\"addToLocations\":true}"));
        JsonNode list = ok(Contract.check("Customers_GetNotes", api.get(notes + "?includeTotal=true")));
        assertThat(list.at("/data/0/text").stringValue()).isEqualTo("Dog");
        assertThat(list.get("totalCount").intValue()).isEqualTo(2);
        assertThat(ok(api.get(ofLocation)).at("/data/0/text").stringValue()).isEqualTo("Second");
        assertThat(office.ids(notes + "?createdBefore=2020-01-01")).isEmpty();
        assertThat(wrong(api.post(notes, "{\"text\":\"\"}"))).containsExactly("text");
        assertThat(Contract.check("Customers_CreateNote", api.post(customers + "/77/notes", "{\"text\":\"x\"}"))
                        .status())
                .isEqualTo(404);
        assertThat(api.get(customers + "/77/notes").status()).isEqualTo(404);
        String one = notes + "/" + pinned.get("id").longValue();
        assertThat(Contract.check("Customers_DeleteNote", api.delete(one)).text())
                .isEmpty();
        assertThat(Contract.check("Customers_DeleteNote", api.delete(one)).status())
                .isEqualTo(404);
        assertThat(office.actions("customer", customer.get("id").longValue()))
                .containsExactly("note deleted", "note added", "note added", "created");
    }

    @Test
    void ofTwoWhoDeleteANoteAtOnceOneDoes() {
        long id = office.customer("Ada").get("id").longValue();
        String notes = customers + "/" + id + "/notes";
        long note = ok(api.post(notes, "{\"text\":\"Dog\"}")).get("id").longValue();
        Api.Answer second = AtOnce.waiting(
                office.tenant.caller,
                () -> Server.bean(Notes.class).delete(RecordKind.Customer, office.tenant.id, id, note),
                () -> api.delete(notes + "/" + note));
        assertThat(second.status()).isEqualTo(404);
        assertThat(office.actions("customer", id)).containsExactly("note deleted", "note added", "created");
    }

    @Test
    void contactsAreAddedChangedAndRemoved() {
        long id = office.customer("Ada").get("id").longValue();
        String own = customers + "/" + id + "/contacts";
        JsonNode made = ok(Contract.check(
                "Customers_CreateContact", api.post(own, "{\"type\":\"Phone\",\"value\":\"937-555-0199\"}")));
        assertThat(made.at("/phoneSettings/phoneNumber").stringValue()).isEqualTo("937-555-0199");
        assertThat(made.at("/preferences/invoiceStatementNotification").booleanValue())
                .isTrue();
        String one = own + "/" + made.get("id").longValue();
        String flags =
                "{\"memo\":\"work\",\"preferences\":{\"jobRemindersEnabled\":%s,\"marketingUpdatesEnabled\":true,"
                        + "\"invoiceStatementNotification\":%s,\"invoiceNotification\":%s,\"statementNotification\":%s}}";
        JsonNode less = ok(Contract.check(
                "Customers_UpdateContact", api.patch(one, flags.formatted("false", "true", "true", "false"))));
        assertThat(less.at("/preferences/invoiceNotification").booleanValue()).isTrue();
        assertThat(less.at("/preferences/invoiceStatementNotification").booleanValue())
                .isFalse();
        assertThat(less.at("/preferences/jobRemindersEnabled").booleanValue()).isFalse();
        JsonNode both = ok(api.patch(one, flags.formatted("false", "true", "true", "false")));
        assertThat(both.at("/preferences/statementNotification").booleanValue())
                .as("the legacy flag alone was switched on")
                .isTrue();
        assertThat(wrong(api.patch(one, "{\"preferences\":{\"jobRemindersEnabled\":true}}")))
                .hasSize(4);
        assertThat(wrong(Contract.check(
                        "Customers_CreateContact", api.post(own, "{\"type\":\"Phone\",\"value\":\"no\"}"))))
                .containsExactly("value");
        assertThat(wrong(api.post(own, "{}"))).containsExactly("type", "value");
        assertThat(ok(Contract.check("Customers_GetContactList", api.get(own))).get("data"))
                .hasSize(1);
        assertThat(api.patch(own + "/77", "{}").status()).isEqualTo(404);
        assertThat(api.post(customers + "/77/contacts", "{\"type\":\"Phone\",\"value\":\"937-555-0199\"}")
                        .status())
                .isEqualTo(404);
        assertThat(Contract.check("Customers_DeleteContact", api.delete(one)).status())
                .isEqualTo(200);
        assertThat(Contract.check("Customers_DeleteContact", api.delete(one)).status())
                .isEqualTo(404);
        assertThat(office.ids(own)).isEmpty();
        assertThat(office.ids(customers + "?phone=9375550199")).isEmpty();
        assertThat(office.actions("customer-contact", made.get("id").longValue()))
                .containsExactly("deleted", "updated", "updated", "created");
    }

    @Test
    void contactsOfAnInactiveCustomerAreOutOfReach() {
        long id = office.customer("Ada").get("id").longValue();
        String own = customers + "/" + id + "/contacts";
        long contact = ok(api.post(own, "{\"type\":\"Email\",\"value\":\"a@b.c\"}"))
                .get("id")
                .longValue();
        office.deactivate("customer", id);
        for (Api.Answer answer : List.of(
                Contract.check("Customers_GetContactList", api.get(own)),
                Contract.check("Customers_CreateContact", api.post(own, "{\"type\":\"Email\",\"value\":\"a@b.d\"}")),
                Contract.check("Customers_UpdateContact", api.patch(own + "/" + contact, "{\"memo\":\"x\"}")),
                Contract.check("Customers_DeleteContact", api.delete(own + "/" + contact)))) {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.json().get("title").stringValue()).contains("not active");
        }
    }

    @Test
    void theContactsOfAllCustomersNeedAFilter() {
        JsonNode customer = ok(api.post(
                customers,
                Office.customerBody("Ada")
                        .replaceFirst(
                                "\"name\"", "\"contacts\":[{\"type\":\"Email\",\"value\":\"ada@b.c\"}],\"name\"")));
        String all = customers + "/contacts";
        assertThat(wrong(Contract.check("Customers_GetModifiedContactsList", api.get(all))))
                .containsExactly("customerIds");
        assertThat(wrong(api.get(all + "?createdOnOrAfter=2020-01-01"))).containsExactly("customerIds");
        JsonNode page =
                ok(Contract.check("Customers_GetModifiedContactsList", api.get(all + "?modifiedOnOrAfter=2020-01-01")));
        assertThat(page.at("/data/0/customerId")).isEqualTo(customer.get("id"));
        assertThat(page.at("/data/0/phoneSettings/phoneNumber").stringValue()).isEmpty();
        assertThat(office.ids(all + "?customerIds=" + customer.get("id").longValue()))
                .hasSize(1);
        assertThat(office.ids(all + "?customerIds=77")).isEmpty();
    }
}
