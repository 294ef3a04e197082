package org.callboard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ADDRESS;
import static org.callboard.testing.Office.ok;
import static org.callboard.testing.Office.wrong;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.callboard.campaigns.Campaign;
import org.callboard.campaigns.Campaigns;
import org.callboard.providers.BookingProviderTag;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.Technician;
import org.callboard.settings.Technicians;
import org.callboard.testing.Api;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;

/** ETag, If-Match and If-None-Match on single records (RFC 9110). */
class ConditionalRequestsTest {

    private static final int AT_ONCE = 6;

    private final Office office = new Office();
    private final Api api = office.api;
    private final BookingProviderTag provider = office.tenant.provider("Website");
    private final String bookings = api.path("crm/v2", "/booking-provider/" + provider.id() + "/bookings");
    private final String people = api.path("crm/v2", "/contacts");

    /**
     * A record that was just made.
     *
     * @param change a PATCH that says "%s" somewhere
     * @param shown whether it can be read by itself; the entries of a customer, location or booking can't
     */
    private record One(String path, String tag, String change, boolean shown) {}

    private One made(String list, String body, String change, boolean shown) {
        Api.Answer answer = api.post(list, body);
        String id = ok(answer).get("id").asString();
        return new One(list + "/" + id, answer.header("ETag"), change, shown);
    }

    private One customer() {
        return made(office.customers, Office.customerBody("Ada"), "{\"name\":\"%s\"}", true);
    }

    private One location() {
        long owner = ok(api.post(office.customers, Office.customerBody("Bob")))
                .get("id")
                .longValue();
        String body = "{\"customerId\":%d,\"name\":\"Lake\",\"address\":%s}".formatted(owner, ADDRESS);
        return made(office.locations, body, "{\"name\":\"%s\"}", true);
    }

    private One booking() {
        return made(bookings, """
                {"source":"Web","name":"Jo","summary":"No heat","isFirstTimeClient":true,"externalId":"%s",
                 "contacts":[{"type":"Phone","value":"937-555-0142"}]}
                """.formatted(UUID.randomUUID()), "{\"name\":\"%s\"}", true);
    }

    private One person() {
        return made(people, "{}", "{\"isArchived\":false,\"name\":\"%s\"}", true);
    }

    private One entry(String owner, boolean shown) {
        return made(owner, "{\"type\":\"Phone\",\"value\":\"937-555-0142\"}", "{\"memo\":\"%s\"}", shown);
    }

    private One lead() {
        long campaign = office.tenant.caller.call(() -> Server.bean(Campaigns.class)
                .add(office.tenant.id, new Campaign.Details(UUID.randomUUID().toString(), null))
                .id());
        String body = "{\"campaignId\":%d,\"followUpDate\":\"2027-01-04\",\"summary\":\"s\"}".formatted(campaign);
        return made(api.path("crm/v2", "/leads"), body, "{\"summary\":\"%s\"}", true);
    }

    /** The answer to a new one has the secret beside it, so its tag is read. Nothing is told to it: that would show. */
    private One webhook() {
        String list = api.path("callboard/v1", "/webhooks");
        String body = """
                {"url":"https://hooks.example.com/","events":["tn.crm.booking-created"],"bookingProviderId":%d}
                """.formatted(
                        office.tenant.provider(UUID.randomUUID().toString()).id());
        String path = list + "/" + ok(api.post(list, body)).at("/webhook/id").asString();
        return new One(path, tag(path), "{\"description\":\"%s\"}", true);
    }

    /** One of each kind. */
    private List<One> all() {
        One tag = made(
                api.path("crm/v2", "/booking-provider-tags"),
                "{\"tagName\":\"%s\",\"description\":\"d\"}".formatted(UUID.randomUUID()),
                "{\"description\":\"%s\"}",
                true);
        return Stream.of(
                        customer(),
                        location(),
                        booking(),
                        person(),
                        lead(),
                        webhook(),
                        tag,
                        entry(person().path + "/contact-methods", true),
                        entry(customer().path + "/contacts", false),
                        entry(location().path + "/contacts", false),
                        entry(booking().path + "/contacts", false))
                .toList();
    }

    private Api.Answer get(String path, String ifNoneMatch) {
        return Api.send(api.request("GET", path, null, "If-None-Match", ifNoneMatch));
    }

    private Api.Answer change(One one, String word, String... headers) {
        return api.patch(one.path, one.change.formatted(word), headers);
    }

    private String tag(String path) {
        Api.Answer answer = api.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.header("ETag");
    }

