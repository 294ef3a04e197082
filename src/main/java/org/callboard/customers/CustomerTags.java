package org.callboard.customers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.callboard.details.CustomDataEntries;
import org.callboard.details.EditDetails;
import org.callboard.details.RecordKind;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tags of customers in bulk. A tag that is there already, or gone already, is no mistake. */
@Service
class CustomerTags {

    private final CustomerStore store;
    private final CustomDataEntries customData;
    private final EditDetails details;

    CustomerTags(CustomerStore store, CustomDataEntries customData, EditDetails details) {
        this.store = store;
        this.customData = customData;
        this.details = details;
    }

    /** Adds every tag to every customer, or nothing: UNKNOWN_REFERENCE with unknown ids, RECORD_MERGED with merged ones. */
    @Transactional
    void addAll(long tenant, Set<Long> ids, Set<Long> tagTypes) {
        requireKnown(tenant, ids, tagTypes);
        details.addTags(RecordKind.Customer, tenant, ids, tagTypes);
    }

    /** Removes every tag from every customer, or nothing; as above. */
    @Transactional
    void removeAll(long tenant, Set<Long> ids, Set<Long> tagTypes) {
        requireKnown(tenant, ids, tagTypes);
        details.removeTags(RecordKind.Customer, tenant, ids, tagTypes);
    }

    private void requireKnown(long tenant, Set<Long> ids, Set<Long> tagTypes) {
        Set<Long> noCustomers = new TreeSet<>(ids);
        Map<Long, Long> merged = new TreeMap<>();
        for (RecordStore.Locked one : store.lockAll(tenant, ids)) {
            noCustomers.remove(one.id());
            if (one.mergedToId() != null) {
                merged.put(one.id(), one.mergedToId());
            }
        }
        if (!merged.isEmpty()) {
            throw RefusalCode.RECORD_MERGED
                    .refuse("These customers were merged into others: " + shortened(List.copyOf(merged.keySet()))
                            + ". Nothing was changed.")
                    .with("mergedToIds", merged);
        }
        List<Long> noTags = customData.unknownTagTypes(tenant, new TreeSet<>(tagTypes));
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
            Refusal refusal =
                    RefusalCode.UNKNOWN_REFERENCE.refuse(String.join(" ", problems) + " Nothing was changed.");
            data.forEach(refusal::with);
            throw refusal;
        }
    }

    /** A title is for people; all ids are in the data. */
    private static String shortened(List<Long> ids) {
        String named =
                String.join(", ", ids.stream().limit(100).map(String::valueOf).toList());
        return ids.size() > 100 ? named + " and " + (ids.size() - 100) + " more" : named;
    }
}
