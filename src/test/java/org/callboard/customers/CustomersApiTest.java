package org.callboard.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ADDRESS;
import static org.callboard.testing.Office.ids;
import static org.callboard.testing.Office.ok;
import static org.callboard.testing.Office.wrong;

import java.util.EnumSet;
import java.util.List;
import org.callboard.access.Scope;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.testing.Api;
import org.callboard.testing.Contract;
import org.callboard.testing.Office;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An integration that keeps customers, over HTTP. */
class CustomersApiTest {

    private static final String APP = "0f0e0d0c-1111-4222-8333-444455556666";
    private static final String OTHER_APP = "0f0e0d0c-1111-4222-8333-444455557777";

    private final Office office = new Office();
    private final Api api = office.api;
    private final String customers = office.customers;

    @Test
    void aCustomerComesBackWithItsLocationsAndContacts() {
        long tag = office.tagType("VIP");
        long field = office.field("customer", "Gate code", DataType.Text, null);
        long size = office.field("location", "Size", DataType.Numeric, null);
        JsonNode made = ok(
                Contract.check("Customers_Create", api.post(customers, """
                {"name":"Jordan Reyes","type":"commercial","doNotMail":true,"taxExempt":true,"paymentTermId":7,
                 "creditLimit":1500.50,"address":%1$s,"tagTypeIds":["%2$d"],
                 "customFields":[{"typeId":%3$d,"value":"4711"}],
                 "externalData":{"applicationGuid":"%5$s","externalData":[{"key":"crm","value":"A-1"}]},
                 "contacts":[{"type":"MobilePhone","value":"(937) 555-0142"},
                    {"type":"Email","value":"jordan@example.com","memo":"evenings"}],
                 "locations":[
                    {"name":"Home","address":%1$s,"tagTypeIds":[%2$d],"customFields":[{"typeId":%4$d,"value":"12.5"}],
                     "coordinatesSource":"User","coordinatesVerificationStatus":"Verified",
                     "contacts":[{"type":"Phone","value":"937.555.0142"},{"type":"Phone","value":"937-555-0150"}]},
                    {"name":"Shop","address":%1$s}]}
                """.formatted(ADDRESS, tag, field, size, APP))));
        assertThat(made.get("type").stringValue()).isEqualTo("Commercial");
        assertThat(made.get("creditLimit").decimalValue()).isEqualByComparingTo("1500.5");
        assertThat(made.at("/tagTypeIds/0").longValue()).isEqualTo(tag);
        assertThat(made.at("/customFields/0/name").stringValue()).isEqualTo("Gate code");
        assertThat(made.at("/externalData/0/value").stringValue()).isEqualTo("A-1");
        assertThat(made.at("/address/latitude").doubleValue()).isEqualTo(39.7589);
        assertThat(made.get("locations")).hasSize(2);
        assertThat(made.at("/locations/0/contacts")).hasSize(2);
        assertThat(made.at("/locations/0/customFields/0/value").stringValue()).isEqualTo("12.5");
        assertThat(made.at("/locations/1/contacts")).isEmpty();
        assertThat(made.get("contacts"))
                .as("the location's new number is copied")
                .hasSize(3);

        long id = made.get("id").longValue();
        JsonNode read = ok(Contract.check("Customers_Get", api.get(customers + "/" + id + "?pageSize=1")));
        assertThat(read.get("name").stringValue()).isEqualTo("Jordan Reyes");
        assertThat(read.get("externalData"))
                .as("nobody asked for an application's data")
                .isEmpty();
        assertThat(read.get("modifiedOn")).isEqualTo(made.get("modifiedOn"));
        assertThat(office.actions("customer", id)).containsExactly("created");
        assertThat(office.actions("location", made.at("/locations/1/id").longValue()))
                .containsExactly("created");
        assertThat(Contract.check("Customers_Get", api.get(customers + "/77")).status())
                .isEqualTo(404);
        assertThat(api.get(customers + "/x").status()).isEqualTo(400);
    }

    @Test
    void everyWrongFieldOfANewCustomerIsNamedAndNothingIsKept() {
        assertThat(wrong(Contract.check("Customers_Create", api.post(customers, "{\"locations\":[]}"))))
                .containsExactly("address", "locations", "name");
        assertThat(wrong(api.post(customers, """
                {"name":" ","type":"Alien","address":{"street":"1"},"locations":[{"name":"x"}],"creditLimit":"much",
                 "contacts":[{"type":"Pager"}]}""")))
                .contains(
                        "address.city",
                        "address.zip",
                        "contacts[0].type",
                        "contacts[0].value",
                        "creditLimit",
                        "locations[0].address",
                        "name",
                        "type");
        assertThat(wrong(api.post(customers, """
                {"name":"N","address":%1$s,"tagTypeIds":[1],"customFields":[{"typeId":2,"value":"x"}],
                 "contacts":[{"type":"Phone","value":"none"}],
                 "locations":[{"name":"x","address":%2$s,"tagTypeIds":[3],"contacts":[{"type":"Email","value":"x"}]}]}
                """.formatted(
                                ADDRESS, ADDRESS.replace("\"longitude\":-84.1916", "\"longitude\":null")))))
                .containsExactly(
                        "contacts[0].value",
                        "customFields[0].typeId",
                        "locations[0].address.longitude",
                        "locations[0].contacts[0].value",
                        "locations[0].tagTypeIds[0]",
                        "tagTypeIds[0]");
        assertThat(office.ids(customers)).isEmpty();
        assertThat(office.ids(office.locations)).isEmpty();
    }

