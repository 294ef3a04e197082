package org.callboard.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ADDRESS;
import static org.callboard.testing.Office.ids;
import static org.callboard.testing.Office.ok;
import static org.callboard.testing.Office.wrong;

import java.util.List;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.settings.Technician;
import org.callboard.settings.Technicians;
import org.callboard.testing.Api;
import org.callboard.testing.Contract;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An integration that keeps locations, over HTTP. */
class LocationsApiTest {

    private static final String APP = "0f0e0d0c-1111-4222-8333-444455556666";

    private final Office office = new Office();
    private final Api api = office.api;
    private final String locations = office.locations;
    private final long customer = office.customer("Ada").get("id").longValue();

    private JsonNode create(String name, String more) {
        return ok(
                Contract.check("Locations_Create", api.post(locations, """
                {"customerId":%d,"name":"%s","address":%s%s}""".formatted(customer, name, ADDRESS, more))));
    }

    @Test
    void aLocationComesBackWithItsContactsWhichTheCustomerHasToo() {
        long tag = office.tagType("VIP");
        long field = office.field("location", "Gate code", DataType.Text, null);
        JsonNode made = create("Lake house", """
                ,"tagTypeIds":[%d],"customFields":[{"typeId":%d,"value":"4711"}],"coordinatesSource":"imported",
                "externalData":{"applicationGuid":"%s","externalData":[{"key":"k","value":"v"}]},
                "contacts":[{"type":"Phone","value":"937-555-0150","memo":"caretaker"}]
                """.formatted(tag, field, APP));
        assertThat(made.get("customerId").longValue()).isEqualTo(customer);
        assertThat(made.at("/contacts/0/memo").stringValue()).isEqualTo("caretaker");
        assertThat(made.at("/customFields/0/value").stringValue()).isEqualTo("4711");
        assertThat(made.at("/externalData/0/key").stringValue()).isEqualTo("k");
        long id = made.get("id").longValue();
        JsonNode read = ok(Contract.check("Locations_Get", api.get(locations + "/" + id)));
        assertThat(read.get("tagTypeIds")).hasSize(1);
        JsonNode copies =
                ok(api.get(office.customers + "/" + customer + "/contacts")).get("data");
        assertThat(copies).hasSize(1);
        assertThat(copies.at("/0/value").stringValue()).isEqualTo("937-555-0150");
        assertThat(ok(api.get(locations + "?externalDataApplicationGuid=" + APP))
                        .at("/data/0/externalData"))
                .hasSize(1);
        assertThat(Contract.check("Locations_Get", api.get(locations + "/77")).status())
                .isEqualTo(404);
    }

