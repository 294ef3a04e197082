package org.callboard.webhooks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callboard.access.Tenants;
import org.callboard.changes.ChangeFeed;
import org.callboard.changes.ChangeFeed.Entry;
import org.callboard.changes.ChangeFeed.Position;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.changes.FeedSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns what the change log says into deliveries. A webhook's place in the log moves in the transaction that stores its
 * deliveries, so each change makes one, whatever breaks in between. Whoever is told of merges is told of one before of what
 * moved by it.
 */
@Service
class EnqueueDeliveries {

    private static final int PART = 500;

    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final ChangeFeed feed;
    private final Changes changes;
    private final Map<EntityKind, FeedSource<?>> sources;
    private final Tenants tenants;
    private final JsonMapper json;

    EnqueueDeliveries(
            WebhookStore webhooks,
            DeliveryStore deliveries,
            ChangeFeed feed,
            Changes changes,
            List<FeedSource<?>> sources,
            Tenants tenants,
            JsonMapper json) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.feed = feed;
        this.changes = changes;
        this.sources = sources.stream().collect(Collectors.toMap(FeedSource::kind, Function.identity()));
        this.tenants = tenants;
        this.json = json;
    }

    /** Goes on with the log for one active webhook; tells whether there may be more. */
    @Transactional
    public boolean next(long tenant, long id) {
        Webhook webhook = webhooks.lock(tenant, id).orElse(null);
        if (webhook == null || webhook.state() != Webhook.State.Active) {
            return false;
        }
        List<Entry> entries = feed.entries(tenant, webhooks.told(tenant, id), PART);
        if (entries.isEmpty()) {
            return false;
        }
        deliveries.insert(tenant, id, owed(tenant, webhook, entries));
        Position last = entries.getLast().position();
        webhooks.told(tenant, id, last);
        return entries.size() == PART;
    }

    private List<DeliveryStore.Owed> owed(long tenant, Webhook webhook, List<Entry> entries) {
        Map<Long, ObjectNode> data = data(tenant, webhook, entries);
        if (data.isEmpty()) {
            return List.of();
        }
        String company = tenants.get(tenant).name();
        List<DeliveryStore.Owed> owed = new ArrayList<>();
        Entry before = entries.getFirst();
        String merge = mergeBefore(tenant, webhook, before);
        for (Entry entry : entries) {
            if (!entry.isTogetherWith(before)) {
                merge = null;
            }
            before = entry;
            ObjectNode told = data.get(entry.sequence());
            if (told == null) {
                continue;
            }
            told.put("tenantId", tenant);
            told.put("tenantName", company);
            String text = json.writeValueAsString(told);
            for (WebhookEvent event : webhook.events()) {
                if (event.means(entry.recordKind(), entry.action())) {
                    owed.add(new DeliveryStore.Owed(
                            event.word(),
                            event.key(entry),
                            entry.recordKind().word(),
                            entry.recordId(),
                            text,
                            entry.happenedOn(),
                            merge));
                    if (event.isMerge()) {
                        merge = event.key(entry);
                    }
                }
            }
        }
        return owed;
    }

    /** The last merge that the webhook was told of by the transaction of a change, in an earlier part. */
    private @Nullable String mergeBefore(long tenant, Webhook webhook, Entry first) {
        List<WebhookEvent> merges =
                webhook.events().stream().filter(WebhookEvent::isMerge).toList();
        if (merges.isEmpty()) {
            return null;
        }
        List<String> keys = feed.before(tenant, first, WebhookEvent.MERGES).stream()
                .flatMap(entry -> merges.stream()
                        .filter(event -> event.means(entry.recordKind(), entry.action()))
                        .map(event -> event.key(entry)))
                .toList();
        return keys.isEmpty()
                ? null
                : deliveries.last(tenant, webhook.id(), keys).orElse(null);
    }

    /** What is told of those changes that the webhook wants to know of, by their sequence numbers. */
    private Map<Long, ObjectNode> data(long tenant, Webhook webhook, List<Entry> entries) {
        List<Entry> wanted = entries.stream()
                .filter(entry ->
                        webhook.events().stream().anyMatch(event -> event.means(entry.recordKind(), entry.action())))
                .toList();
        Map<Boolean, List<Entry>> byMerge = wanted.stream()
                .collect(Collectors.partitioningBy(entry -> WebhookEvent.MERGES.contains(entry.recordKind())));
        Map<Long, ObjectNode> data = merges(tenant, Objects.requireNonNull(byMerge.get(true)));
        data.putAll(records(tenant, webhook.filter(), Objects.requireNonNull(byMerge.get(false))));
        return data;
    }

    /** A merge is what the log says of it: by now it may be undone. */
    private Map<Long, ObjectNode> merges(long tenant, List<Entry> entries) {
        Map<Long, ObjectNode> data = new HashMap<>();
        if (!entries.isEmpty()) {
            Map<Long, List<Diff.Field>> fields =
                    changes.fields(tenant, entries.stream().map(Entry::sequence).toList());
            for (Entry entry : entries) {
                ObjectNode merge = json.createObjectNode().put("mergeId", entry.recordId());
                Objects.requireNonNull(fields.get(entry.sequence()))
                        .forEach(field -> merge.set(field.name(), json.valueToTree(field.after())));
                data.put(entry.sequence(), merge);
            }
        }
        return data;
    }

    /** A record is told as it is now. */
    private Map<Long, ObjectNode> records(long tenant, Webhook.Filter filter, List<Entry> entries) {
        Map<EntityKind, Set<Long>> wanted = new EnumMap<>(EntityKind.class);
        entries.forEach(entry -> wanted.computeIfAbsent(entry.recordKind(), kind -> new HashSet<>())
                .add(entry.recordId()));
        Map<EntityKind, Map<Long, JsonNode>> records = new EnumMap<>(EntityKind.class);
        wanted.forEach((kind, ids) -> records.put(kind, read(tenant, kind, ids)));
        Map<Long, ObjectNode> data = new HashMap<>();
        for (Entry entry : entries) {
            JsonNode record =
                    Objects.requireNonNull(records.get(entry.recordKind())).get(entry.recordId());
            if (record != null && passes(filter, record)) {
                data.put(
                        entry.sequence(),
                        json.createObjectNode().set(entry.recordKind().word(), record));
            }
        }
        return data;
    }

    private Map<Long, JsonNode> read(long tenant, EntityKind kind, Collection<Long> ids) {
        FeedSource<?> source = sources.get(kind);
        return source == null ? Map.of() : read(tenant, source, ids);
    }

    private <T> Map<Long, JsonNode> read(long tenant, FeedSource<T> source, Collection<Long> ids) {
        return source.byIds(tenant, ids).stream()
                .collect(Collectors.toMap(source::id, shape -> json.valueToTree(source.told(shape))));
    }

    /** A field that a kind of record does not have keeps none of its records out. */
    private static boolean passes(Webhook.Filter filter, JsonNode record) {
        return passes(filter.bookingProviderId(), record, "bookingProviderId")
                && passes(filter.campaignId(), record, "campaignId")
                && passes(filter.businessUnitId(), record, "businessUnitId");
    }

    private static boolean passes(@Nullable Long wanted, JsonNode record, String field) {
        JsonNode value = record.get(field);
        return wanted == null || value == null || value.isIntegralNumber() && value.longValue() == wanted;
    }
}
