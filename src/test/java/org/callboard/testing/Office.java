package org.callboard.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A company whose customers and locations an integration keeps, with a few requests that tests share. */
public final class Office {

    public final TestTenant tenant = TestTenant.create();
    public final Api api = tenant.api();
    public final String customers = api.path("crm/v2", "/customers");
    public final String locations = api.path("crm/v2", "/locations");

    public static final String ADDRESS = """
            {"street":"12 Oak St","unit":null,"city":"Dayton","state":"OH","zip":"45402","country":"USA",
             "latitude":39.7589,"longitude":-84.1916}""";

    /** One location without contacts. */
    public static String customerBody(String name) {
        return """
                {"name":"%s","address":%s,"locations":[{"name":"%s","address":%s}]}""".formatted(name, ADDRESS, name, ADDRESS);
    }

    public JsonNode customer(String name) {
        return ok(Contract.check("Customers_Create", api.post(customers, customerBody(name))));
    }

    public long tagType(String name) {
        return tenant.caller.call(() -> Server.bean(TagTypes.class)
                .add(tenant.id, new TagType.Details(name))
                .id());
    }

    public long field(String recordKind, String name, DataType type, List<String> options) {
        return tenant.caller.call(() -> {
            CustomFieldType field = Server.bean(CustomFieldTypes.class).add(tenant.id, recordKind, name, type, options);
            return field.id();
        });
    }

    /** Puts a record out of use, as a merge does. */
    public void deactivate(String table, long id) {
        tenant.caller.run(() -> Server.bean(JdbcClient.class)
                .sql("update " + table + " set active = false where id = :id")
                .param("id", id)
                .update());
    }

    /** The words of the change log about one record, newest first. */
    public List<String> actions(String kind, long id) {
        return tenant.caller.call(() -> Server.bean(Changes.class).of(tenant.id, EntityKind.of(kind), id).stream()
                .map(change -> change.action().word())
                .toList());
    }

    public List<Long> ids(String path) {
        return ids(ok(api.get(path)).get("data"));
    }

    public static List<Long> ids(JsonNode rows) {
        return rows.valueStream().map(row -> row.get("id").longValue()).toList();
    }

    public static JsonNode ok(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    public static List<String> wrong(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return List.copyOf(answer.json().get("errors").propertyNames());
    }
}
