package org.callboard.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ok;
import static org.callboard.testing.Office.wrong;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.bookings.Booking;
import org.callboard.bookings.Claims;
import org.callboard.bookings.DismissBooking;
import org.callboard.people.Users;
import org.callboard.providers.BookingProviderTag;
import org.callboard.testing.Api;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Receiver;
import org.callboard.testing.Receiver.Message;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.validation.FieldErrors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Programs that are told what happens, by a server that works and by one that does not. */
class WebhooksTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final Api api = shop.tenant.api();
    private final Receiver receiver = new Receiver();
    private final JdbcClient jdbc = Server.bean(JdbcClient.class);
    private final Webhooks webhooks = Server.bean(Webhooks.class);
    private final SignedInUser dana = shop.tenant.user(Role.CSR);

    @AfterEach
    void close() {
        receiver.close();
    }

    private String hooks(String rest) {
        return api.path("callboard/v1", "/webhooks" + rest);
    }

    /** One whose deliveries the test makes itself, so that it has the time in its hand. */
    private long byHand(WebhookEvent... events) {
        return shop.tenant.caller.call(() -> {
            long id = webhooks.create(
                            tenant,
                            new WebhookDraft(
                                    receiver.url(), null, EnumSet.copyOf(List.of(events)), Webhook.Filter.NONE),
                            null,
                            new FieldErrors())
                    .webhook()
                    .id();
            jdbc.sql("delete from scheduled_tasks where task_instance = :task")
                    .param("task", tenant + ":" + id)
                    .update();
            return id;
        });
    }

    private void run(long id) {
        shop.tenant.caller.run(() -> {
            Server.bean(EnqueueDeliveries.class).next(tenant, id);
            Server.bean(Deliver.class).due(tenant, id);
        });
    }

    /** As if so much time had passed. */
    private void later(long id, Duration time) {
        shop.tenant.caller.run(() -> {
            String past = time.toSeconds() + " seconds";
            jdbc.sql("""
                    update webhook_delivery set due_on = due_on - :past::interval, created_on = created_on - :past::interval
                    where webhook_id = :id
                    """).param("past", past).param("id", id).update();
            jdbc.sql("""
                    update webhook set quiet_until = quiet_until - :past::interval,
                        failing_since = failing_since - :past::interval where id = :id
                    """).param("past", past).param("id", id).update();
        });
    }

    private Delivery.WithAttempts only(long id) {
        return shop.tenant.caller.call(() -> webhooks.delivery(
                tenant,
                id,
                webhooks.deliveries(tenant, id, null, new org.callboard.paging.Paging(1, 50, false))
                        .data()
                        .getFirst()
                        .id()));
    }

    private Webhook.State state(long id) {
        return shop.tenant.caller.call(() -> webhooks.get(tenant, id).state());
    }

    @Test
    void aMessageIsACloudEventThatTheStandardsLibraryVerifies() throws Exception {
        JsonNode made = receiver.subscribe(api, hooks(""), "tn.crm.booking-created", "tn.crm.customer-created");
        String secret = made.get("secret").stringValue();
        Booking booking = shop.booking("Ada", "937-555-0142");
        Message message = receiver.next();
        message.verify(secret);
        JsonNode event = message.json();
        assertThat(event.get("specversion").stringValue()).isEqualTo("1.0");
        assertThat(event.get("type").stringValue()).isEqualTo("tn.crm.booking-created");
        assertThat(event.get("id").stringValue()).isEqualTo(message.id());
        assertThat(event.at("/data/tenantId").longValue()).isEqualTo(tenant);
        JsonNode sent = event.at("/data/booking");
        assertThat(sent.get("active").booleanValue()).isTrue();
        JsonNode read = ok(api.get(api.path("crm/v2", "/bookings/" + booking.id())));
        read.propertyNames().forEach(name -> assertThat(sent.get(name)).as(name).isEqualTo(read.get(name)));
        shop.customer("Ada", "937-555-0142", "12 Oak St");
        assertThat(receiver.next().json().get("type").stringValue()).isEqualTo("tn.crm.customer-created");
    }

    @Test
    void aBookingProviderLearnsWhatBecameOfItsOwnBookings() throws Exception {
        BookingProviderTag other = shop.tenant.provider("Answering service");
        Api bound = shop.tenant.api(shop.provider);
        String path = bound.path("callboard/v1", "/booking-provider/" + shop.provider.id() + "/webhooks");
        JsonNode made = receiver.subscribe(bound, path, "tn.crm.booking-accepted", "tn.crm.booking-dismissed");
        Booking mine = shop.booking("Ada", "937-555-0142");
        shop.tenant.caller.run(() -> Server.bean(org.callboard.bookings.Bookings.class)
                .create(tenant, other.id(), shop.newBooking("Bob", "937-555-0143")));
        dana.caller().run(() -> {
            Server.bean(Claims.class).claim(tenant, mine.id());
            Server.bean(DismissBooking.class).byUser(tenant, mine.id(), shop.reason, "Too far");
        });
        Message accepted = receiver.next();
        accepted.verify(made.get("secret").stringValue());
        assertThat(accepted.json().get("type").stringValue()).isEqualTo("tn.crm.booking-accepted");
        JsonNode dismissed = receiver.next().json();
        assertThat(dismissed.at("/data/booking/status").stringValue()).isEqualTo("Dismissed");
        assertThat(dismissed.at("/data/booking/dismissingReasonId").longValue()).isEqualTo(shop.reason);
        assertThat(receiver.rest()).isEmpty();

        String leads = "{\"url\":\"%s\",\"events\":[\"tn.crm.lead-created\"]}".formatted(receiver.url());
        assertThat(bound.post(path, leads).status()).isEqualTo(403);
        long id = made.at("/webhook/id").longValue();
        String wrong = "{\"url\":7,\"events\":[\"tn.crm.lead-created\"],\"floor\":1}";
        for (Api.Answer answer : List.of(
                Api.send(bound.request("POST", path, wrong, "Prefer", "handling=strict")),
                Api.send(bound.request("PATCH", path + "/" + id, wrong, "Prefer", "handling=strict")))) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.json().get("errors").propertyNames()).containsExactlyInAnyOrder("url", "floor");
        }
        assertThat(ok(bound.get(path)).get("data")).hasSize(1);
        assertThat(ok(api.get(hooks(""))).get("data"))
                .as("another connection sees its own alone")
                .isEmpty();
        assertThat(api.get(hooks("/" + id)).status()).isEqualTo(404);
        assertThat(api.delete(hooks("/" + id)).status()).isEqualTo(404);
        assertThat(bound.get(hooks("")).status()).isEqualTo(403);
    }

    @Test
    void whatFailsIsTriedAgainInOrderAndComesToItsEnd() {
        long id = byHand(WebhookEvent.BOOKING_CREATED, WebhookEvent.BOOKING_UPDATED);
        Booking booking = shop.booking("Ada", "937-555-0142");
        Booking second = shop.booking("Bob", "937-555-0143");
        dana.caller().run(() -> Server.bean(Claims.class).claim(tenant, booking.id()));
        receiver.then(500).then(500);
        run(id);
        assertThat(receiver.rest())
                .as("the heads of both records, and nothing behind them")
                .hasSize(2);
        run(id);
        assertThat(receiver.rest()).as("not due yet").isEmpty();
        later(id, Duration.ofMinutes(1));
        receiver.then(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "3600");
            Receiver.answer(exchange, 429);
        });
        run(id);
        receiver.rest();
        later(id, Duration.ofMinutes(30));
        run(id);
        assertThat(receiver.rest()).as("left in peace for as long as it asked").isEmpty();
        later(id, Duration.ofMinutes(31));
        run(id);
        run(id);
        List<Delivery> all = shop.tenant.caller.call(
                () -> webhooks.deliveries(tenant, id, null, new org.callboard.paging.Paging(1, 50, false))
                        .data());
        assertThat(all).hasSize(3).allMatch(one -> one.state() == Delivery.State.Delivered);
        List<Delivery> ofFirst =
                all.stream().filter(one -> one.recordId() == booking.id()).toList();
        assertThat(ofFirst.getLast().closedOn())
                .as("what happened first arrived first")
                .isBefore(ofFirst.getFirst().closedOn());
        assertThat(all.stream().filter(one -> one.recordId() == second.id())).hasSize(1);
        assertThat(shop.tenant.caller.call(() -> webhooks.get(tenant, id).failures()))
                .isZero();
    }

    @Test
    void aHandOverWithoutARecordIsRepeatedUnderTheSameId() {
        long id = byHand(WebhookEvent.BOOKING_CREATED);
        shop.booking("Ada", "937-555-0142");
        run(id);
        String first = receiver.next().id();
        shop.tenant.caller.run(
                () -> jdbc.sql("update webhook_delivery set state = 'Pending', closed_on = null where webhook_id = :id")
                        .param("id", id)
                        .update());
        run(id);
        assertThat(receiver.next().id()).isEqualTo(first);
    }

    @Test
    void aReceiverThatIsGoneOrSilentForThreeDaysIsStopped() {
        long gone = byHand(WebhookEvent.BOOKING_CREATED);
        shop.booking("Ada", "937-555-0142");
        receiver.then(410);
        run(gone);
        assertThat(state(gone)).isEqualTo(Webhook.State.Gone);
        receiver.rest();
        run(gone);
        assertThat(receiver.rest()).isEmpty();

        long silent = byHand(WebhookEvent.BOOKING_CREATED);
        shop.booking("Bob", "937-555-0143");
        receiver.then(500);
        run(silent);
        later(silent, Duration.ofHours(73));
        receiver.then(503);
        run(silent);
        assertThat(only(silent).delivery().state()).isEqualTo(Delivery.State.Failed);
        assertThat(only(silent).attempts()).extracting(Delivery.Attempt::status).containsExactly(500, 503);
        assertThat(state(silent)).isEqualTo(Webhook.State.Failing);

        shop.tenant.caller.run(() -> webhooks.pause(tenant, silent, false));
        shop.tenant.caller.run(() -> webhooks.replay(
                tenant, silent, Instant.now().minusSeconds(3600), Instant.now().plusSeconds(60)));
        receiver.rest();
        assertThat(receiver.next().json().at("/data/booking/name").stringValue())
                .isEqualTo("Bob");
    }

    @Test
    void managersLearnByMailThatAWebhookWasStopped() {
        SignedInUser manager = shop.tenant.user(Role.Manager);
        shop.tenant.user(Role.CSR);
        SignedInUser former = shop.tenant.user(Role.Manager);
        shop.tenant.caller.run(() -> Server.bean(Users.class).activate(tenant, former.id(), false));
        long id = byHand(WebhookEvent.BOOKING_CREATED);
        for (int i = 0; i < 5; i++) {
            shop.booking("Ada " + i, "937-555-0142");
        }
        for (int i = 0; i < 5; i++) {
            receiver.then(410);
        }
        run(id);
        assertThat(state(id)).isEqualTo(Webhook.State.Gone);
        String host = URI.create(receiver.url()).getHost();
        assertThat(notices())
                .as("one for each manager, though five deliveries found the receiver gone")
                .containsExactlyInAnyOrder(
                        shop.tenant.owner.email() + " The webhook to " + host + " is stopped",
                        manager.email() + " The webhook to " + host + " is stopped");

        shop.tenant.caller.run(() -> webhooks.pause(tenant, id, false));
        receiver.rest();
        receiver.then(410);
        shop.booking("Bob", "937-555-0143");
        run(id);
        assertThat(notices()).as("once more for the second time").hasSize(4);
        shop.tenant.caller.run(() -> webhooks.pause(tenant, id, false));
        shop.tenant.caller.run(() -> webhooks.pause(tenant, id, true));
        assertThat(notices()).as("somebody knows who stops it by hand").hasSize(4);
    }

    private List<String> notices() {
        return shop.tenant.caller.call(() -> jdbc.sql("""
                        select recipient || ' ' || subject from outgoing_message where purpose = 'notice' order by id
                        """).query(String.class).list());
    }

    @Test
    void oneThatHangsKeepsNobodyElseWaiting() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch hangs = new CountDownLatch(1);
        try (Receiver slow = new Receiver()) {
            slow.then(exchange -> {
                hangs.countDown();
                try {
                    release.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                Receiver.answer(exchange, 200);
            });
            ok(api.post(hooks(""), "{\"url\":\"%s\",\"events\":[\"tn.crm.booking-created\"]}".formatted(slow.url())));
            shop.booking("Ada", "937-555-0142");
            hangs.await();
            receiver.subscribe(api, hooks(""), "tn.crm.booking-created");
            shop.booking("Bob", "937-555-0143");
            assertThat(receiver.next().json().at("/data/booking/name").stringValue())
                    .isEqualTo("Bob");
            release.countDown();
        }
    }

    /** More receivers of one company hang than it has places: they must not take those of the others. */
    @Test
    void aCompanyWhoseReceiversHangDelaysNoOther() throws Exception {
        int hanging = 12;
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch hangs = new CountDownLatch(3);
        AtomicInteger held = new AtomicInteger();
        Receiver.Behavior hang = exchange -> {
            held.incrementAndGet();
            hangs.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            Receiver.answer(exchange, 200);
        };
        Shop other = new Shop();
        try (Receiver slow = new Receiver();
                Receiver quick = new Receiver()) {
            for (int i = 0; i < hanging; i++) {
                slow.then(hang);
                shop.tenant.caller.run(() -> webhooks.create(tenant, draft(slow), null, new FieldErrors()));
            }
            other.tenant.caller.run(() -> webhooks.create(other.tenant.id, draft(quick), null, new FieldErrors()));
            shop.booking("Ada", "937-555-0142");
            hangs.await();
            other.booking("Bob", "937-555-0143");
            assertThat(quick.next().json().at("/data/booking/name").stringValue())
                    .isEqualTo("Bob");
            assertThat(held).as("at once").hasValue(3);
            release.countDown();
            for (int i = 0; i < hanging; i++) {
                slow.next();
            }
        }
    }

    private static WebhookDraft draft(Receiver to) {
        return new WebhookDraft(to.url(), null, EnumSet.of(WebhookEvent.BOOKING_CREATED), Webhook.Filter.NONE);
    }

    @Test
    void aChangeIsOwedOnceHoweverManyLook() {
        long id = byHand(WebhookEvent.BOOKING_CREATED);
        for (int i = 0; i < 20; i++) {
            shop.booking("Ada " + i, "937-555-0142");
        }
        AtOnce.run(
                8,
                i -> () -> shop.tenant.caller.call(
                        () -> Server.bean(EnqueueDeliveries.class).next(tenant, id)));
        Integer owed =
                shop.tenant.caller.call(() -> jdbc.sql("select count(*) from webhook_delivery where webhook_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single());
        assertThat(owed).isEqualTo(20);
    }
}
