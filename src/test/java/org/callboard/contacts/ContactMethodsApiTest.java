package org.callboard.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.callboard.testing.Api;
import org.callboard.testing.Contract;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How people are reached and what about, over HTTP. */
class ContactMethodsApiTest {

    private static final UUID NOBODY = UUID.fromString("0198c0de-0000-7000-8000-00000000dead");
    private static final String PHONE =
            "{\"type\":\"mobilephone\",\"value\":\"(937) 555-0142\",\"memo\":\"evenings\",\"referenceId\":\"m-1\"}";

    private final TestTenant tenant = TestTenant.create();
    private final Api api = tenant.api();
    private final String contacts = api.path("crm/v2", "/contacts");
    private final String jordan = person("Jordan");
    private final String methods = jordan + "/contact-methods";

    private String person(String name) {
        return contacts + "/"
                + api.post(contacts, "{\"name\":\"" + name + "\"}")
                        .json()
                        .get("id")
                        .stringValue();
    }

    private JsonNode add(String body) {
        Api.Answer answer = Contract.check("ContactMethods_CreateContactMethod", api.post(methods, body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void aMethodIsAddedReadAndRemoved() {
        JsonNode method = add(PHONE);
        String own = methods + "/" + id(method);
        assertThat(jordan).endsWith(method.get("contactId").stringValue());
        assertThat(method.get("type").stringValue()).isEqualTo("MobilePhone");
        assertThat(method.get("value").stringValue()).isEqualTo("(937) 555-0142");
        assertThat(Contract.check("ContactMethods_GetContactMethod", api.get(own))
                        .json())
                .isEqualTo(method);
        JsonNode list = Contract.check("ContactMethods_GetContactMethods", api.get(methods + "?includeTotal=true"))
                .json();
        assertThat(list.get("totalCount").intValue()).isEqualTo(1);
        assertThat(Contract.check("ContactMethods_DeleteContactMethod", api.delete(own))
                        .status())
                .isEqualTo(200);
        refused("ContactMethods_DeleteContactMethod", api.delete(own), 404);
        refused("ContactMethods_GetContactMethod", api.get(own), 404);
    }

    @Test
    void aWrongMethodIsRefused() {
        named(api.post(methods, "{}"), "type", "value");
        named(api.post(methods, "{\"type\":\"Pager\",\"value\":7,\"memo\":[]}"), "type", "value", "memo");
        named(api.post(methods, "{\"type\":\"Email\",\"value\":\"nobody\"}"), "value");
        named(api.post(methods, "{\"type\":\"Phone\",\"value\":\"none\"}"), "value");
        String nobody = contacts + "/" + NOBODY + "/contact-methods";
        refused("ContactMethods_CreateContactMethod", api.post(nobody, PHONE), 404);
        refused("ContactMethods_GetContactMethods", api.get(nobody), 404);
        refused("ContactMethods_GetContactMethod", api.get(methods + "/x"), 400);
        named(api.get(methods + "?type=Pager"), "type");
    }

    @Test
    void aPutAddsOrReplaces() {
        UUID id = UUID.randomUUID();
        String own = methods + "/" + id;
        JsonNode made = Contract.check("ContactMethods_UpsertContactMethod", api.put(own, PHONE))
                .json();
        assertThat(id(made)).isEqualTo(id.toString());
        assertThat(api.put(own, PHONE).json()).isEqualTo(made);
        JsonNode replaced = Contract.check(
                        "ContactMethods_UpsertContactMethod",
                        api.put(own, "{\"type\":\"Email\",\"value\":\"J@Example.com\"}"))
                .json();
        assertThat(replaced.get("type").stringValue()).isEqualTo("Email");
        assertThat(replaced.get("memo").isNull()).isTrue();
        assertThat(replaced.get("referenceId").isNull()).isTrue();
        assertThat(found("value=j@example.com")).containsExactly(id.toString());

        named(api.put(own, "{\"type\":\"Phone\",\"value\":\"j@example.com\"}"), "value");
        named(api.put(own, "{\"value\":\"937-555-0142\"}"), "type");
        refused(
                "ContactMethods_UpsertContactMethod",
                api.put(contacts + "/" + NOBODY + "/contact-methods/" + id, PHONE),
                404);
        named(api.put(person("Sam") + "/contact-methods/" + id, PHONE), "contactMethodId");
        assertThat(api.get(own).json()).isEqualTo(replaced);
    }

    @Test
    void aChangeTouchesValueAndMemoAlone() {
        String own = methods + "/" + id(add(PHONE));
        JsonNode changed = Contract.check("ContactMethods_UpdateContactMethod", api.patch(own, "{\"memo\":\"work\"}"))
                .json();
        assertThat(changed.get("memo").stringValue()).isEqualTo("work");
        assertThat(changed.get("value").stringValue()).isEqualTo("(937) 555-0142");
        changed = api.patch(own, "{\"value\":\"937 555 0177\",\"memo\":null}").json();
        assertThat(changed.get("memo").stringValue()).isEqualTo("work");
        assertThat(found("value=9375550177")).hasSize(1);
        assertThat(found("value=9375550142")).isEmpty();
        assertThat(api.patch(own, "{\"type\":\"Fax\"}").header("Callboard-Ignored"))
                .isEqualTo("type");
        named(api.patch(own, "{\"value\":\"\"}"), "value");
        named(api.patch(own, "{\"value\":\"nothing\"}"), "value");
        refused("ContactMethods_UpdateContactMethod", api.patch(methods + "/" + NOBODY, "{}"), 404);
        refused(
                "ContactMethods_UpdateContactMethod",
                api.patch(person("Sam") + own.substring(jordan.length()), "{}"),
                404);
    }

    @Test
    void aSearchFindsANumberHoweverItIsWritten() {
        String phone = id(add(PHONE));
        String mail = id(add("{\"type\":\"Email\",\"value\":\"Jordan@Example.com\"}"));
        String sam = person("Sam");
        JsonNode fax = api.post(sam + "/contact-methods", "{\"type\":\"Fax\",\"value\":\"937-555-0142\"}")
                .json();
        for (String value : List.of("%28937%29%20555-0142", "937.555.0142", "%2B19375550142", "+19375550142")) {
            assertThat(found("value=" + value)).as(value).containsExactly(phone, id(fax));
        }
        assertThat(found("value=9375550142&type=Fax")).containsExactly(id(fax));
        assertThat(found("value=jordan@example.COM")).containsExactly(mail);
        assertThat(found("value=937")).isEmpty();
        assertThat(found("type=email")).containsExactly(mail);
        assertThat(found("referenceId=m-1")).containsExactly(phone);
        assertThat(found("contactId=" + sam.substring(sam.lastIndexOf('/') + 1)))
                .containsExactly(id(fax));
        assertThat(found("contactId=" + NOBODY)).isEmpty();
        assertThat(found("sort=-CreatedOn&pageSize=1")).containsExactly(id(fax));
        assertThat(found("createdOnOrAfter=" + fax.get("createdOn").stringValue()))
                .containsExactly(id(fax));
        JsonNode own = api.get(methods + "?value=9375550142").json();
        assertThat(own.get("data")).hasSize(1);
        named(api.get(contacts + "/contact-methods?contactId=x"), "contactId");
    }

    @Test
    void preferencesAreSetReadAndUnset() {
        String own = methods + "/" + id(add(PHONE)) + "/preferences";
        JsonNode none = Contract.check("ContactPreferences_GetContactMethodPreferences", api.get(own))
                .json();
        assertThat(none).hasSize(5);
        assertThat(none.valueStream().allMatch(one -> one.get("value").isNull()))
                .isTrue();
        JsonNode set = Contract.check(
                        "ContactPreferences_UpdateContactMethodPreference",
                        api.patch(own + "/jobstatus", "{\"value\":\"True\"}"))
                .json();
        assertThat(set.get("name").stringValue()).isEqualTo("JobStatus");
        assertThat(set.get("value").stringValue()).isEqualTo("true");
        assertThat(api.patch(own + "/JobStatus", "{}").json()).isEqualTo(set);
        assertThat(Contract.check("ContactPreferences_GetContactMethodPreference", api.get(own + "/JOBSTATUS"))
                        .json())
                .isEqualTo(set);
        assertThat(api.patch(own + "/JobStatus", "{\"value\":null}")
                        .json()
                        .get("value")
                        .isNull())
                .isTrue();

        named(api.patch(own + "/JobStatus", "{\"value\":\"maybe\"}"), "value");
        named(api.patch(own + "/JobStatus", "{\"value\":true}"), "value");
        refused("ContactPreferences_GetContactMethodPreference", api.get(own + "/Telegrams"), 404);
        refused(
                "ContactPreferences_UpdateContactMethodPreference",
                api.patch(own + "/Telegrams", "{\"value\":\"true\"}"),
                404);
        String strange = methods + "/" + NOBODY + "/preferences";
        refused("ContactPreferences_GetContactMethodPreferences", api.get(strange), 404);
        refused(
                "ContactPreferences_UpdateContactMethodPreference",
                api.patch(strange + "/Invoices", "{\"value\":\"true\"}"),
                404);
    }

    private static void named(Api.Answer answer, String... fields) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().get("errors").propertyNames()).containsExactlyInAnyOrder(fields);
    }

    private static void refused(String operation, Api.Answer answer, int status) {
        assertThat(Contract.check(operation, answer).status()).as(answer.text()).isEqualTo(status);
    }

    private static String id(JsonNode node) {
        return node.get("id").stringValue();
    }

    private List<String> found(String query) {
        return Contract.check("Contacts_SearchContactMethods", api.get(contacts + "/contact-methods?" + query))
                .json()
                .get("data")
                .valueStream()
                .map(ContactMethodsApiTest::id)
                .toList();
    }
}
