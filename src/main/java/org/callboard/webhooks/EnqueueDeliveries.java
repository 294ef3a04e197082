package org.callboard.webhooks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callboard.access.Tenants;
import org.callboard.changes.ChangeFeed;
import org.callboard.changes.ChangeFeed.Entry;
import org.callboard.changes.ChangeFeed.Position;
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
 * deliveries, so each change makes one, whatever breaks in between.
 */
@Service
class EnqueueDeliveries {

    private static final int PART = 500;

    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final ChangeFeed feed;
    private final Map<EntityKind, FeedSource<?>> sources;
    private final Tenants tenants;
    private final JsonMapper json;

    EnqueueDeliveries(
            WebhookStore webhooks,
            DeliveryStore deliveries,
            ChangeFeed feed,
            List<FeedSource<?>> sources,
            Tenants tenants,
            JsonMapper json) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.feed = feed;
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
        Map<EntityKind, Set<Long>> wanted = new EnumMap<>(EntityKind.class);
        for (Entry entry : entries) {
            if (webhook.events().stream().anyMatch(event -> event.means(entry.recordKind(), entry.action()))) {
                wanted.computeIfAbsent(entry.recordKind(), kind -> new HashSet<>())
                        .add(entry.recordId());
            }
        }
        Map<EntityKind, Map<Long, JsonNode>> records = new EnumMap<>(EntityKind.class);
        wanted.forEach((kind, ids) -> records.put(kind, read(tenant, kind, ids)));
        String company = wanted.isEmpty() ? "" : tenants.get(tenant).name();
        List<DeliveryStore.Owed> owed = new ArrayList<>();
        for (Entry entry : entries) {
            JsonNode record = records.getOrDefault(entry.recordKind(), Map.of()).get(entry.recordId());
            if (record == null || !passes(webhook.filter(), record)) {
                continue;
            }
            for (WebhookEvent event : webhook.events()) {
                if (event.means(entry.recordKind(), entry.action())) {
                    owed.add(new DeliveryStore.Owed(
                            event.word(),
                            entry.sequence() + "-" + event.ordinal(),
                            entry.recordKind().word(),
                            entry.recordId(),
                            data(tenant, company, entry.recordKind(), record),
                            entry.happenedOn()));
                }
            }
        }
        return owed;
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

    private String data(long tenant, String company, EntityKind kind, JsonNode record) {
        ObjectNode data = json.createObjectNode();
        data.set(kind.word(), record);
        data.put("tenantId", tenant);
        data.put("tenantName", company);
        return json.writeValueAsString(data);
    }
}