    @Test
    void aChangeTouchesWhatItNames() {
        long tag = office.tagType("VIP");
        long other = office.tagType("Slow payer");
        long field = office.field("customer", "Source", DataType.Dropdown, List.of("Web", "Phone"));
        long id = office.customer("Ada").get("id").longValue();
        String own = customers + "/" + id;
        JsonNode changed = ok(Contract.check("Customers_Update", api.patch(own, """
                {"name":"Ada L","tagTypeIds":[%d,%d],"customFields":[{"typeId":%d,"value":"Web"}],"doNotService":true,
                 "address":{"street":"1 New St","unit":"","city":"Troy","state":"OH","zip":"45373","country":"USA",
                    "latitude":40.0,"longitude":-84.2}}
                """.formatted(tag, other, field))));
        assertThat(changed.get("tagTypeIds")).hasSize(2);
        assertThat(changed.at("/customFields/0/value").stringValue()).isEqualTo("Web");
        assertThat(changed.at("/address/unit").isNull()).isTrue();
        assertThat(changed.get("doNotService").booleanValue()).isTrue();
        JsonNode again = ok(api.patch(own, "{\"tagTypeIds\":[],\"active\":true,\"memo\":1}"));
        assertThat(again.get("tagTypeIds")).isEmpty();
        assertThat(again.get("customFields")).hasSize(1);
        assertThat(again.get("name").stringValue()).isEqualTo("Ada L");
        assertThat(ok(api.patch(own, "{\"customFields\":[]}")).get("customFields"))
                .isEmpty();
        assertThat(wrong(Contract.check("Customers_Update", api.patch(own, """
                {"name":"","customFields":[{"typeId":1,"value":null}],"address":{"street":"14 Oak St"}}"""))))
                .containsExactly(
                        "address.city",
                        "address.country",
                        "address.latitude",
                        "address.longitude",
                        "address.state",
                        "address.unit",
                        "address.zip",
                        "customFields[0].value",
                        "name");
        assertThat(wrong(api.patch(own, "{\"customFields\":[{\"typeId\":" + field + ",\"value\":\"Fax\"}]}")))
                .containsExactly("customFields[0].value");
        assertThat(api.patch(customers + "/77", "{\"name\":\"x\"}").status()).isEqualTo(404);
        Api.Answer off = api.patch(own, "{\"active\":false,\"name\":\"Gone\"}");
        assertThat(off.status()).isEqualTo(403);
        assertThat(off.json().get("title").stringValue()).contains("deactivate");
        assertThat(ok(api.get(own)).get("name").stringValue()).isEqualTo("Ada L");
    }

    @Test
    void externalDataIsTheApplicationsOwn() {
        String own = customers + "/" + office.customer("Ada").get("id").longValue();
        String replace = "{\"externalData\":{\"applicationGuid\":\"%s\",\"externalData\":%s}}";
        String merge = "{\"externalData\":{\"patchMode\":\"merge\",\"applicationGuid\":\"%s\",\"externalData\":%s}}";
        ok(api.patch(own, replace.formatted(APP, "[{\"key\":\"a\",\"value\":\"1\"},{\"key\":\"b\",\"value\":\"2\"}]")));
        JsonNode merged = ok(Contract.check(
                "Customers_Update",
                api.patch(
                        own,
                        merge.formatted(APP, "[{\"key\":\"a\",\"value\":null},{\"key\":\"c\",\"value\":\"3\"}]"))));
        assertThat(merged.get("externalData")
                        .valueStream()
                        .map(one -> one.get("key").stringValue()))
                .containsExactly("b", "c");
        assertThat(ok(api.patch(own, replace.formatted(OTHER_APP, "[]"))).get("externalData"))
                .isEmpty();
        JsonNode mine =
                ok(Contract.check("Customers_GetList", api.get(customers + "?externalDataApplicationGuid=" + APP)));
        assertThat(mine.at("/data/0/externalData")).hasSize(2);
        String keyed = customers + "?externalDataApplicationGuid=" + APP + "&externalDataKey=b&externalDataValues=";
        assertThat(office.ids(keyed + "1,2")).hasSize(1);
        assertThat(office.ids(keyed + "1,3")).isEmpty();
        assertThat(office.ids(customers + "?externalDataApplicationGuid=" + OTHER_APP))
                .isEmpty();
        assertThat(wrong(api.get(customers + "?externalDataKey=b")))
                .containsExactly("externalDataApplicationGuid", "externalDataValues");
        assertThat(ok(api.patch(own, replace.formatted(APP, "[]"))).get("externalData"))
                .isEmpty();
    }

