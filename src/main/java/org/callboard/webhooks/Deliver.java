package org.callboard.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.callboard.database.Caller;
import org.callboard.secrets.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the deliveries of one webhook that are due: those of one record one after the other, those of different records
 * side by side. What fails is tried again for three days, at growing distances; what was handed over just before a crash
 * is handed over again, under the same id.
 */
@Service
class Deliver {

    /** After the first failure, the second …; beyond them the last one counts. Each by up to a fifth more or less. */
    private static final List<Duration> DISTANCES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8));

    static final Duration GIVE_UP = Duration.ofDays(3);
    private static final int AT_ONCE = 8;
    private static final Duration TURN = Duration.ofSeconds(20);
    private static final Duration MAX_QUIET = Duration.ofMinutes(10);
    private static final int GONE = 410;

    /** Failures in a row from which on the receiver as a whole is left in peace for a while. */
    private static final int MANY = 4;

    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final Sender sender;
    private final Secrets secrets;
    private final StopWebhook stops;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    Deliver(
            WebhookStore webhooks,
            DeliveryStore deliveries,
            Sender sender,
            Secrets secrets,
            StopWebhook stops,
            TransactionTemplate transaction,
            Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.sender = sender;
        this.secrets = secrets;
        this.stops = stops;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Delivers what is due, for a bounded time. Gives when there is more to do; empty where nothing waits. */
    Optional<Instant> due(long tenant, long id) {
        long end = System.nanoTime() + TURN.toNanos();
        while (System.nanoTime() < end) {
            Webhook webhook = webhooks.find(tenant, id).orElse(null);
            if (webhook == null || webhook.state() != Webhook.State.Active) {
                return Optional.empty();
            }
            if (webhook.quietUntil() != null && webhook.quietUntil().isAfter(clock.instant())) {
                return Optional.of(webhook.quietUntil());
            }
            List<Delivery> due = deliveries.due(tenant, id, AT_ONCE);
            if (due.isEmpty()) {
                return deliveries.nextDue(tenant, id);
            }
            if (!sideBySide(tenant, webhook, due)) {
                break; // a receiver that takes nothing gives its place to others, be it that it hangs
            }
        }
        return Optional.of(clock.instant());
    }

    /** False where none was taken. */
    private boolean sideBySide(long tenant, Webhook webhook, List<Delivery> due) {
        List<String> signing = signing(tenant, webhook.id());
        Caller caller = Caller.current();
        List<Future<Boolean>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Delivery delivery : due) {
                running.add(threads.submit(() -> caller.call(() -> deliver(tenant, webhook, delivery, signing))));
            }
        }
        boolean taken = false;
        for (Future<Boolean> one : running) {
            try {
                taken |= one.get();
            } catch (ExecutionException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return taken;
    }

    private List<String> signing(long tenant, long id) {
        WebhookStore.Sealed sealed = webhooks.secrets(tenant, id);
        List<String> all = new ArrayList<>();
        all.add(secrets.decrypt(sealed.secret()));
        if (sealed.former() != null) {
            all.add(secrets.decrypt(sealed.former()));
        }
        return all;
    }

    private boolean deliver(long tenant, Webhook webhook, Delivery delivery, List<String> signing) {
        Instant start = clock.instant();
        String message = "msg_" + tenant + "_" + delivery.id();
        Sender.Answer answer = sender.send(webhook.url(), message, body(tenant, message, delivery), signing);
        transaction.executeWithoutResult(status -> {
            webhooks.lock(tenant, webhook.id());
            deliveries.attempted(tenant, delivery.id(), start, answer.millis(), answer.status(), answer.text());
            if (answer.taken()) {
                deliveries.closed(tenant, delivery.id(), Delivery.State.Delivered);
                webhooks.succeeded(tenant, webhook.id());
            } else {
                failed(tenant, delivery, answer);
            }
        });
        return answer.taken();
    }

    private void failed(long tenant, Delivery delivery, Sender.Answer answer) {
        Instant now = clock.instant();
        Webhook webhook = webhooks.find(tenant, delivery.webhookId()).orElseThrow();
        Instant next = now.plus(distance(delivery.attempts()));
        if (answer.comeBack() != null && answer.comeBack().isAfter(next)) {
            next = answer.comeBack();
        }
        if (next.isAfter(delivery.createdOn().plus(GIVE_UP))) {
            deliveries.closed(tenant, delivery.id(), Delivery.State.Failed);
        } else {
            deliveries.again(tenant, delivery.id(), next);
        }
        webhooks.failed(tenant, webhook.id(), quiet(webhook, answer, now));
        if (Integer.valueOf(GONE).equals(answer.status())) {
            stops.gone(tenant, webhook);
        } else if (webhook.failingSince() != null
                && webhook.failingSince().plus(GIVE_UP).isBefore(now)) {
            stops.silent(tenant, webhook);
        }
    }

    private static @Nullable Instant quiet(Webhook webhook, Sender.Answer answer, Instant now) {
        if (answer.comeBack() != null) {
            return answer.comeBack();
        }
        if (webhook.failures() < MANY) {
            return null;
        }
        Duration pause = distance(webhook.failures() - MANY);
        return now.plus(pause.compareTo(MAX_QUIET) > 0 ? MAX_QUIET : pause);
    }

    static Duration distance(int failures) {
        Duration usual = DISTANCES.get(Math.min(failures, DISTANCES.size() - 1));
        double part = 0.8 + 0.4 * ThreadLocalRandom.current().nextDouble();
        return Duration.ofMillis((long) (usual.toMillis() * part));
    }

    /** A CloudEvent 1.0 in structured JSON. */
    private String body(long tenant, String message, Delivery delivery) {
        ObjectNode event = json.createObjectNode();
        event.put("specversion", "1.0");
        event.put("id", message);
        event.put("type", delivery.event());
        event.put("time", delivery.happenedOn().toString());
        event.put("source", "/callboard/tenants/" + tenant);
        event.put("userassignedid", tenant + "-" + delivery.eventKey());
        event.put("datacontenttype", "application/json");
        JsonNode data = json.readTree(delivery.data());
        event.set("data", data);
        return json.writeValueAsString(event);
    }
}
