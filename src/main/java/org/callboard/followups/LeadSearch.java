package org.callboard.followups;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.callboard.followups.FollowUpFilter.Conditions;
import org.callboard.search.Hit;
import org.callboard.search.Kind;
import org.callboard.search.Results;
import org.callboard.search.Search;
import org.springframework.stereotype.Component;

/** Finds leads by the words of the search box. One that says nothing of the person is found as its customer is. */
@Component
class LeadSearch {

    /** So many leads and so many customers are looked at; who has more of them types another word. */
    private static final int MOST = 200;

    private static final Set<Kind> KINDS = EnumSet.of(Kind.Lead, Kind.Customer);

    private final Search search;

    LeadSearch(Search search) {
        this.search = search;
    }

    /** What the filter asks of a lead. */
    Conditions conditions(long tenant, FollowUpFilter filter) {
        Conditions plain = filter.conditions();
        if (filter.words() == null) {
            return plain;
        }
        Results results = search.find(tenant, filter.words(), KINDS, MOST);
        List<Hit> found = results.hits();
        Map<String, Object> values = new TreeMap<>(plain.values());
        values.put("foundLeads", ids(found, Kind.Lead));
        values.put("foundCustomers", ids(found, Kind.Customer));
        return new Conditions(
                plain.sql() + " and (lead.id = any(:foundLeads) or lead.customer_id = any(:foundCustomers))",
                values,
                results.full());
    }

    private static Long[] ids(List<Hit> found, Kind kind) {
        return found.stream().filter(hit -> hit.kind() == kind).map(Hit::id).toArray(Long[]::new);
    }
}
