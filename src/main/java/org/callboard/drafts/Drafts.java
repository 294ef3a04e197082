package org.callboard.drafts;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.callboard.calls.CallChanged;
import org.callboard.calls.CallDesk;
import org.callboard.database.Caller;
import org.callboard.refusals.Refusal.Invalid;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is typed for inquiries and not sent yet: one draft for each, whoever has it. It is no act of business, so nothing of
 * it stands in the change log. A day after its inquiry was closed it is gone.
 */
@Service
public class Drafts {

    /** In bytes; a browser sends no more of what it sends while its page goes away. */
    static final int MAX_SIZE = 64 << 10;

    static final int MAX_FIELDS = 100;

    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    private final DraftStore store;
    private final JsonMapper json;
    private final Clock clock;

    Drafts(DraftStore store, JsonMapper json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    public Optional<Draft> of(long tenant, DraftKey key) {
        return store.find(tenant, key);
    }

    /**
     * Keeps what the current user typed, in place of what was kept.
     *
     * @param fields JSON, as {@link Draft} says it; Invalid for anything else, for more than 100 fields or 64 KB
     * @param version the one that it follows on; 0 where there was none
     * @return its own version; empty where somebody else saved meanwhile, and nothing is kept
     */
    @Transactional
    public Optional<Integer> save(long tenant, DraftKey key, String fields, int version) {
        long user = Objects.requireNonNull(Caller.current().id(), "only a person types");
        return store.save(tenant, key, json.writeValueAsString(read(fields)), version, user, clock.instant());
    }

    /**
     * Puts texts into the draft, whoever saves it meanwhile; what stands in other fields stays.
     *
     * @param fields those that are put anew, each with those without which it says nothing, such as the parts of an
     *     address: one without a text is as if nobody had touched it
     * @param texts what stands in them, as {@link Draft} says it
     * @param stays whether a field stays all the same, by its name and what stands in it; those beside it stay with it
     */
    @Transactional
    public void put(
            long tenant,
            DraftKey key,
            List<List<String>> fields,
            Map<String, List<String>> texts,
            BiPredicate<String, List<String>> stays) {
        Optional<Integer> saved;
        do {
            Optional<Draft> before = store.find(tenant, key);
            Map<String, List<String>> was =
                    before.map(draft -> read(draft.fields())).orElseGet(Map::of);
            Map<String, List<String>> all = new LinkedHashMap<>(was);
            fields.stream()
                    .filter(group -> group.stream()
                            .noneMatch(field -> was.containsKey(field) && stays.test(field, was.get(field))))
                    .flatMap(List::stream)
                    .forEach(field -> all.compute(field, (name, there) -> texts.get(name)));
            if (all.equals(was)) {
                return;
            }
            saved = save(
                    tenant,
                    key,
                    json.writeValueAsString(all),
                    before.map(Draft::version).orElse(0));
        } while (saved.isEmpty());
    }

    /** What was typed for a call goes along with it where it goes on as another one. */
    @EventListener
    void follow(CallChanged change) {
        Long to = change.after().handling().joinedToId();
        if (change.cameTo(CallDesk.Joined) && to != null) {
            store.give(change.tenant(), DraftKey.call(change.after().id()), DraftKey.call(to));
        }
    }

    /** What stands in a field of a draft; empty where nobody touched it. */
    public Optional<String> value(Draft draft, String field) {
        return read(draft.fields()).getOrDefault(field, List.of()).stream().findFirst();
    }

    private Map<String, List<String>> read(String fields) {
        if (fields.getBytes(StandardCharsets.UTF_8).length > MAX_SIZE) {
            throw new Invalid("fields", "At most 64 KB are kept.");
        }
        Map<String, List<String>> read;
        try {
            read = json.readValue(fields, FIELDS);
        } catch (JacksonException e) {
            throw new Invalid("fields", "Names and lists of texts are expected.");
        }
        if (read == null || read.values().stream().anyMatch(Drafts::isIncomplete)) {
            throw new Invalid("fields", "Names and lists of texts are expected.");
        }
        if (read.size() > MAX_FIELDS) {
            throw new Invalid("fields", "At most " + MAX_FIELDS + " fields are kept.");
        }
        return read;
    }

    private static boolean isIncomplete(List<String> texts) {
        return texts == null || texts.stream().anyMatch(Objects::isNull);
    }
}
