package org.callboard.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.testing.Api;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Contract;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** People with guid ids, over HTTP. */
class ContactsApiTest {

    private static final UUID NOBODY = UUID.fromString("0198c0de-0000-7000-8000-00000000dead");

    private final TestTenant tenant = TestTenant.create();
    private final Api api = tenant.api();
    private final String contacts = api.path("crm/v2", "/contacts");

    private JsonNode create(String body) {
        Api.Answer answer = Contract.check("Contacts_Create", api.post(contacts, body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private String own(JsonNode contact) {
        return contacts + "/" + contact.get("id").stringValue();
    }

    @Test
    void aPersonIsCreatedAndRead() {
        JsonNode contact = create("{\"name\":\"Jordan Reyes\",\"title\":\"Owner\",\"referenceId\":\"crm-7\"}");
        assertThat(UUID.fromString(contact.get("id").stringValue()).version()).isEqualTo(7);
        assertThat(contact.get("isArchived").booleanValue()).isFalse();
        assertThat(contact.get("createdBy").longValue()).isZero();
        assertThat(Contract.check("Contacts_Get", api.get(own(contact))).json()).isEqualTo(contact);
        JsonNode nameless = create("{}");
        assertThat(nameless.get("name").isNull()).isTrue();

        refused("Contacts_Create", api.post(contacts, "{\"name\":5,\"title\":\"" + "x".repeat(201) + "\"}"), 400);
        refused("Contacts_Create", api.post(contacts, ""), 400);
        refused("Contacts_Get", api.get(contacts + "/" + NOBODY), 404);
        refused("Contacts_Get", api.get(contacts + "/17"), 400);
        assertThat(api.get(contacts + "/17").json().at("/errors/id/0").stringValue())
                .isEqualTo("A UUID is expected.");
    }

    @Test
    void aPutReplacesAllAndCreatesUnderTheGivenId() {
        String path = contacts + "/" + UUID.randomUUID();
        String body = "{\"name\":\"Sam\",\"title\":\"Tenant\",\"referenceId\":\"r\",\"isArchived\":true}";
        JsonNode made = Contract.check("Contacts_Replace", api.put(path, body)).json();
        assertThat(path).endsWith(made.get("id").stringValue());
        assertThat(made.get("isArchived").booleanValue()).isTrue();
        assertThat(api.put(path, body).json()).isEqualTo(made);
        JsonNode replaced = Contract.check("Contacts_Replace", api.put(path, "{\"isArchived\":false}"))
                .json();
        assertThat(replaced.get("name").isNull()).isTrue();
        assertThat(replaced.get("createdOn")).isEqualTo(made.get("createdOn"));
        assertThat(replaced.get("isArchived").booleanValue()).isFalse();
        assertThat(changes(path)).containsExactly("updated", "created");

        Api.Answer missing = api.put(path, "{\"name\":\"Sam\"}");
        refused("Contacts_Replace", missing, 400);
        assertThat(missing.json().get("errors").propertyNames()).containsExactly("isArchived");
        refused("Contacts_Replace", api.put(contacts + "/x", "{\"isArchived\":false}"), 400);
    }

    @Test
    void theManyWhoPutAtOnceMakeOnePerson() {
        String path = contacts + "/" + UUID.randomUUID();
        assertThat(AtOnce.run(8, number -> () -> api.put(path, "{\"name\":\"Sam\",\"isArchived\":false}")))
                .extracting(Api.Answer::status)
                .containsOnly(200);
        assertThat(changes(path)).containsExactly("created");
        String method = path + "/contact-methods/" + UUID.randomUUID();
        assertThat(AtOnce.run(8, number -> () -> api.put(method, "{\"type\":\"Email\",\"value\":\"s@example.com\"}")))
                .extracting(Api.Answer::status)
                .containsOnly(200);
        assertThat(changes(path)).containsExactly("method added", "created");
    }

    @Test
    void aChangeTellsNullFromNothing() {
        String own = own(create("{\"name\":\"Jordan\",\"title\":\"Owner\",\"referenceId\":\"r\"}"));
        JsonNode changed = Contract.check("Contacts_Update", api.patch(own, "{\"title\":null,\"isArchived\":false}"))
                .json();
        assertThat(changed.get("name").stringValue()).isEqualTo("Jordan");
        assertThat(changed.get("title").isNull()).isTrue();
        assertThat(changed.get("referenceId").stringValue()).isEqualTo("r");
        changed = api.patch(own, "{\"name\":\"Jo\",\"isArchived\":true}").json();
        assertThat(changed.get("name").stringValue()).isEqualTo("Jo");
        assertThat(changed.get("isArchived").booleanValue()).isTrue();

        Api.Answer wrong =
                api.patch(own, "{\"name\":7,\"title\":\"" + "x".repeat(201) + "\",\"isArchived\":\"yes\",\"color\":1}");
        refused("Contacts_Update", wrong, 400);
        assertThat(wrong.json().get("errors").propertyNames()).containsExactlyInAnyOrder("name", "title", "isArchived");
        assertThat(wrong.header("Callboard-Ignored")).isEqualTo("color");
        refused("Contacts_Update", api.patch(own, "{\"name\":\"Jo\"}"), 400);
        refused("Contacts_Update", api.patch(contacts + "/" + NOBODY, "{\"isArchived\":false}"), 404);
    }

    @Test
    void whoIsDeletedIsGoneWithAllThatHangsOnThem() {
        String own = own(create("{\"name\":\"Jordan\"}"));
        JsonNode method = api.post(own + "/contact-methods", "{\"type\":\"Email\",\"value\":\"j@example.com\"}")
                .json();
        String preference = own + "/contact-methods/" + method.get("id").stringValue() + "/preferences/Marketing";
        assertThat(api.patch(preference, "{\"value\":\"false\"}").status()).isEqualTo(200);
        List<String> before = changes(own);
        long number = number(own);
        assertThat(Contract.check("Contacts_DeleteContact", api.delete(own)).status())
                .isEqualTo(200);
        assertThat(before).containsExactly("preference changed", "method added", "created");
        assertThat(history(number).getFirst()).isEqualTo("deleted");
        assertThat(ids("/contact-methods")).isEmpty();
        refused("Contacts_DeleteContact", api.delete(own), 404);
    }

    @Test
    void aListIsFilteredSortedAndPaged() {
        JsonNode second = null;
        String a = id(create("{\"name\":\"Ann Archer\",\"title\":\"Owner\",\"referenceId\":\"r1\"}"));
        second = create("{\"name\":\"Bob\",\"title\":\"Property manager\",\"referenceId\":\"R1\"}");
        String b = id(second);
        String c = id(create("{\"name\":\"Cid Archer\"}"));
        api.patch(contacts + "/" + c, "{\"isArchived\":true}");
        assertThat(ids("")).containsExactly(a, b, c);
        assertThat(ids("?sort=-Id")).containsExactly(c, b, a);
        assertThat(ids("?sort=-modifiedon&pageSize=1")).containsExactly(c);
        assertThat(ids("?name=ARCHER")).containsExactly(a, c);
        assertThat(ids("?title=manager")).containsExactly(b);
        assertThat(ids("?name=%25")).isEmpty();
        assertThat(ids("?referenceId=r1")).containsExactly(a);
        assertThat(ids("?isArchived=True")).containsExactly(c);
        assertThat(ids("?isArchived=false&name=archer")).containsExactly(a);
        String created = second.get("createdOn").stringValue();
        assertThat(ids("?createdBefore=" + created)).containsExactly(a);
        assertThat(ids("?modifiedOnOrAfter=" + created)).containsExactly(b, c);
        JsonNode page = Contract.check("Contacts_GetList", api.get(contacts + "?pageSize=2&includeTotal=true"))
                .json();
        assertThat(page.get("hasMore").booleanValue()).isTrue();
        assertThat(page.get("totalCount").intValue()).isEqualTo(3);
        for (String wrong : List.of("isArchived=maybe", "sort=-Name", "createdBefore=x", "pageSize=0")) {
            Api.Answer answer = api.get(contacts + "?" + wrong);
            refused("Contacts_GetList", answer, 400);
            assertThat(answer.json().get("errors").propertyNames()).containsExactly(wrong.split("=", 2)[0]);
        }
        assertThat(api.get(contacts + "?ids=1").header("Callboard-Ignored")).isEqualTo("ids");
    }

    @Test
    void kindsOfPreferencesAreABareListAndLiteralRoutesWin() {
        JsonNode kinds = Contract.check("Contacts_GetPreferenceMetadataList", api.get(contacts + "/preferences"))
                .json();
        assertThat(kinds.isArray()).isTrue();
        assertThat(kinds.valueStream().map(kind -> kind.get("name").stringValue()))
                .containsExactly("AppointmentReminders", "JobStatus", "Invoices", "Marketing", "Surveys");
        assertThat(kinds.valueStream().map(kind -> kind.get("dataType").stringValue()))
                .containsOnly("Bool");
        assertThat(api.get(contacts + "/contact-methods").json().get("data").isArray())
                .isTrue();
    }

    private static void refused(String operation, Api.Answer answer, int status) {
        assertThat(Contract.check(operation, answer).status()).as(answer.text()).isEqualTo(status);
    }

    private static String id(JsonNode node) {
        return node.get("id").stringValue();
    }

    private List<String> ids(String query) {
        return api.get(contacts + query)
                .json()
                .get("data")
                .valueStream()
                .map(ContactsApiTest::id)
                .toList();
    }

    private List<String> changes(String path) {
        return history(number(path));
    }

    private List<String> history(long number) {
        return tenant.caller.call(() -> Server.bean(Changes.class).of(tenant.id, EntityKind.CONTACT, number)).stream()
                .map(change -> change.action().word())
                .toList();
    }

    private long number(String path) {
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        return tenant.caller.call(() -> Server.bean(JdbcClient.class)
                .sql("select number from contact where id = :id")
                .param("id", id)
                .query(Long.class)
                .single());
    }
}
