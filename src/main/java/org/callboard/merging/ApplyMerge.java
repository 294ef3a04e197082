package org.callboard.merging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.calls.Calls;
import org.callboard.changes.Action;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.contacts.MoveRelationships;
import org.callboard.contacts.MoveRelationships.Related;
import org.callboard.customers.Customer;
import org.callboard.customers.Location;
import org.callboard.customers.MoveRecords;
import org.callboard.details.ContactContent;
import org.callboard.details.ContactEntry;
import org.callboard.details.CustomDataEntries;
import org.callboard.details.ExternalDatum;
import org.callboard.details.MoveDetails;
import org.callboard.details.RecordKind;
import org.callboard.duplicates.DuplicatePairs;
import org.callboard.jobs.MoveJobs;
import org.callboard.leads.Leads;
import org.callboard.merging.MergeItem.Kind;
import org.callboard.merging.Preview.ContactLine;
import org.callboard.merging.Preview.CustomFieldLine;
import org.callboard.merging.Preview.FieldLine;
import org.callboard.merging.Preview.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does what a plan says, in the transaction and under the locks of whoever asks, and notes every change in the ledger. Whatever
 * the number of rows, a kind moves in a few statements.
 */
@Component
class ApplyMerge {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final MoveRecords records;
    private final MoveDetails details;
    private final MoveRelationships people;
    private final MoveJobs jobs;
    private final Calls calls;
    private final Leads leads;
    private final MergeStore store;
    private final DuplicatePairs duplicates;

    ApplyMerge(
            MoveRecords records,
            MoveDetails details,
            MoveRelationships people,
            MoveJobs jobs,
            Calls calls,
            Leads leads,
            MergeStore store,
            DuplicatePairs duplicates) {
        this.records = records;
        this.details = details;
        this.people = people;
        this.jobs = jobs;
        this.calls = calls;
        this.leads = leads;
        this.store = store;
        this.duplicates = duplicates;
    }

    /** @param pairs the ids of the merges of the plan's pairs, in their order */
    void apply(long tenant, MergePlan plan, long merge, List<Long> pairs, MergeLog log) {
        new Running(tenant, plan, merge, log).run(pairs);
    }

    /** One merge on its way. */
    private final class Running {

        private final long tenant;
        private final MergePlan plan;
        private final RecordKind kind;
        private final long kept;
        private final long removed;
        private final long merge;
        private final MergeLog log;
        private final JsonNode wasRemoveds;
        private final JsonNode isKepts;
        private final Map<MovedKind, Long> counts = new EnumMap<>(MovedKind.class);

        Running(long tenant, MergePlan plan, long merge, MergeLog log) {
            this.tenant = tenant;
            this.plan = plan;
            this.merge = merge;
            this.log = log;
            kind = plan.kind();
            kept = plan.kept().id();
            removed = plan.removed().id();
            wasRemoveds = json(Map.of("owner", removed));
            isKepts = json(Map.of("owner", kept));
        }

        void run(List<Long> pairs) {
            Diff own = log.did(kind.logged(), kept, Action.MERGED_WITH);
            own.now(Merges.REMOVED, removed).now("mergeId", merge);
            fields(own);
            repoint();
            contacts();
            people();
            count(MovedKind.Note, rows(Kind.Note, details.moveNotes(kind, tenant, removed, kept, null)));
            customData(own);
            Map<String, Object> had = plan.had();
            if (!had.isEmpty()) {
                own.now(Merges.HAD, had);
            }
            if (kind == RecordKind.Customer) {
                List<Long> moved = records.moveLocations(tenant, removed, kept, null);
                log.moved(EntityKind.LOCATION, moved, kind, removed, kept);
                for (boolean active : List.of(true, false)) {
                    List<Long> ids = plan.removed().locations().stream()
                            .filter(location -> location.active() == active)
                            .map(Location::id)
                            .toList();
                    store.addRows(tenant, merge, Kind.Location, ids, owned(removed, active), owned(kept, active));
                }
                count(MovedKind.Location, moved.size());
            }
            for (int i = 0; i < pairs.size(); i++) {
                MergePlan pair = plan.pairs().get(i);
                new Running(tenant, pair, pairs.get(i), log).run(List.of());
                store.add(
                        tenant,
                        merge,
                        new MergeItem(
                                Kind.Pair,
                                pair.removed().id(),
                                null,
                                "",
                                null,
                                json(Map.of("keptId", pair.kept().id(), "mergeId", pairs.get(i)))));
            }
            work();
            records.mark(kind, tenant, List.of(removed), kept);
            duplicates.merged(kind, tenant, kept, removed);
            log.did(kind.logged(), removed, Action.MERGED_INTO)
                    .field("active", plan.removed().record().active(), false)
                    .now(RecordKind.MERGED_TO, kept)
                    .now("mergeId", merge);
            store.count(tenant, merge, counts);
        }

