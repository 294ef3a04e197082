package org.callboard.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.callboard.testing.Api;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Contract;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Which records people belong to, over HTTP. Its codes are the contract's own: an unknown person is a 409. */
class RelationshipsApiTest {

    private static final UUID NOBODY = UUID.fromString("0198c0de-0000-7000-8000-00000000dead");

    private final Shop shop = new Shop();
    private final Api api = shop.tenant.api();
    private final String contacts = api.path("crm/v2", "/contacts");
    private final long customer = shop.customer("Reyes", "937-555-0142", "12 Oak St");
    private final long location = shop.tenant.caller.call(() -> Server.bean(JdbcClient.class)
            .sql("select id from location")
            .query(Long.class)
            .single());
    private final long booking = shop.booking("Reyes", "937-555-0142").id();
    private final String jordan =
            api.post(contacts, "{\"name\":\"Jordan\"}").json().get("id").stringValue();
    private final String own = contacts + "/" + jordan + "/relationships";

    private Api.Answer relate(String path) {
        return Contract.check("Contacts_CreateContactRelationship", Api.send(api.request("POST", path, null)));
    }

    private Api.Answer part(String path) {
        return Contract.check("Contacts_DeleteContactRelationship", api.delete(path));
    }

    @Test
    void aPersonBelongsToRecordsOfAllThreeKindsAndToEachOnce() {
        assertThat(relate(own + "/" + customer + "/customer").text()).isEmpty();
        assertThat(relate(own + "/" + customer + "/Customer").status()).isEqualTo(200);
        assertThat(relate(own + "/" + location + "/location").status()).isEqualTo(200);
        assertThat(relate(own + "/" + booking + "/booking").status()).isEqualTo(200);
        assertThat(slugs("")).containsExactly("customer", "location", "booking");
        assertThat(slugs("?sort=-ModifiedOn")).containsExactly("booking", "location", "customer");
        assertThat(slugs("?typeSlug=location")).containsExactly("location");
        assertThat(slugs("?typeName=booking&typeSlug=Booking")).containsExactly("booking");
        assertThat(slugs("?typeName=Booking&typeSlug=customer")).isEmpty();
        assertThat(slugs("?createdBefore=2020-01-01T00:00:00Z")).isEmpty();
        JsonNode row = list("?relatedEntityId=" + customer + "&typeSlug=customer&includeTotal=true")
                .get("data")
                .get(0);
        assertThat(row.get("relatedEntityId").longValue()).isEqualTo(customer);
        assertThat(row.get("typeName").stringValue()).isEqualTo("Customer");

        assertThat(part(own + "/" + customer + "/customer").status()).isEqualTo(200);
        assertThat(part(own + "/" + customer + "/customer").status()).isEqualTo(409);
        assertThat(slugs("")).containsExactly("location", "booking");
    }

    @Test
    void whatIsUnknownOrWrongHasTheContractsCodes() {
        String nobody = contacts + "/" + NOBODY + "/relationships";
        assertThat(relate(nobody + "/" + customer + "/customer").status()).isEqualTo(409);
        assertThat(part(nobody + "/" + customer + "/customer").status()).isEqualTo(409);
        assertThat(Contract.check("Contacts_GetContactRelationshipList", api.get(nobody))
                        .status())
                .isEqualTo(409);
        assertThat(relate(own + "/987654321/customer").status()).isEqualTo(404);
        assertThat(relate(own + "/987654321/location").status()).isEqualTo(404);
        assertThat(relate(own + "/987654321/booking").status()).isEqualTo(404);
        assertThat(part(own + "/987654321/customer").status()).isEqualTo(409);
        for (String path :
                List.of(own + "/" + customer + "/job", own + "/x/customer", contacts + "/7/relationships/1/customer")) {
            assertThat(relate(path).status()).as(path).isEqualTo(404);
            assertThat(part(path).status()).as(path).isEqualTo(404);
        }
        assertThat(api.get(contacts + "/7/relationships").status()).isEqualTo(404);
        for (String wrong : List.of("typeSlug=job", "typeName=Job", "relatedEntityId=x", "sort=-Name")) {
            Api.Answer answer = Contract.check("Contacts_GetContactRelationshipList", api.get(own + "?" + wrong));
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.json().get("errors").propertyNames()).containsExactly(wrong.split("=", 2)[0]);
        }
    }

    @Test
    void theManyWhoAskAtOnceMakeOneRelationship() {
        assertThat(AtOnce.run(8, number -> () -> relate(own + "/" + customer + "/customer")))
                .extracting(Api.Answer::status)
                .containsOnly(200);
        assertThat(slugs("")).containsExactly("customer");
    }

    @Test
    void thePeopleOfARecordAreListed() {
        String sam = api.post(contacts, "{\"name\":\"Sam\",\"title\":\"Tenant\"}")
                .json()
                .get("id")
                .stringValue();
        relate(own + "/" + customer + "/customer");
        relate(contacts + "/" + sam + "/relationships/" + customer + "/customer");
        assertThat(people(customer + "")).containsExactly(jordan, sam);
        assertThat(people(customer + "?title=tenant&sort=-Id")).containsExactly(sam);
        assertThat(people("987654321")).isEmpty();
        assertThat(api.get(contacts + "/relationships/x").status()).isEqualTo(400);
    }

    @Test
    void whoStillBelongsToARecordIsNotDeleted() {
        relate(own + "/" + customer + "/customer");
        Api.Answer refused = Contract.check("Contacts_DeleteContact", api.delete(contacts + "/" + jordan));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/data/relationships").intValue()).isEqualTo(1);
        part(own + "/" + customer + "/customer");
        assertThat(api.delete(contacts + "/" + jordan).status()).isEqualTo(200);
    }

    private JsonNode list(String query) {
        return Contract.check("Contacts_GetContactRelationshipList", api.get(own + query))
                .json();
    }

    private List<String> slugs(String query) {
        return list(query)
                .get("data")
                .valueStream()
                .map(row -> row.get("typeSlug").stringValue())
                .toList();
    }

    private List<String> people(String rest) {
        return Contract.check("Contacts_GetByRelationshipId", api.get(contacts + "/relationships/" + rest))
                .json()
                .get("data")
                .valueStream()
                .map(row -> row.get("id").stringValue())
                .toList();
    }
}
