package org.callboard.importrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.NormalizedContact;
import org.callboard.leads.Leads;
import org.springframework.stereotype.Component;

/** The open leads that people of a list are already, by their numbers and e-mail addresses. */
@Component
class OpenLeads {

    /** An open lead, and why it is the same person. */
    record OpenLead(long id, String why) {}

    private final Leads leads;

    OpenLeads(Leads leads) {
        this.leads = leads;
    }

    /**
     * The newest lead of each that is one, by their place.
     *
     * @param passedOver leads that don't count
     */
    Map<Integer, OpenLead> of(
            long tenant, String region, Map<Integer, List<ContactDraft>> people, LongPredicate passedOver) {
        Map<String, List<Integer>> asking = new HashMap<>();
        Set<String> forms = new HashSet<>();
        people.forEach((place, contacts) -> contacts.stream()
                .flatMap(contact -> contact.read(region).all().stream())
                .filter(NormalizedContact::attaches)
                .forEach(one -> {
                    forms.add(one.form());
                    asking.computeIfAbsent(one.identity(), key -> new ArrayList<>())
                            .add(place);
                }));
        Map<Integer, OpenLead> found = new HashMap<>();
        for (Leads.Holder holder : leads.holders(tenant, forms)) {
            if (!passedOver.test(holder.leadId())) {
                String who = holder.name().isEmpty() ? "a lead without a name" : holder.name();
                OpenLead lead =
                        new OpenLead(holder.leadId(), who + ", " + (holder.email() ? "same e-mail" : "same phone"));
                asking.getOrDefault(NormalizedContact.identity(holder.form(), holder.extension()), List.of())
                        .forEach(place -> found.putIfAbsent(place, lead));
            }
        }
        return found;
    }
}
