package org.callboard.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.callboard.settings.CallReason;
import org.callboard.settings.CallReasons;
import org.callboard.testing.Api;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import tools.jackson.databind.JsonNode;

/** A company that gets lists, and an integrator of it who sends them. */
final class Desk {

    final Shop shop = new Shop();
    final Api api = shop.tenant.api();
    final long tenant = shop.tenant.id;
    final long reason = shop.tenant.caller.call(() -> Server.bean(CallReasons.class)
            .add(tenant, new CallReason.Details("Spring tune-up", true))
            .id());

    String path(String rest) {
        return api.path("callboard/v1", "/imports" + rest);
    }

    Api.Answer send(String query, String list, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "text/csv";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return api.post(path("?" + query), list, all);
    }

    String forLeads() {
        return "kind=Leads&campaignId=" + shop.campaign + "&callReasonId=" + reason;
    }

    /** Sends a list, lets all of its work be done, and gives the import's id. */
    long done(String query, String list) {
        Api.Answer answer = send(query, list);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        long id = answer.json().get("id").longValue();
        work(id);
        return id;
    }

    /** Does what is to be done at once, beside the background task that would do it in a moment. */
    void work(long id) {
        assertThat(Server.bean(WorkOnImport.class).on(tenant, id, () -> false)).isFalse();
    }

    JsonNode get(long id) {
        return api.get(path("/" + id)).json();
    }

    String state(long id) {
        return get(id).get("state").stringValue();
    }

    List<JsonNode> rows(long id, String query) {
        return api.get(path("/" + id + "/rows?" + query))
                .json()
                .get("data")
                .valueStream()
                .toList();
    }

    /** Does what was looked at, to its end. */
    void run(long id) {
        ok(id, "run");
        work(id);
    }

    /** Takes it back, to its end. */
    void undo(long id) {
        ok(id, "undo");
        work(id);
    }

    /** A field of all rows, in their order. */
    List<String> all(long id, String field) {
        return rows(id, "").stream().map(row -> row.get(field).asString("")).toList();
    }

    List<String> outcomes(long id) {
        return all(id, "outcome");
    }

    List<String> results(long id) {
        return all(id, "result");
    }

    /** Field: before → after, for the only row of this number. */
    String changes(long id, int row) {
        return rows(id, "").stream()
                .filter(one -> one.get("row").intValue() == row)
                .flatMap(one -> one.get("changes").valueStream())
                .map(change -> change.get("field").stringValue() + ": "
                        + change.get("before").asString("") + " → "
                        + change.get("after").asString(""))
                .collect(Collectors.joining(", "));
    }

    /** Row, outcome, why, and what should be looked at, one line each. */
    List<String> told(long id) {
        return rows(id, "").stream()
                .map(row -> row.get("row").intValue() + " " + row.get("outcome").stringValue()
                        + (row.get("reason").isNull()
                                ? ""
                                : " " + row.get("reason").stringValue())
                        + row.get("warnings")
                                .valueStream()
                                .map(warning -> " " + warning.stringValue())
                                .collect(Collectors.joining())
                        + (row.get("problems").isEmpty() ? "" : " " + row.get("problems")))
                .toList();
    }

    JsonNode ok(long id, String work) {
        return ok(id, work, "");
    }

    JsonNode ok(long id, String work, String body) {
        Api.Answer answer = api.post(path("/" + id + "/" + work), body);
        assertThat(answer.status()).as(answer.text()).isIn(200, 202);
        return answer.json();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
