package org.callboard.webhooks;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.callboard.changes.Action;
import org.callboard.changes.ChangeFeed;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.http.Precondition;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.callboard.secrets.Secrets;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The webhooks of a tenant: making and changing them, and what was delivered. */
@Service
public class Webhooks {

    /** How long a secret that was replaced still signs, beside the new one. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MAX = 50;
    private static final int MAX_OF_A_CONNECTION = 10;

    /** A webhook with its secret, which is shown this once. */
    public record WithSecret(Webhook webhook, String secret) {}

    private final WebhookStore store;
    private final DeliveryStore deliveries;
    private final WebhookTasks tasks;
    private final WebhookRules rules;
    private final ChangeFeed feed;
    private final Secrets secrets;
    private final Changes changes;

    Webhooks(
            WebhookStore store,
            DeliveryStore deliveries,
            WebhookTasks tasks,
            WebhookRules rules,
            ChangeFeed feed,
            Secrets secrets,
            Changes changes) {
        this.store = store;
        this.deliveries = deliveries;
        this.tasks = tasks;
        this.rules = rules;
        this.feed = feed;
        this.secrets = secrets;
        this.changes = changes;
    }

    public List<Webhook> all(long tenant) {
        return store.all(tenant);
    }

    /** One webhook; NotFound where there is none. */
    public Webhook get(long tenant, long id) {
        return store.find(tenant, id).orElseThrow(() -> new NotFound("Webhook", id));
    }

    /**
     * Makes a webhook that is told of what happens from now on. Invalid that names every wrong field, beside what was noted
     * before, WEBHOOK_LIMIT where the company has fifty already, or the connection ten.
     *
     * @param connection the connection that makes it; null where a person does
     */
    @Transactional
    public WithSecret create(long tenant, WebhookDraft draft, @Nullable Long connection, FieldErrors noted) {
        WebhookDraft checked = rules.checked(tenant, draft, noted);
        List<Webhook> others = store.allWhileNoneIsMade(tenant);
        if (others.size() >= MAX) {
            throw RefusalCode.WEBHOOK_LIMIT.refuse("There are " + MAX + " webhooks already; remove one first.");
        }
        if (connection != null
                && others.stream()
                                .filter(one -> connection.equals(one.connectionId()))
                                .count()
                        >= MAX_OF_A_CONNECTION) {
            throw RefusalCode.WEBHOOK_LIMIT.refuse(
                    "This connection has " + MAX_OF_A_CONNECTION + " webhooks already; remove one first.");
        }
        String secret = newSecret();
        long id = store.insert(tenant, checked, connection, secrets.encrypt(secret), feed.settled(tenant));
        changes.record(
                EntityKind.WEBHOOK,
                id,
                Action.CREATED,
                Diff.none().now("url", checked.url()).now("events", checked.events()));
        tasks.start(tenant, id);
        return new WithSecret(get(tenant, id), secret);
    }

    /** Changes a webhook. NotFound where there is none, Invalid that names every wrong field, beside what was noted before. */
    @Transactional
    public Webhook update(long tenant, long id, WebhookDraft draft, FieldErrors noted) {
        Webhook before = lock(tenant, id);
        WebhookDraft checked = rules.checked(tenant, draft, noted);
        Diff diff = Diff.none()
                .field("url", before.url(), checked.url())
                .field("description", before.description(), checked.description())
                .field("events", before.events(), checked.events())
                .field("filter", before.filter(), checked.filter());
        if (!diff.isEmpty()) {
            store.update(tenant, id, checked);
            changes.record(EntityKind.WEBHOOK, id, Action.UPDATED, diff);
        }
        return get(tenant, id);
    }

    /**
     * Changes a webhook, and stops it or lets it go on where {@code active} says so. As for each of the two, and Stale where
     * the precondition does not hold.
     */
    @Transactional
    Webhook update(
            long tenant,
            long id,
            WebhookDraft draft,
            @Nullable Boolean active,
            Precondition precondition,
            FieldErrors noted) {
        precondition.check(lock(tenant, id).tag());
        Webhook changed = update(tenant, id, draft, noted);
        return active == null ? changed : pause(tenant, id, !active);
    }