    @Test
    void everyRecordHasATagThatEveryChangeReplaces() {
        for (One one : all()) {
            assertThat(one.tag).as(one.path).matches("\"[0-9a-f-]+\"");
            Api.Answer changed = change(one, "first");
            assertThat(changed.status()).as(changed.text()).isEqualTo(200);
            assertThat(changed.header("ETag"))
                    .as(one.path)
                    .matches("\"[0-9a-f-]+\"")
                    .isNotEqualTo(one.tag);
            if (one.shown) {
                assertThat(tag(one.path)).isEqualTo(changed.header("ETag"));
                assertThat(change(one, "first").header("ETag"))
                        .as("the same again changes nothing: %s", one.path)
                        .isEqualTo(changed.header("ETag"));
            }
        }
    }

    @Test
    void whatTheClientHasAlreadyIsNotSentAgain() {
        for (One one : all().stream().filter(One::shown).toList()) {
            for (String names :
                    List.of(one.tag, "W/" + one.tag, "\"other\", " + one.tag, "*", "W/\"a\" , W/" + one.tag)) {
                Api.Answer same = get(one.path, names);
                assertThat(same.status()).as(one.path + " " + names).isEqualTo(304);
                assertThat(same.text()).isEmpty();
                assertThat(same.header("ETag")).isEqualTo(one.tag);
            }
            for (String others : List.of("\"other\"", "\"a\", W/\"b\"", "garbage", one.tag.replace("\"", ""))) {
                Api.Answer whole = get(one.path, others);
                assertThat(whole.status()).as(one.path + " " + others).isEqualTo(200);
                assertThat(whole.json().has("id")).isTrue();
            }
            change(one, "second");
            assertThat(get(one.path, one.tag).status()).as(one.path).isEqualTo(200);
        }
        assertThat(get(office.customers + "/77", "*").status()).isEqualTo(404);
    }

    @Test
    void aHeadIsAGetWithoutItsBody() {
        One one = customer();
        Api.Answer head = Api.send(api.request("HEAD", one.path, null));
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(one.tag);
        assertThat(head.text()).isEmpty();
        for (String names : List.of(one.tag, "*")) {
            Api.Answer same = Api.send(api.request("HEAD", one.path, null, "If-None-Match", names));
            assertThat(same.status()).as(names).isEqualTo(304);
            assertThat(same.header("ETag")).isEqualTo(one.tag);
        }
    }