    @Test
    void aListIsFiltered() {
        long a = ok(api.post(
                        customers,
                        Office.customerBody("Ada Lovelace")
                                .replaceFirst(
                                        "\"name\"",
                                        "\"contacts\":[{\"type\":\"Phone\",\"value\":\"(937) 555-0142\"}],\"name\"")))
                .get("id")
                .longValue();
        long b = ok(api.post(
                        customers,
                        Office.customerBody("Bob 100%")
                                .replace("12 Oak St", "9 Elm Ave")
                                .replace("39.7589", "39.7689")
                                .replace("45402", "45999")))
                .get("id")
                .longValue();
        Contract.check("Customers_GetList", api.get(customers + "?includeTotal=True"));
        assertThat(office.ids(customers + "?sort=-Id")).containsExactly(b, a);
        for (String phone :
                List.of("9375550142", "+1%20937%20555%200142", "937.555.0142", "555-0142", "1-937-555-0142", "0142")) {
            assertThat(office.ids(customers + "?phone=" + phone)).as(phone).containsExactly(a);
        }
        assertThat(office.ids(customers + "?phone=5550143")).isEmpty();
        assertThat(office.ids(customers + "?phone=2125550142")).isEmpty();
        assertThat(wrong(api.get(customers + "?phone=none"))).containsExactly("phone");
        assertThat(office.ids(customers + "?name=LOVE")).containsExactly(a);
        assertThat(office.ids(customers + "?name=0%25")).containsExactly(b);
        assertThat(office.ids(customers + "?street=elm&city=day&state=oh&zip=45999&country=usa"))
                .containsExactly(b);
        assertThat(office.ids(customers + "?latitude=39.7593&longitude=-84.1916"))
                .containsExactly(a);
        assertThat(office.ids(customers + "?latitude=39.7630&longitude=-84.1916"))
                .isEmpty();
        assertThat(wrong(api.get(customers + "?latitude=91"))).contains("latitude");
        assertThat(wrong(api.get(customers + "?latitude=9"))).containsExactly("longitude");
        assertThat(office.ids(customers + "?ids=" + a + "," + b)).hasSize(2);
        assertThat(wrong(api.get(customers + "?ids=" + "1,".repeat(50) + "1"))).containsExactly("ids");
        office.deactivate("customer", b);
        assertThat(office.ids(customers)).containsExactly(a);
        assertThat(office.ids(customers + "?active=false")).containsExactly(b);
        assertThat(office.ids(customers + "?active=Any")).containsExactly(a, b);
        assertThat(wrong(api.get(customers + "?active=maybe"))).containsExactly("active");
        assertThat(office.ids(customers + "?modifiedOnOrAfter=2100-01-01")).isEmpty();
        assertThat(office.ids(customers + "?excludeAccountingChangesFromModifiedDateRange=True"))
                .containsExactly(a);
    }

    @Test
    void tagsAreAddedAndRemoved() {
        long tag = office.tagType("VIP");
        long id = office.customer("Ada").get("id").longValue();
        String tags = customers + "/" + id + "/tags/";
        for (int i = 0; i < 2; i++) {
            JsonNode answer = ok(Contract.check("Customers_CreateTag", api.post(tags + tag, null)));
            assertThat(answer.get("customerId").longValue()).isEqualTo(id);
            assertThat(answer.get("tagTypeIds")).hasSize(1);
        }
        assertThat(Contract.check("Customers_CreateTag", api.post(tags + 77, null))
                        .status())
                .isEqualTo(404);
        assertThat(api.post(customers + "/77/tags/" + tag, null).status()).isEqualTo(404);
        assertThat(Contract.check("Customers_DeleteTag", api.delete(tags + tag)).text())
                .isEmpty();
        assertThat(Contract.check("Customers_DeleteTag", api.delete(tags + tag)).status())
                .isEqualTo(404);
        assertThat(office.actions("customer", id)).containsExactly("tags removed", "tags added", "created");
    }

    @Test
    void customFieldsOfCustomersAreListed() {
        long mine = office.field("customer", "Gate code", DataType.Text, null);
        office.field("location", "Size", DataType.Numeric, null);
        long list = office.field("customer", "Source", DataType.Dropdown, List.of("Web", "Phone"));
        JsonNode page =
                ok(Contract.check("Customers_GetCustomFieldTypes", api.get(customers + "/custom-fields?sort=-Id")));
        assertThat(ids(page.get("data"))).containsExactly(list, mine);
        assertThat(page.at("/data/0/dataTypeOptions")).hasSize(2);
        assertThat(wrong(api.get(customers + "/custom-fields?sort=Name"))).containsExactly("sort");
    }

    @Test
    void aScopeIsNeeded() {
        Api reader = office.tenant.api(EnumSet.of(Scope.CUSTOMERS_READ), null);
        assertThat(reader.get(customers).status()).isEqualTo(200);
        assertThat(reader.post(customers, Office.customerBody("x")).status()).isEqualTo(403);
        assertThat(reader.get(office.locations).status()).isEqualTo(403);
    }
}