    /** Stops a webhook, or lets it go on: what happened meanwhile is told then. NotFound where there is none. */
    @Transactional
    public Webhook pause(long tenant, long id, boolean paused) {
        Webhook before = lock(tenant, id);
        Webhook.State state = paused ? Webhook.State.Paused : Webhook.State.Active;
        if (before.state() != state) {
            store.state(tenant, id, state);
            changes.record(
                    EntityKind.WEBHOOK,
                    id,
                    paused ? Action.PAUSED : Action.RESUMED,
                    Diff.none().field("state", before.state(), state));
            if (!paused) {
                tasks.start(tenant, id);
            }
        }
        return get(tenant, id);
    }

    /** Gives a new secret; for a day both sign. NotFound where there is none. */
    @Transactional
    public WithSecret rotate(long tenant, long id) {
        lock(tenant, id);
        String secret = newSecret();
        store.rotate(tenant, id, secrets.encrypt(secret), rules.now().plus(OVERLAP));
        changes.record(EntityKind.WEBHOOK, id, Action.SECRET_REPLACED, Diff.none());
        return new WithSecret(get(tenant, id), secret);
    }

    /** Removes a webhook with all that was owed to it. NotFound where there is none, Stale where the precondition does not hold. */
    @Transactional
    public void remove(long tenant, long id, Precondition precondition) {
        Webhook before = lock(tenant, id);
        precondition.check(before.tag());
        store.delete(tenant, id);
        changes.record(EntityKind.WEBHOOK, id, Action.REMOVED, Diff.none().field("url", before.url(), null));
    }

    /** What was owed to a webhook, the newest first. NotFound where there is none. */
    public Page<Delivery> deliveries(long tenant, long id, Delivery.@Nullable State state, Paging paging) {
        get(tenant, id);
        return deliveries.page(tenant, id, state, paging);
    }

    /** One delivery with its tries. NotFound where the webhook has none with this id. */
    public Delivery.WithAttempts delivery(long tenant, long id, long delivery) {
        return deliveries
                .find(tenant, id, delivery)
                .map(one -> new Delivery.WithAttempts(one, deliveries.attempts(tenant, delivery)))
                .orElseThrow(() -> new NotFound("Delivery", delivery));
    }

    /** Sends one delivery again. NotFound where the webhook has none with this id. */
    @Transactional
    public void replay(long tenant, long id, long delivery) {
        lock(tenant, id);
        if (!deliveries.replay(tenant, id, delivery)) {
            throw new NotFound("Delivery", delivery);
        }
        changes.record(EntityKind.WEBHOOK, id, Action.REPLAYED, Diff.none().now("delivery", delivery));
        tasks.wake(tenant, id);
    }

    /** Sends again what happened in a span of time, and tells how many that are. NotFound, or Invalid for a span that is none. */
    @Transactional
    public int replay(long tenant, long id, Instant from, Instant to) {
        lock(tenant, id);
        new FieldErrors()
                .addIf(!from.isBefore(to), "to", "The end must be after the beginning.")
                .throwIfAny();
        int count = deliveries.replay(tenant, id, from, to);
        changes.record(
                EntityKind.WEBHOOK,
                id,
                Action.REPLAYED,
                Diff.none().now("from", from).now("to", to).now("deliveries", count));
        tasks.wake(tenant, id);
        return count;
    }

    /** Owes a message that says it is a test. NotFound where there is none. */
    @Transactional
    public void test(long tenant, long id) {
        lock(tenant, id);
        Instant now = rules.now();
        String key = "test-" + Base64.getUrlEncoder().withoutPadding().encodeToString(random(9));
        deliveries.insert(
                tenant,
                id,
                List.of(new DeliveryStore.Owed(
                        "callboard.test",
                        key,
                        "test",
                        now.toEpochMilli(),
                        "{\"tenantId\":" + tenant + "}",
                        now,
                        null)));
        tasks.wake(tenant, id);
    }

    private Webhook lock(long tenant, long id) {
        return store.lock(tenant, id).orElseThrow(() -> new NotFound("Webhook", id));
    }

    /** In the form of the Standard Webhooks specification. */
    private static String newSecret() {
        return "whsec_" + Base64.getEncoder().encodeToString(random(32));
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
