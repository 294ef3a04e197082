package org.callboard.mergeapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.callboard.details.RecordKind;
import org.callboard.testing.Api;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A company whose duplicates a program merges. */
final class MergingOffice {

    static final String APPLICATION = "7f1c5a52-3d0f-4b7c-9a53-0d4f6f0b8a11";
    static final String OTHER = "3b0f0c8e-5f8e-4a53-8a52-c5d1f6f0b8a1";

    final Office office = new Office();
    final Api api = office.tenant.merging();
    final String merges = api.path("callboard/v1", "/merges");

    /** A customer with one location. */
    JsonNode customer(String name) {
        return office.customer(name);
    }

    static long id(JsonNode record) {
        return record.get("id").longValue();
    }

    static long place(JsonNode customer) {
        return customer.at("/locations/0/id").longValue();
    }

    long location(long customer, String name) {
        return id(Office.ok(api.post(
                office.locations,
                "{\"customerId\":%d,\"name\":\"%s\",\"address\":%s}".formatted(customer, name, Office.ADDRESS))));
    }

    String merge(RecordKind kind, long kept) {
        return api.path("callboard/v1", "/" + kind.word() + "s/" + kept + "/merge");
    }

    static String asked(long removed, String... more) {
        StringBuilder body = new StringBuilder("{\"removeId\":" + removed);
        for (String one : more) {
            body.append(",").append(one);
        }
        return body.append("}").toString();
    }

    static String tag(JsonNode preview) {
        return "\"planTag\":\"" + preview.get("planTag").stringValue() + "\"";
    }

    JsonNode preview(RecordKind kind, long kept, long removed, String... more) {
        return Office.ok(api.post(merge(kind, kept) + "-preview", asked(removed, more)));
    }

    /** Merges what was looked at. */
    JsonNode merged(RecordKind kind, long kept, long removed) {
        return Office.ok(api.post(merge(kind, kept), asked(removed, tag(preview(kind, kept, removed)))));
    }

    JsonNode mergedCustomers(long kept, long removed) {
        return merged(RecordKind.Customer, kept, removed);
    }

    JsonNode undoPreview(JsonNode merge) {
        return Office.ok(api.get(merges + "/" + id(merge) + "/undo-preview"));
    }

    Api.Answer undo(JsonNode merge) {
        return api.post(merges + "/" + id(merge) + "/undo", "{" + tag(undoPreview(merge)) + "}");
    }

    JsonNode get(long customer) {
        return Office.ok(api.get(office.customers + "/" + customer));
    }

    void change(long customer, String body) {
        Office.ok(api.patch(office.customers + "/" + customer, body));
    }

    void sql(String sql) {
        office.tenant.caller.run(() -> Server.bean(JdbcClient.class).sql(sql).update());
    }

    static JsonNode line(JsonNode preview, String list, String key, String value) {
        return preview.get(list)
                .valueStream()
                .filter(one -> one.get(key).asString().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError(value + " is not in " + preview.get(list)));
    }

    static void refused(Api.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
    }
}
