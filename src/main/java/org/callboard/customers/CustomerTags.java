package org.callboard.customers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.callboard.changes.Action;
import org.callboard.changes.EntityKind;
import org.callboard.platform.ApiProblem;
import org.callboard.platform.Changes;
import org.callboard.platform.Diff;
import org.callboard.records.Attachments;
import org.callboard.records.RecordKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tags of customers, one by one and in bulk. A tag that is there already, or gone already, is no mistake. */
@Service
public class CustomerTags {

    private final Customers customers;
    private final CustomerStore store;
    private final Attachments attached;
    private final Changes changes;

    CustomerTags(Customers customers, CustomerStore store, Attachments attached, Changes changes) {
        this.customers = customers;
        this.store = store;
        this.attached = attached;
        this.changes = changes;
    }

    /** Adds a tag; 404 for an unknown customer or tag type. */
    @Transactional
    public Customer add(long tenant, long id, long tagType) {
        customers.lock(tenant, id);
        attached.requireTagType(tenant, tagType);
        record(
                tenant,
                attached.addTags(RecordKind.Customer, tenant, List.of(id), List.of(tagType)),
                Action.TAGS_ADDED,
                Set.of(tagType));
        return customers.get(tenant, id);
    }

    /** Removes a tag; 404 for an unknown customer, and for a tag that it does not have. */
    @Transactional
    public void remove(long tenant, long id, long tagType) {
        customers.lock(tenant, id);
        Set<Long> changed = attached.removeTags(RecordKind.Customer, tenant, List.of(id), List.of(tagType));
        if (changed.isEmpty()) {
            throw ApiProblem.notFound("Tag", tagType);
        }
        record(tenant, changed, Action.TAGS_REMOVED, Set.of(tagType));
    }

    /** Adds every tag to every customer, or nothing: 409 that names the ids which are unknown. */
    @Transactional
    void addAll(long tenant, Set<Long> ids, Set<Long> tagTypes) {
        requireKnown(tenant, ids, tagTypes);
        record(tenant, attached.addTags(RecordKind.Customer, tenant, ids, tagTypes), Action.TAGS_ADDED, tagTypes);
    }

    /** Removes every tag from every customer, or nothing: 409 that names the ids which are unknown. */
    @Transactional
    void removeAll(long tenant, Set<Long> ids, Set<Long> tagTypes) {
        requireKnown(tenant, ids, tagTypes);
        record(tenant, attached.removeTags(RecordKind.Customer, tenant, ids, tagTypes), Action.TAGS_REMOVED, tagTypes);
    }

    private void requireKnown(long tenant, Set<Long> ids, Set<Long> tagTypes) {
        Set<Long> noCustomers = new TreeSet<>(ids);
        store.lockAll(tenant, ids).forEach(noCustomers::remove);
        List<Long> noTags = attached.unknownTagTypes(tenant, new TreeSet<>(tagTypes));
        List<String> problems = new ArrayList<>();
        Map<String, Object> data = new LinkedHashMap<>();
        if (!noCustomers.isEmpty()) {
            problems.add("There are no customers with these ids: " + shortened(List.copyOf(noCustomers)) + ".");
            data.put("customerIds", noCustomers);
        }
        if (!noTags.isEmpty()) {
            problems.add("There are no tag types with these ids: " + shortened(noTags) + ".");
            data.put("tagTypeIds", noTags);
        }
        if (!problems.isEmpty()) {
            throw ApiProblem.conflict(String.join(" ", problems) + " Nothing was changed.", data);
        }
    }

    /** A title is for people; all ids are in the data. */
    private static String shortened(List<Long> ids) {
        String named =
                String.join(", ", ids.stream().limit(100).map(String::valueOf).toList());
        return ids.size() > 100 ? named + " and " + (ids.size() - 100) + " more" : named;
    }

    private void record(long tenant, Set<Long> changed, Action action, Set<Long> tagTypes) {
        if (changed.isEmpty()) {
            return;
        }
        store.touch(tenant, changed);
        Map<Long, Diff> diffs = new LinkedHashMap<>();
        changed.forEach(id -> diffs.put(id, Diff.none().now("tagTypeIds", List.copyOf(tagTypes))));
        changes.recordAll(EntityKind.CUSTOMER, diffs, action);
    }
}
