package org.callboard.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callboard.testing.Office.ok;
import static org.callboard.testing.Office.wrong;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.callboard.testing.Api;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Receiver;
import org.callboard.testing.Receiver.Message;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** How programs look after their webhooks: registered, changed, given another secret, removed. */
class ManageWebhooksTest {

    private final Shop shop = new Shop();
    private final Api api = shop.tenant.api();
    private final Receiver receiver = new Receiver();
    private final JdbcClient jdbc = Server.bean(JdbcClient.class);

    @AfterEach
    void close() {
        receiver.close();
    }

    private String hooks(String rest) {
        return api.path("callboard/v1", "/webhooks" + rest);
    }

    @Test
    void aConnectionHasTenAtTheMost() {
        List<Api.Answer> answers = Collections.synchronizedList(new ArrayList<>());
        String body = "{\"url\":\"%s\",\"events\":[\"tn.crm.lead-created\"]}".formatted(receiver.url());
        AtOnce.run(12, i -> () -> answers.add(api.post(hooks(""), body)));
        assertThat(answers).extracting(Api.Answer::status).containsOnly(200, 409);
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(10);
        Api.Answer refused = api.post(hooks(""), body);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("webhook-limit");
        assertThat(refused.json().get("title").stringValue())
                .isEqualTo("This connection has 10 webhooks already; remove one first.");
        ok(api.delete(hooks("/" + ok(api.get(hooks(""))).at("/data/0/id").longValue())));
        ok(api.post(hooks(""), body));
        Api another = shop.tenant.api();
        ok(another.post(hooks(""), body));
    }

    @Test
    void aReplacedSecretSignsForAnotherDay() throws Exception {
        JsonNode made = receiver.subscribe(api, hooks(""), "tn.crm.booking-created");
        long id = made.at("/webhook/id").longValue();
        String former = made.get("secret").stringValue();
        String now =
                ok(api.post(hooks("/" + id + "/secret"), null)).get("secret").stringValue();
        assertThat(now).isNotEqualTo(former);
        api.post(hooks("/" + id + "/test"), null);
        Message message = receiver.next();
        message.verify(former);
        message.verify(now);
        assertThat(message.json().get("type").stringValue()).isEqualTo("callboard.test");
        shop.tenant.caller.run(() -> jdbc.sql("update webhook set former_until = now() where id = :id")
                .param("id", id)
                .update());
        api.post(hooks("/" + id + "/test"), null);
        Message later = receiver.next();
        later.verify(now);
        assertThatThrownBy(() -> later.verify(former)).isNotNull();
        byte[] kept = shop.tenant.caller.call(() -> jdbc.sql("select secret from webhook where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single());
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(now.substring(6));
    }

    @Test
    void aWebhookIsChangedStoppedAndRemoved() {
        long id = receiver.subscribe(api, hooks(""), "tn.crm.booking-created")
                .at("/webhook/id")
                .longValue();
        JsonNode changed = ok(api.patch(hooks("/" + id), """
                {"description":"Mirror","events":["tn.crm.location-updated"],"bookingProviderId":%d,"active":false}
                """.formatted(shop.provider.id())));
        assertThat(changed.get("state").stringValue()).isEqualTo("Paused");
        assertThat(changed.get("bookingProviderId").longValue()).isEqualTo(shop.provider.id());
        assertThat(ok(api.patch(hooks("/" + id), "{\"bookingProviderId\":null}"))
                        .get("bookingProviderId")
                        .isNull())
                .isTrue();
        assertThat(wrong(api.post(hooks(""), "{\"url\":\"gopher://x\",\"events\":[\"tn.crm.rain\"]}")))
                .contains("events[0]");
        assertThat(wrong(api.post(
                        hooks(""),
                        "{\"url\":\"x\",\"events\":[\"tn.crm.lead-created\"],\"campaignId\":1,\"businessUnitId\":2}")))
                .containsExactly("businessUnitId", "campaignId", "url");
        assertThat(wrong(api.post(hooks(""), "{}"))).containsExactly("events", "url");
        assertThat(ok(api.get(hooks("/" + id + "/deliveries?state=Pending"))).get("data"))
                .isEmpty();
        assertThat(api.get(hooks("/" + id + "/deliveries/77")).status()).isEqualTo(404);
        assertThat(api.post(hooks("/" + id + "/deliveries/77/replay"), null).status())
                .isEqualTo(404);
        assertThat(wrong(api.post(
                        hooks("/" + id + "/replay"),
                        "{\"from\":\"2026-01-02T00:00:00Z\",\"to\":\"2026-01-01T00:00:00Z\"}")))
                .containsExactly("to");
        assertThat(api.delete(hooks("/" + id)).status()).isEqualTo(200);
        assertThat(api.get(hooks("/" + id)).status()).isEqualTo(404);
    }
}