    @Test
    void aChangeUnderAnOldTagIsRefused() {
        for (One one : all()) {
            Api.Answer first = change(one, "mine", "If-Match", one.tag);
            assertThat(first.status()).as(one.path + first.text()).isEqualTo(200);
            Api.Answer late = change(one, "yours", "If-Match", one.tag);
            assertThat(late.status()).as(one.path).isEqualTo(412);
            assertThat(late.json().propertyNames())
                    .containsExactlyInAnyOrder("type", "title", "status", "traceId", "errors", "data");
            assertThat(late.json().get("status").intValue()).isEqualTo(412);
            String now = first.header("ETag");
            assertThat(change(one, "weak", "If-Match", "W/" + now).status()).isEqualTo(412);
            assertThat(change(one, "wrong", "If-None-Match", "*").status()).isEqualTo(412);
            assertThat(change(one, "wrong", "If-None-Match", now).status()).isEqualTo(412);
            assertThat(wrong(change(one, "bare", "If-Match", "garbage"))).containsExactly("If-Match");
            if (one.shown) {
                assertThat(api.get(one.path).text()).contains("mine");
            }
            assertThat(change(one, "list", "If-Match", "\"a\", " + now).status())
                    .as(one.path)
                    .isEqualTo(200);
            assertThat(change(one, "any", "If-Match", "*").status()).isEqualTo(200);
            assertThat(change(one, "none of these", "If-None-Match", "\"a\"").status())
                    .isEqualTo(200);
        }
        assertThat(api.patch(office.customers + "/77", "{\"name\":\"x\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void ofManyWhoHaveReadTheSameStateOneChangesIt() {
        for (One one : all()) {
            List<Integer> statuses = AtOnce.run(
                    AT_ONCE,
                    i -> () -> change(one, "number " + i, "If-Match", one.tag).status());
            assertThat(statuses.stream().sorted().toList()).as(one.path).containsExactly(200, 412, 412, 412, 412, 412);
        }
    }

    @Test
    void aRemovalUnderAnOldTagIsRefused() {
        List<One> removable =
                all().stream().filter(one -> one.path.contains("/contacts")).toList();
        assertThat(removable).hasSize(5);
        for (One one : removable) {
            String now = change(one, "mine").header("ETag");
            assertThat(delete(one.path, one.tag)).as(one.path).isEqualTo(412);
            assertThat(delete(one.path, now)).as(one.path).isEqualTo(200);
            assertThat(delete(one.path, now)).as(one.path).isEqualTo(404);
        }
    }

    private int delete(String path, String ifMatch) {
        return Api.send(api.request("DELETE", path, null, "If-Match", ifMatch)).status();
    }

    @Test
    void aPutReplacesAKnownStateOrOnlyCreates() {
        String method = "{\"type\":\"Phone\",\"value\":\"937-555-0142\"}";
        String otherMethod = "{\"type\":\"Phone\",\"value\":\"937-555-0143\"}";
        String owner = person().path;
        putting(people + "/" + UUID.randomUUID(), "{\"isArchived\":false}", "{\"isArchived\":true}");
        putting(owner + "/contact-methods/" + UUID.randomUUID(), method, otherMethod);
    }

    private void putting(String path, String body, String other) {
        assertThat(put(path, body, "If-Match", "*").status()).isEqualTo(412);
        assertThat(put(path, body, "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(api.get(path).status()).isEqualTo(404);
        Api.Answer made = put(path, body, "If-None-Match", "*");
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        String tag = made.header("ETag");
        assertThat(put(path, other, "If-None-Match", "*").status()).isEqualTo(412);
        Api.Answer replaced = put(path, other, "If-Match", tag);
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(put(path, body, "If-Match", tag).status()).isEqualTo(412);
        assertThat(tag(path)).isEqualTo(replaced.header("ETag"));
    }

    private Api.Answer put(String path, String body, String... headers) {
        return Api.send(api.request("PUT", path, body, headers));
    }

    @Test
    void whatHangsOnARecordAndIsShownWithItChangesItsTag() {
        long tagType = office.tagType("VIP");
        for (String kind : List.of("customer", "location")) {
            One one = kind.equals("customer") ? customer() : location();
            long field = office.field(kind, "Gate code", DataType.Text, null);
            String app = UUID.randomUUID().toString();
            String last = one.tag;
            for (String body : List.of(
                    "{\"tagTypeIds\":[%d]}".formatted(tagType),
                    "{\"customFields\":[{\"typeId\":%d,\"value\":\"4711\"}]}".formatted(field),
                    "{\"externalData\":{\"applicationGuid\":\"%s\",\"externalData\":[]}}".formatted(app))) {
                last = another(one, last, ok(api.patch(one.path, body)).toString());
            }
            ok(api.delete(one.path + "/tags/" + tagType));
            last = another(one, last, "tag removed");
            ok(api.post(one.path + "/tags/" + tagType, null));
            last = another(one, last, "tag added");
            office.tenant.caller.run(() ->
                    Server.bean(CustomFieldTypes.class).update(office.tenant.id, kind, field, "Gate number", null));
            last = another(one, last, "field renamed");
            assertThat(api.patch(one.path, "{\"name\":\"Old\"}", "If-Match", last)
                            .status())
                    .isEqualTo(200);
        }
        One ada = customer();
        String id = ada.path.substring(ada.path.lastIndexOf('/') + 1);
        String bulk = "{\"customerIds\":[%s],\"tagTypeIds\":[%d]}".formatted(id, tagType);
        ok(put(api.path("crm/v2", "/tags"), bulk));
        another(ada, ada.tag, "bulk tags");

        One lake = location();
        long technician = office.tenant.caller.call(() -> Server.bean(Technicians.class)
                .add(office.tenant.id, new Technician.Details("Sam Lee", null, null, null))
                .id());
        ok(api.post(lake.path + "/preferredtechnician/" + technician, null));
        another(lake, lake.tag, "technician");
    }

    /** The record's tag now, which differs from the last one. */
    private String another(One one, String last, String what) {
        String now = tag(one.path);
        assertThat(now).as(what).isNotEqualTo(last);
        return now;
    }

    @Test
    void aPreferenceHasATagThoughItHasNoVersion() {
        String path = entry(person().path + "/contact-methods", true).path + "/preferences/Marketing";
        String unset = tag(path);
        assertThat(get(path, unset).status()).isEqualTo(304);
        String set = api.patch(path, "{\"value\":\"true\"}", "If-Match", unset).header("ETag");
        assertThat(set).isNotEqualTo(unset).isEqualTo(tag(path));
        assertThat(api.patch(path, "{\"value\":\"false\"}", "If-Match", unset).status())
                .isEqualTo(412);
        assertThat(api.patch(path, "{\"value\":null}", "If-Match", set).header("ETag"))
                .as("the same state has the same tag")
                .isEqualTo(unset);
    }

    @Test
    void aWebhookIsNotRemovedUnderAnOldTag() {
        One one = webhook();
        String now = change(one, "mine").header("ETag");
        assertThat(delete(one.path, one.tag)).isEqualTo(412);
        assertThat(delete(one.path, now)).isEqualTo(200);
        assertThat(delete(one.path, now)).isEqualTo(404);
    }

    @Test
    void anAnswerThatIsGivenAgainHasTheTagThatItHad() {
        One one = customer();
        String key = UUID.randomUUID().toString();
        Api.Answer first = change(one, "mine", "If-Match", one.tag, "Idempotency-Key", key);
        Api.Answer again = change(one, "mine", "If-Match", one.tag, "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag")).isEqualTo(tag(one.path));
    }
}