    @Test
    void wrongFieldsAreNamedAndTheCustomerMustBeThere() {
        assertThat(wrong(Contract.check("Locations_Create", api.post(locations, "{}"))))
                .containsExactly("address", "customerId", "name");
        Api.Answer unknown = api.post(locations, "{\"customerId\":77,\"name\":\"x\",\"address\":" + ADDRESS + "}");
        assertThat(Contract.check("Locations_Create", unknown).status()).isEqualTo(409);
        assertThat(wrong(api.post(locations, """
                {"customerId":%d,"name":"x","address":%s,"tagTypeIds":[5],"coordinatesSource":"Moon"}
                """.formatted(customer, ADDRESS))))
                .containsExactly("coordinatesSource", "tagTypeIds[0]");
        assertThat(wrong(api.post(locations, """
                {"customerId":%d,"name":"x","address":%s,"tagTypeIds":[5],"customFields":[{"typeId":6,"value":""}]}
                """.formatted(customer, ADDRESS))))
                .containsExactly("customFields[0].typeId", "tagTypeIds[0]");
        office.deactivate("customer", customer);
        assertThat(api.post(locations, "{\"customerId\":%d,\"name\":\"x\",\"address\":%s}".formatted(customer, ADDRESS))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aChangeTouchesWhatItNamesAndMayMoveIt() {
        long tag = office.tagType("VIP");
        String own = locations + "/" + create("Lake house", "").get("id").longValue();
        long other = office.customer("Bob").get("id").longValue();
        JsonNode changed = ok(Contract.check("Locations_Update", api.patch(own, """
                {"customerId":%d,"name":"Cabin","taxZoneId":9,"tagTypeIds":[%d],
                 "address":{"street":"1 New St","unit":"","city":"Troy","state":"OH","zip":"45373","country":"USA"}}
                """.formatted(other, tag))));
        assertThat(changed.get("customerId").longValue()).isEqualTo(other);
        assertThat(changed.get("taxZoneId").longValue()).isEqualTo(9);
        assertThat(changed.at("/address/latitude").isNull()).as("another place").isTrue();
        assertThat(ok(api.patch(own, "{\"tagTypeIds\":[]}")).get("tagTypeIds")).isEmpty();
        List<Long> owners = office.tenant.caller.call(() -> Server.bean(JdbcClient.class)
                .sql("select customer_id from location_owner_history")
                .query(Long.class)
                .list());
        assertThat(owners).containsExactly(customer);
        assertThat(Contract.check("Locations_Update", api.patch(own, "{\"customerId\":77}"))
                        .status())
                .isEqualTo(409);
        assertThat(wrong(Contract.check("Locations_Update", api.patch(own, "{\"address\":{\"street\":\"x\"}}"))))
                .containsExactly("address.city", "address.country", "address.state", "address.unit", "address.zip");
        assertThat(api.patch(locations + "/77", "{}").status()).isEqualTo(404);
        assertThat(api.patch(own, "{\"active\":false}").status()).isEqualTo(403);
        assertThat(ok(api.patch(own, "{\"active\":true}")).get("name").stringValue())
                .isEqualTo("Cabin");
    }

    @Test
    void aListIsFiltered() {
        long a = create("Lake house", "").get("id").longValue();
        long other = office.customer("Bob").at("/locations/0/id").longValue();
        Contract.check("Locations_GetList", api.get(locations + "?includeTotal=true"));
        assertThat(office.ids(locations + "?customerId=" + customer))
                .contains(a)
                .doesNotContain(other);
        assertThat(office.ids(locations + "?name=LAKE&zip=454")).containsExactly(a);
        assertThat(office.ids(locations + "?ids=" + other)).containsExactly(other);
        assertThat(office.ids(locations + "?latitude=39.7589&longitude=-84.1920"))
                .hasSize(3);
        office.deactivate("location", a);
        assertThat(office.ids(locations)).doesNotContain(a);
        assertThat(office.ids(locations + "?active=False")).containsExactly(a);
        assertThat(wrong(api.get(locations + "?customerId=x&externalDataValues=1")))
                .containsExactlyInAnyOrder("customerId", "externalDataKey");
        assertThat(wrong(api.get(locations + "?externalDataValues=1"))).containsExactly("externalDataKey");
    }

    @Test
    void notesMayBeCopiedToTheCustomer() {
        String notes = locations + "/" + create("Lake house", "").get("id").longValue() + "/notes";
        JsonNode made = ok(Contract.check(
                "Locations_CreateNote",
                api.post(notes, "{\"text\":\"Dog\",\"pinToTop\":true,\"addToCustomer\":true}")));
        assertThat(made.get("isPinned").booleanValue()).isTrue();
        assertThat(ok(Contract.check("Locations_GetNotes", api.get(notes))).get("data"))
                .hasSize(1);
        assertThat(ok(api.get(office.customers + "/" + customer + "/notes"))
                        .at("/data/0/text")
                        .stringValue())
                .isEqualTo("Dog");
        assertThat(wrong(Contract.check("Locations_CreateNote", api.post(notes, "{}"))))
                .containsExactly("text");
        assertThat(api.get(locations + "/77/notes").status()).isEqualTo(404);
        String one = notes + "/" + made.get("id").longValue();
        assertThat(Contract.check("Locations_DeleteNote", api.delete(one)).status())
                .isEqualTo(200);
        assertThat(Contract.check("Locations_DeleteNote", api.delete(one)).status())
                .isEqualTo(404);
    }

    @Test
    void contactsAreAddedChangedAndRemoved() {
        long id = create("Lake house", "").get("id").longValue();
        String own = locations + "/" + id + "/contacts";
        JsonNode made = ok(Contract.check(
                "Locations_CreateContact", api.post(own, "{\"type\":\"Email\",\"value\":\"lake@example.com\"}")));
        assertThat(made.at("/phoneSettings/phoneNumber").stringValue()).isEmpty();
        assertThat(ok(api.get(office.customers + "/" + customer + "/contacts"))
                        .at("/data/0/value")
                        .stringValue())
                .isEqualTo("lake@example.com");
        String one = own + "/" + made.get("id").longValue();
        assertThat(ok(Contract.check("Locations_UpdateContact", api.patch(one, "{\"memo\":\"m\"}")))
                        .get("memo")
                        .stringValue())
                .isEqualTo("m");
        assertThat(wrong(api.post(own, "{\"type\":\"Email\",\"value\":\"x\"}"))).containsExactly("value");
        assertThat(ok(Contract.check("Locations_GetContactList", api.get(own))).get("data"))
                .hasSize(1);
        String all = locations + "/contacts";
        assertThat(wrong(Contract.check("Locations_GetLocationsContactsList", api.get(all))))
                .containsExactly("locationIds");
        JsonNode page =
                ok(Contract.check("Locations_GetLocationsContactsList", api.get(all + "?createdOnOrAfter=2020-01-01")));
        assertThat(page.at("/data/0/locationId").longValue()).isEqualTo(id);
        assertThat(office.ids(all + "?locationIds=" + id)).hasSize(1);
        office.deactivate("location", id);
        assertThat(Contract.check("Locations_GetContactList", api.get(own)).status())
                .isEqualTo(409);
        assertThat(Contract.check("Locations_DeleteContact", api.delete(one))
                        .json()
                        .get("title")
                        .stringValue())
                .contains("not active");
        assertThat(api.get(locations + "/77/contacts").status()).isEqualTo(404);
    }

    @Test
    void tagsAndCustomFieldsAreItsOwn() {
        long tag = office.tagType("VIP");
        long id = create("Lake house", "").get("id").longValue();
        String tags = locations + "/" + id + "/tags/";
        JsonNode answer = ok(Contract.check("Locations_CreateTag", api.post(tags + tag, null)));
        assertThat(answer.get("locationId").longValue()).isEqualTo(id);
        assertThat(Contract.check("Locations_CreateTag", api.post(tags + 77, null))
                        .status())
                .isEqualTo(404);
        assertThat(Contract.check("Locations_DeleteTag", api.delete(tags + tag)).status())
                .isEqualTo(200);
        assertThat(Contract.check("Locations_DeleteTag", api.delete(tags + tag)).status())
                .isEqualTo(404);
        long field = office.field("location", "Size", DataType.Numeric, null);
        office.field("customer", "Source", DataType.Text, null);
        JsonNode page = ok(Contract.check("Locations_GetCustomFieldTypes", api.get(locations + "/custom-fields")));
        assertThat(ids(page.get("data"))).containsExactly(field);
    }

    @Test
    void aTechnicianMayBePreferred() {
        long technician = office.tenant.caller.call(() -> Server.bean(Technicians.class)
                .add(office.tenant.id, new Technician.Details("Sam Lee", null, null, null))
                .id());
        String own = locations + "/" + create("Lake house", "").get("id").longValue() + "/preferredtechnician";
        Api.Answer none = Contract.check("Locations_GetPreferredTechnician", api.get(own));
        assertThat(none.status()).isEqualTo(200);
        assertThat(none.text()).isEqualTo("null");
        Api.Answer set = Contract.check("Locations_UpdatePreferredTechnician", api.post(own + "/" + technician, null));
        assertThat(set.status()).as(set.text()).isEqualTo(200);
        assertThat(set.text()).isEmpty();
        assertThat(Contract.check("Locations_GetPreferredTechnician", api.get(own))
                        .text())
                .isEqualTo(Long.toString(technician));
        assertThat(api.post(own + "/77", null).status()).isEqualTo(404);
        assertThat(api.get(locations + "/77/preferredtechnician").status()).isEqualTo(404);
    }
}