        private void fields(Diff own) {
            if (plan.reactivates()) {
                records.activate(kind, tenant, kept, true);
                own.field("active", false, true);
                item(Kind.Owner, kept, "active", json(false), json(true));
            }
            Map<String, @Nullable Object> changed = plan.changed();
            if (plan.kept().record() instanceof Customer customer) {
                records.write(tenant, customer, FieldRules.with(customer.details(), changed));
            } else if (plan.kept().record() instanceof Location location) {
                records.write(tenant, location, FieldRules.with(location, changed));
            }
            for (FieldLine line : plan.fields()) {
                if (line.rule() != Rule.SAME && !FieldRules.same(line.kept(), line.removed())) {
                    own.field(line.field(), line.kept(), line.result());
                    item(
                            Kind.Field,
                            null,
                            line.field(),
                            value(line.kept(), null),
                            value(line.result(), line.removed()));
                }
            }
        }

        private void repoint() {
            List<Long> earlier = records.mergedInto(kind, tenant, removed);
            if (!earlier.isEmpty()) {
                records.mark(kind, tenant, earlier, kept);
                earlier.forEach(id -> log.of(kind.logged(), id).field(RecordKind.MERGED_TO, removed, kept));
                count(MovedKind.Merged, rows(Kind.Repointed, earlier));
            }
        }

        private void contacts() {
            Map<Long, ContactEntry> own = new HashMap<>();
            plan.kept().contacts().forEach(entry -> own.put(entry.id(), entry));
            Map<Long, ContactContent> combined = new LinkedHashMap<>();
            Set<Long> dropped = new HashSet<>();
            for (ContactLine line : plan.contacts()) {
                combined.put(line.keptId(), line.after());
                dropped.add(line.removedId());
            }
            combined.forEach((id, after) -> {
                ContactEntry entry = own.get(id);
                if (entry != null && !entry.content().equals(after)) {
                    details.changeContact(kind, tenant, entry, after);
                    log.of(kind.contact(), id).and(entry.content(), after);
                    item(Kind.Contact, id, "combined", json(entry.content()), json(after));
                }
            });
            List<Long> used = new ArrayList<>();
            List<Long> unused = new ArrayList<>();
            for (ContactEntry entry : plan.removed().contacts()) {
                if (!dropped.contains(entry.id())) {
                    (entry.active() ? used : unused).add(entry.id());
                }
            }
            List<Long> gone = details.moveContacts(kind, tenant, removed, kept, dropped, true, false);
            gone.forEach(id -> log.did(kind.contact(), id, Action.DELETED).field("active", true, false));
            store.addRows(tenant, merge, Kind.ContactDropped, gone, owned(removed, true), owned(kept, false));
            List<Long> moved = details.moveContacts(kind, tenant, removed, kept, used, true, true);
            store.addRows(tenant, merge, Kind.Contact, moved, owned(removed, true), owned(kept, true));
            List<Long> old = details.moveContacts(kind, tenant, removed, kept, unused, false, false);
            store.addRows(tenant, merge, Kind.Contact, old, owned(removed, false), owned(kept, false));
            for (List<Long> ids : List.of(gone, moved, old)) {
                log.moved(kind.contact(), ids, kind, removed, kept);
                count(MovedKind.Contact, ids.size());
            }
        }

