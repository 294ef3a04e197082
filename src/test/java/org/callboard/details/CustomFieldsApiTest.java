package org.callboard.details;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callboard.testing.Office.ids;
import static org.callboard.testing.Office.ok;
import static org.callboard.testing.Office.wrong;

import java.util.List;
import org.callboard.http.ApiErrorResponse;
import org.callboard.refusals.Refusal;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.testing.Api;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Contract;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Values of custom fields, by kind, and what becomes of them when the fields change. */
class CustomFieldsApiTest {

    private final Office office = new Office();
    private final long tenant = office.tenant.id;
    private final CustomFieldTypes types = Server.bean(CustomFieldTypes.class);
    private final JsonNode ada = office.customer("Ada");
    private final String own = office.customers + "/" + ada.get("id").longValue();
    private final String place =
            office.locations + "/" + ada.at("/locations/0/id").longValue();

    private static String body(Object... idsAndValues) {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < idsAndValues.length; i += 2) {
            fields.append(i == 0 ? "" : ",")
                    .append("{\"typeId\":%s,\"value\":\"%s\"}".formatted(idsAndValues[i], idsAndValues[i + 1]));
        }
        return "{\"customFields\":[" + fields + "]}";
    }

    private List<String> values(String path) {
        return ok(office.api.get(path))
                .get("customFields")
                .valueStream()
                .map(field -> field.get("value").stringValue())
                .toList();
    }

    private Api.Answer patch(Object... idsAndValues) {
        return Contract.check("Customers_Update", office.api.patch(own, body(idsAndValues)));
    }

    private void change(long id, String name, List<String> options) {
        office.tenant.caller.run(() -> types.update(tenant, "customer", id, name, options));
    }

    private void activate(long id, boolean active) {
        office.tenant.caller.run(() -> types.activate(tenant, "customer", id, active));
    }

    @Test
    void aValueIsHeldAgainstItsKindAndKeptInOneForm() {
        for (String kind : List.of("customer", "location")) {
            String path = kind.equals("customer") ? own : place;
            long number = office.field(kind, "Size", DataType.Numeric, null);
            long date = office.field(kind, "Filter changed", DataType.Date, null);
            long flag = office.field(kind, "Dog", DataType.Boolean, null);
            long list = office.field(kind, "Source", DataType.Dropdown, List.of("Web", "Phone"));
            long text = office.field(kind, "Gate code", DataType.Text, null);
            ok(office.api.patch(
                    path, body(number, " 12.5 ", date, " 2028-02-29", flag, "TRUE", list, "Web ", text, " x ")));
            assertThat(values(path)).containsExactly("12.5", "2028-02-29", "true", "Web", " x ");
            for (String day : List.of(
                    "2026-02-29", "29.2.2028", "2026-1-1", "tomorrow", "2026-03-01T00:00:00Z", "0000-01-01", "")) {
                assertThat(wrong(office.api.patch(path, body(date, day))))
                        .as(day)
                        .containsExactly("customFields[0].value");
            }
            assertThat(wrong(office.api.patch(
                            path, body(flag, "yes", number, "much", list, "Fax", 77, "x", text, "", text, ""))))
                    .containsExactly(
                            "customFields[0].value",
                            "customFields[1].value",
                            "customFields[2].value",
                            "customFields[3].typeId",
                            "customFields[5].typeId");
            assertThat(office.api.patch(path, body(flag, "yes")).text()).contains("true or false is expected for Dog");
            assertThat(values(path)).as("nothing was saved").hasSize(5);
        }
        JsonNode made = ok(office.api.post(
                office.customers,
                Office.customerBody("Bob")
                        .replaceFirst(
                                "\\{",
                                "{\"customFields\":[{\"typeId\":%d,\"value\":\"False\"}],"
                                        .formatted(office.field("customer", "Cat", DataType.Boolean, null)))));
        assertThat(made.at("/customFields/0/value").stringValue()).isEqualTo("false");
    }

    @Test
    void anOptionThatIsTakenOutIsOfferedNoLongerAndLeavesItsValues() {
        long list = office.field("customer", "Source", DataType.Dropdown, List.of("Web", "Phone"));
        ok(patch(list, "Web"));
        change(list, "Source", List.of("Phone", "Radio"));
        assertThat(values(own)).containsExactly("Web");
        ok(patch(list, "Web"));
        JsonNode kept = ok(
                office.api.patch(own, "{\"name\":\"Ada L\"," + body(list, "Web").substring(1)));
        assertThat(kept.get("name").stringValue()).isEqualTo("Ada L");
        ok(patch(list, "Radio"));
        assertThat(wrong(patch(list, "Web"))).containsExactly("customFields[0].value");
        JsonNode page = ok(office.api.get(office.customers + "/custom-fields"));
        assertThat(page.at("/data/0/dataTypeOptions").valueStream().map(JsonNode::stringValue))
                .containsExactly("Phone", "Radio");
        CustomFieldType type = office.tenant.caller.call(() -> types.get(tenant, "customer", list));
        assertThat(type.optionsWith("Web")).containsExactly("Phone", "Radio", "Web");
        assertThat(type.optionsWith("Radio")).containsExactly("Phone", "Radio");
    }

    @Test
    void aRetiredFieldKeepsItsValuesAndTakesNoOther() {
        long flag = office.field("customer", "Dog", DataType.Boolean, null);
        long code = office.field("customer", "Gate code", DataType.Text, null);
        ok(patch(flag, "true", code, "4711"));
        activate(flag, false);
        assertThat(values(own)).containsExactly("true", "4711");
        assertThat(office.ids(office.customers + "/custom-fields")).containsExactly(code);
        ok(patch(flag, "TRUE", code, "4712"));
        assertThat(values(own)).containsExactly("true", "4712");
        Api.Answer refused = patch(flag, "false", code, "4713");
        assertThat(wrong(refused)).containsExactly("customFields[0].value");
        assertThat(refused.text()).contains("Dog is retired and takes no new values.");
        assertThat(wrong(office.api.post(
                        office.customers,
                        Office.customerBody("Bob")
                                .replaceFirst("\\{", body(flag, "true").replaceFirst("\\}$", ",")))))
                .containsExactly("customFields[0].value");
        ok(patch(code, "4712"));
        assertThat(values(own)).as("what is left out goes").containsExactly("4712");
        assertThat(wrong(patch(flag, "true"))).containsExactly("customFields[0].value");
        activate(flag, true);
        ok(patch(flag, "true"));
        assertThat(office.actions("custom-field-type", flag)).containsExactly("updated", "updated", "created");
    }

    @Test
    void theListIsInTheCompanysOrderUnlessAnotherIsAskedFor() {
        long a = office.field("customer", "A", DataType.Text, null);
        long b = office.field("customer", "B", DataType.Text, null);
        long c = office.field("customer", "C", DataType.Date, null);
        long other = office.field("location", "B", DataType.Text, null);
        String list = office.customers + "/custom-fields";
        move(c, true);
        assertThat(office.ids(list)).containsExactly(a, c, b);
        activate(c, false);
        move(b, true);
        assertThat(office.ids(list)).as("past the retired one too").containsExactly(b, a);
        activate(c, true);
        move(b, true);
        move(a, false);
        assertThat(office.ids(list)).containsExactly(b, c, a);
        assertThat(office.ids(list + "?sort=Id")).containsExactly(a, b, c);
        assertThat(office.tenant.caller.call(() -> types.active(tenant, "customer")))
                .extracting(CustomFieldType::name)
                .containsExactly("B", "C", "A");
        long d = office.field("customer", "D", DataType.Text, null);
        assertThat(office.ids(list)).containsExactly(b, c, a, d);
        assertThat(ids(ok(Contract.check("Customers_GetCustomFieldTypes", office.api.get(list + "?page=2&pageSize=2")))
                        .get("data")))
                .containsExactly(a, d);
        assertThatThrownBy(() -> move(other, true)).hasMessageContaining("was not found");
    }

    private void move(long id, boolean up) {
        office.tenant.caller.run(() -> types.move(tenant, "customer", id, up));
    }

    @Test
    void manyWhoArrangeTheFieldsAtOnceLoseNone() {
        List<Long> made = List.of("A", "B", "C", "D", "E", "F").stream()
                .map(name -> office.field("customer", name, DataType.Text, null))
                .toList();
        AtOnce.run(6, i -> () -> {
            move(made.get(i), i % 2 == 0);
            return i;
        });
        assertThat(office.ids(office.customers + "/custom-fields")).containsExactlyInAnyOrderElementsOf(made);
        List<Long> before = office.ids(office.customers + "/custom-fields");
        move(before.getLast(), true);
        assertThat(office.ids(office.customers + "/custom-fields"))
                .containsExactly(
                        before.get(0), before.get(1), before.get(2), before.get(3), before.get(5), before.get(4));
    }

    @Test
    void wrongFieldsAreRefused() {
        office.field("customer", "Source", DataType.Dropdown, List.of("Web"));
        assertThat(problems("Other", DataType.Dropdown, List.of(" ", ""))).containsExactly("dataTypeOptions");
        assertThat(problems("Other", DataType.Dropdown, List.of("Web", "web "))).containsExactly("dataTypeOptions");
        assertThat(problems("Other", DataType.Dropdown, List.of("x".repeat(101))))
                .containsExactly("dataTypeOptions");
        assertThat(problems("Other", DataType.Date, List.of("x"))).containsExactly("dataTypeOptions");
        assertThat(problems(" ", null, null)).containsExactly("dataType", "name");
        assertThat(problems("source", DataType.Text, null)).containsExactly("name");
        office.field("location", "Source", DataType.Text, null);
    }

    private List<String> problems(String name, DataType type, List<String> options) {
        try {
            office.tenant.caller.run(() -> types.add(tenant, "customer", name, type, options));
            return List.of();
        } catch (Refusal e) {
            assertThat(ApiErrorResponse.status(e).value()).isEqualTo(400);
            return List.copyOf(e.errors().keySet());
        }
    }

    private ContactEntry noTexts(RecordKind kind, long owner, long id) {
        return office.tenant.caller.call(() -> Server.bean(TransactionTemplate.class)
                .execute(status -> Server.bean(ContactEntries.class)
                        .change(
                                kind,
                                tenant,
                                owner,
                                id,
                                content -> new ContactContent(
                                        content.type(),
                                        content.value(),
                                        content.memo(),
                                        true,
                                        content.preferences()))));
    }

    @Test
    void aNumberIsMarkedAsTakingNoTexts() {
        String contacts = own + "/contacts";
        JsonNode made = ok(office.api.post(contacts, "{\"type\":\"MobilePhone\",\"value\":\"937-555-0142\"}"));
        long id = made.get("id").longValue();
        long owner = ada.get("id").longValue();
        for (int i = 0; i < 2; i++) {
            ContactEntry marked = noTexts(RecordKind.Customer, owner, id);
            assertThat(marked.content().doNotText()).isTrue();
        }
        JsonNode read = ok(office.api.get(contacts)).at("/data/0");
        assertThat(read.at("/phoneSettings/doNotText").booleanValue()).isTrue();
        assertThat(office.actions("customer-contact", id)).containsExactly("updated", "created");
        ok(office.api.patch(contacts + "/" + id, "{\"memo\":\"m\",\"phoneSettings\":{\"doNotText\":false}}"));
        assertThat(ok(office.api.get(contacts))
                        .at("/data/0/phoneSettings/doNotText")
                        .booleanValue())
                .as("the API can't write it")
                .isTrue();
        long mail = ok(office.api.post(place + "/contacts", "{\"type\":\"Email\",\"value\":\"a@example.com\"}"))
                .get("id")
                .longValue();
        long location = ada.at("/locations/0/id").longValue();
        assertThatThrownBy(() -> noTexts(RecordKind.Location, location, mail))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.errors()).containsKey("doNotText"));
        assertThatThrownBy(() -> noTexts(RecordKind.Location, location, 77)).hasMessageContaining("was not found");
    }
}