        private void people() {
            for (Related person : people.dropShared(kind, tenant, removed, kept)) {
                log.did(EntityKind.CONTACT, person.number(), Action.UNRELATED).field(kind.word(), removed, null);
                store.add(
                        tenant,
                        merge,
                        new MergeItem(Kind.RelationshipDropped, null, person.id(), "", json(person), null));
            }
            List<Related> moved = people.move(kind, tenant, removed, kept, null);
            for (Related person : moved) {
                log.of(EntityKind.CONTACT, person.number()).field(kind.word(), removed, kept);
                store.add(tenant, merge, new MergeItem(Kind.Relationship, null, person.id(), "", wasRemoveds, isKepts));
            }
            count(MovedKind.Relationship, moved.size());
        }

        private void customData(Diff own) {
            List<Long> before = plan.kept().record().customData().tagTypeIds();
            List<Long> tags = details.copyTags(kind, tenant, removed, kept);
            if (!tags.isEmpty()) {
                List<Long> after = new ArrayList<>(before);
                after.addAll(tags);
                own.field("tagTypeIds", before, after.stream().sorted().toList());
                tags.forEach(tag -> item(Kind.Tag, null, String.valueOf(tag), null, json(tag)));
            }
            count(MovedKind.Tag, tags.size());
            for (CustomFieldLine line : plan.customFields()) {
                if (line.rule() == Rule.SAME || line.removed() == null) {
                    continue;
                }
                if (!line.result().equals(line.kept())) {
                    details.putCustomField(kind, tenant, kept, line.typeId(), line.result());
                    own.field(CustomDataEntries.inLog(line.typeId()), line.kept(), line.result());
                    count(MovedKind.CustomField, 1);
                }
                item(
                        Kind.CustomField,
                        null,
                        String.valueOf(line.typeId()),
                        value(line.kept(), null),
                        value(line.result(), line.removed()));
            }
            List<ExternalDatum> copied = details.copyExternalData(kind, tenant, removed, kept);
            copied.forEach(one -> item(Kind.ExternalData, null, key(one), null, json(Map.of("value", one.value()))));
            count(MovedKind.ExternalData, copied.size());
        }

        private void work() {
            List<Long> told = calls.moveOwner(kind, tenant, removed, kept, null);
            log.moved(EntityKind.CALL, told, kind, removed, kept);
            count(MovedKind.Call, rows(Kind.Call, told));
            List<Long> moved = leads.moveOwner(kind, tenant, removed, kept, null);
            log.moved(EntityKind.LEAD, moved, kind, removed, kept);
            count(MovedKind.Lead, rows(Kind.Lead, moved));
            MoveJobs.Moved work = jobs.moveOwner(kind, tenant, removed, kept, null);
            log.moved(EntityKind.JOB, work.jobs(), kind, removed, kept);
            log.moved(EntityKind.APPOINTMENT, work.appointments(), kind, removed, kept);
            count(MovedKind.Job, rows(Kind.Job, work.jobs()));
            count(MovedKind.Invoice, rows(Kind.Invoice, work.invoices()));
        }

        /** Notes rows that moved; gives how many. */
        private int rows(Kind moved, Collection<Long> ids) {
            store.addRows(tenant, merge, moved, ids, wasRemoveds, isKepts);
            return ids.size();
        }

        private void item(
                Kind what, @Nullable Long record, String name, @Nullable JsonNode before, @Nullable JsonNode after) {
            store.add(tenant, merge, new MergeItem(what, record, null, name, before, after));
        }

        private void count(MovedKind moved, int many) {
            if (many > 0) {
                counts.merge(moved, (long) many, Long::sum);
            }
        }
    }

    static String key(ExternalDatum one) {
        return one.application() + "/" + one.key();
    }

    static JsonNode json(@Nullable Object value) {
        return JSON.valueToTree(value);
    }

    private static JsonNode owned(long owner, boolean active) {
        return json(Map.of("owner", owner, "active", active));
    }

    /** @param other what the removed record had */
    private static JsonNode value(@Nullable Object value, @Nullable Object other) {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        parts.put("value", value);
        if (other != null) {
            parts.put("other", other);
        }
        return json(parts);
    }
}
