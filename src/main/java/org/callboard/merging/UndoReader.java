package org.callboard.merging;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Changes.Change;
import org.callboard.changes.Changes.Subject;
import org.callboard.changes.Diff;
import org.callboard.contacts.MoveRelationships.Related;
import org.callboard.customers.Location;
import org.callboard.customers.Locations;
import org.callboard.customers.MoveRecords;
import org.callboard.details.ContactEntry;
import org.callboard.details.CustomFieldValue;
import org.callboard.details.DetailOwner;
import org.callboard.details.ExternalDatum;
import org.callboard.details.MoveDetails;
import org.callboard.details.RecordKind;
import org.callboard.merging.MergeItem.Kind;
import org.callboard.merging.UndoPreview.Blocker;
import org.callboard.merging.UndoPreview.Blocker.Reason;
import org.callboard.merging.UndoPreview.Since;
import org.callboard.merging.UndoPreview.Stays;
import org.callboard.merging.UndoPreview.What;
import org.callboard.merging.UndoPreview.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes the plan of an undo from what the ledger says and what has become of it. What was changed later stays so. */
@Component
class UndoReader {

    /** The items hold what people are reached by; after that they are forgotten. */
    static final Duration KEPT = Duration.ofDays(180);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MAX_CHANGES = 500;

    private final MergeReader reader;
    private final Locations locations;
    private final MoveRecords records;
    private final MoveDetails details;
    private final MergeStore merges;
    private final MergedRowStore rows;
    private final UndoStore store;
    private final Changes changes;
    private final Clock clock;

    UndoReader(
            MergeReader reader,
            Locations locations,
            MoveRecords records,
            MoveDetails details,
            MergeStore merges,
            MergedRowStore rows,
            UndoStore store,
            Changes changes,
            Clock clock) {
        this.reader = reader;
        this.locations = locations;
        this.records = records;
        this.details = details;
        this.merges = merges;
        this.rows = rows;
        this.store = store;
        this.changes = changes;
        this.clock = clock;
    }

    UndoPlan plan(long tenant, Merge merge, UndoChoices choices) {
        UndoPlan plan = new Reading(tenant, merge, choices).plan();
        Long whole = merge.partOf();
        return whole == null
                ? plan
                : plan.blocked(new Blocker(
                        Reason.PART_OF,
                        "The two locations were merged with their customers, by merge " + whole + ". Undo that.",
                        Map.of("mergeId", whole)));
    }

    /** How many messages were delivered about a merge. */
    long told(long tenant, Merge merge) {
        return store.told(merge, tenant);
    }

    /** The ledger of one merge beside the records of today. */
    private final class Reading {

        private final long tenant;
        private final Merge merge;
        private final RecordKind kind;
        private final long kept;
        private final UndoChoices choices;
        private final DetailOwner keeper;
        private final DetailOwner gone;
        private final Map<Kind, List<MergeItem>> items;
        private final List<Stays> stays = new ArrayList<>();
        private final List<Since> since = new ArrayList<>();
        private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        private final Map<Long, @Nullable String> customFields = new LinkedHashMap<>();
        private final Set<String> written = new HashSet<>();

        Reading(long tenant, Merge merge, UndoChoices choices) {
            this.tenant = tenant;
            this.merge = merge;
            this.choices = choices;
            kind = merge.kind();
            kept = merge.keptId();
            keeper = reader.record(kind, tenant, kept);
            gone = reader.record(kind, tenant, merge.removedId());
            items = merges.items(tenant, merge.id()).stream().collect(Collectors.groupingBy(MergeItem::kind));
        }

        UndoPlan plan() {
            fields();
            customFields();
            List<Long> used = new ArrayList<>();
            List<Long> unused = new ArrayList<>();
            List<Long> dropped = new ArrayList<>();
            contacts(used, unused, dropped);
            Set<UUID> people = people();
            List<Related> lost = of(Kind.RelationshipDropped).stream()
                    .map(item -> JSON.treeToValue(Objects.requireNonNull(item.before()), Related.class))
                    .toList();
            List<Long> notes = still(Kind.Note, What.Note);
            List<Long> places = places();
            Set<Long> atR = Set.copyOf(places);
            List<Long> jobs = with(
                    still(Kind.Job, What.Job),
                    What.Job,
                    store.jobsSince(kind, tenant, kept, merge.mergedOn()),
                    choices.jobs(),
                    atR);
            List<Long> leads = with(
                    still(Kind.Lead, What.Lead),
                    What.Lead,
                    store.leadsSince(kind, tenant, kept, merge.mergedOn()),
                    choices.leads(),
                    atR);
            Set<Long> calls = calls(used, unused, atR);
            List<Long> merged = still(Kind.Repointed, What.Merged);
            List<UndoPlan> pairs = merges.parts(tenant, merge.id()).stream()
                    .map(part -> new Reading(tenant, part, UndoChoices.NONE).plan())
                    .toList();
            return new UndoPlan(
                    merge,
                    keeper,
                    gone,
                    fields,
                    customFields,
                    tags(),
                    external(),
                    used,
                    unused,
                    dropped,
                    people,
                    lost,
                    notes,
                    places,
                    jobs,
                    leads,
                    List.copyOf(calls),
                    merged,
                    pairs,
                    stays,
                    merge.partOf() == null ? since : List.of(),
                    blockers(places, pairs));
        }

        private List<MergeItem> of(Kind what) {
            return items.getOrDefault(what, List.of());
        }

        private static List<Long> ids(Collection<MergeItem> items) {
            return items.stream()
                    .map(item -> Objects.requireNonNull(item.recordId()))
                    .toList();
        }

        private void stays(What what, Object id, Why why) {
            stays.add(new Stays(what, String.valueOf(id), why));
        }

        private void fields() {
            Map<String, @Nullable Object> now = FieldRules.values((Record) keeper);
            Map<String, List<MergeItem>> pieces = of(Kind.Field).stream()
                    .collect(Collectors.groupingBy(
                            item -> FieldRules.leader(kind, item.what()), LinkedHashMap::new, Collectors.toList()));
            pieces.forEach((leader, piece) -> {
                if (piece.stream()
                        .allMatch(item ->
                                FieldRules.same(value(item.what(), item.before()), value(item.what(), item.after())))) {
                    return;
                }
                piece.forEach(item -> written.add("Field " + item.what()));
                if (FieldRules.staysStrict(kind, leader)) {
                    stays(What.Field, leader, Why.STRICTER);
                } else if (piece.stream()
                        .allMatch(item -> FieldRules.same(now.get(item.what()), value(item.what(), item.after())))) {
                    piece.forEach(item -> fields.put(item.what(), value(item.what(), item.before())));
                } else {
                    stays(What.Field, leader, Why.CHANGED);
                }
            });
        }

        private @Nullable Object value(String field, @Nullable JsonNode noted) {
            JsonNode value = noted == null ? null : noted.get("value");
            return value == null || value.isNull()
                    ? null
                    : JSON.treeToValue(value, JSON.constructType(FieldRules.type(kind, field)));
        }

        private void customFields() {
            Map<Long, String> now = keeper.customData().customFields().stream()
                    .collect(Collectors.toMap(CustomFieldValue::typeId, CustomFieldValue::value));
            for (MergeItem item : of(Kind.CustomField)) {
                String before = text(item.before());
                String after = text(item.after());
                long type = Long.parseLong(item.what());
                if (Objects.equals(before, after)) {
                    continue;
                }
                written.add("CustomField " + item.what());
                if (Objects.equals(now.get(type), after)) {
                    customFields.put(type, before);
                } else {
                    stays(What.CustomField, item.what(), Why.CHANGED);
                }
            }
        }

        private static @Nullable String text(@Nullable JsonNode noted) {
            JsonNode value = noted == null ? null : noted.get("value");
            return value == null || value.isNull() ? null : value.stringValue();
        }

        private List<Long> tags() {
            List<MergeItem> copied = of(Kind.Tag);
            if (copied.isEmpty()) {
                return List.of();
            }
            Set<Long> others = touched();
            merges.into(kind, tenant, kept).stream()
                    .filter(other -> other.id() != merge.id())
                    .forEach(other -> others.addAll(
                            rows.tags(kind, tenant, other.removedId()).keySet()));
            List<Long> tags = new ArrayList<>();
            for (MergeItem item : copied) {
                long tag = Long.parseLong(item.what());
                if (keeper.customData().tagTypeIds().contains(tag) && !others.contains(tag)) {
                    tags.add(tag);
                } else {
                    stays(What.Tag, tag, Why.CHANGED);
                }
            }
            return tags;
        }

        /** The tags that somebody has given to the kept record or taken from it since. */
        private Set<Long> touched() {
            Set<Long> touched = new HashSet<>();
            for (Change change :
                    changes.of(tenant, List.of(Subject.of(kind.logged(), kept)), Long.MAX_VALUE, MAX_CHANGES)) {
                boolean merged = change.action() == Action.MERGED_WITH;
                if (merged && change.fields().stream().anyMatch(this::isOurs)) {
                    break;
                }
                change.fields().stream()
                        .filter(field -> !merged && field.name().equals("tagTypeIds"))
                        .forEach(field -> {
                            Set<Long> before = numbers(field.before());
                            Set<Long> after = numbers(field.after());
                            touched.addAll(before.stream()
                                    .filter(tag -> !after.contains(tag))
                                    .toList());
                            touched.addAll(after.stream()
                                    .filter(tag -> !before.contains(tag))
                                    .toList());
                        });
            }
            return touched;
        }

        private boolean isOurs(Diff.Field field) {
            return field.name().equals("mergeId") && field.after() instanceof Number id && id.longValue() == merge.id();
        }

        private static Set<Long> numbers(@Nullable Object list) {
            return list instanceof Collection<?> all
                    ? all.stream()
                            .filter(Number.class::isInstance)
                            .map(one -> ((Number) one).longValue())
                            .collect(Collectors.toSet())
                    : Set.of();
        }

        private List<ExternalDatum> external() {
            Map<String, ExternalDatum> now = new HashMap<>();
            if (!of(Kind.ExternalData).isEmpty()) {
                details.externalData(kind, tenant, kept).forEach(one -> now.put(ApplyMerge.key(one), one));
            }
            List<ExternalDatum> external = new ArrayList<>();
            for (MergeItem item : of(Kind.ExternalData)) {
                ExternalDatum one = now.get(item.what());
                if (one != null && one.value().equals(text(item.after()))) {
                    external.add(one);
                } else {
                    stays(What.ExternalData, item.what(), Why.CHANGED);
                }
            }
            return external;
        }

        private void contacts(List<Long> used, List<Long> unused, List<Long> dropped) {
            List<MergeItem> all = new ArrayList<>(of(Kind.Contact));
            all.addAll(of(Kind.ContactDropped));
            Map<Long, ContactEntry> now = details.contacts(kind, tenant, ids(all)).stream()
                    .collect(Collectors.toMap(ContactEntry::id, Function.identity()));
            for (MergeItem item : all) {
                long id = Objects.requireNonNull(item.recordId());
                ContactEntry entry = now.get(id);
                if (!item.what().isEmpty()) {
                    stays(What.Contact, id, Why.STRICTER);
                } else if (entry == null || entry.ownerId() != kept) {
                    stays(What.Contact, id, Why.MOVED_ON);
                } else if (entry.active() != active(item)) {
                    stays(What.Contact, id, Why.INACTIVE);
                } else if (item.kind() == Kind.ContactDropped) {
                    dropped.add(id);
                } else {
                    (entry.active() ? used : unused).add(id);
                }
            }
        }

        private static boolean active(MergeItem item) {
            JsonNode active = item.after() == null ? null : item.after().get("active");
            return active != null && active.booleanValue();
        }

        private Set<UUID> people() {
            List<UUID> moved = of(Kind.Relationship).stream()
                    .map(item -> Objects.requireNonNull(item.recordUuid()))
                    .toList();
            Set<UUID> still = moved.isEmpty() ? Set.of() : store.stillRelated(kind, tenant, kept, moved);
            moved.stream().filter(id -> !still.contains(id)).forEach(id -> stays(What.Relationship, id, Why.MOVED_ON));
            return still;
        }

        private List<Long> still(Kind moved, What what) {
            List<Long> ids = ids(of(moved));
            Set<Long> still = ids.isEmpty() ? Set.of() : store.still(kind, tenant, moved, kept, ids);
            ids.stream().filter(id -> !still.contains(id)).forEach(id -> stays(what, id, Why.MOVED_ON));
            return ids.stream().filter(still::contains).toList();
        }

        private List<Long> places() {
            if (kind == RecordKind.Location) {
                return List.of();
            }
            Map<Long, Boolean> were = new HashMap<>();
            of(Kind.Location).forEach(item -> were.put(Objects.requireNonNull(item.recordId()), active(item)));
            List<Long> back = new ArrayList<>();
            for (Location location : locations.all(tenant, still(Kind.Location, What.Location), null)) {
                boolean rests = !location.active() && location.mergedToId() == null;
                if (rests && Boolean.TRUE.equals(were.get(location.id()))) {
                    stays(What.Location, location.id(), Why.INACTIVE);
                } else {
                    back.add(location.id());
                }
            }
            return with(
                    back,
                    What.Location,
                    store.locationsSince(tenant, kept, merge.mergedOn()),
                    choices.locations(),
                    Set.of());
        }

        /** With those that were made since and go to the removed record: as was chosen, or by their location. */
        private List<Long> with(
                List<Long> back, What what, List<UndoStore.Made> made, Map<Long, Boolean> chosen, Set<Long> places) {
            Set<Long> all = new LinkedHashSet<>(back);
            Set<Long> moved = new HashSet<>(back);
            for (UndoStore.Made one : made) {
                if (!moved.contains(one.id())) {
                    Long place = one.locationId();
                    boolean goes = chosen.getOrDefault(one.id(), place != null && places.contains(place));
                    since.add(new Since(what, one.id(), one.text(), goes));
                    if (goes) {
                        all.add(one.id());
                    }
                }
            }
            return List.copyOf(all);
        }

        /**
         * Those that moved, those at locations that go back, since a call is about a location of its customer, and of those
         * that came since what was chosen, else what is from a number that goes back. Locations that were merged with their
         * customers get none of those: the call is still about the customer whose the location is by then.
         */
        private Set<Long> calls(List<Long> used, List<Long> unused, Set<Long> places) {
            Set<Long> calls = new LinkedHashSet<>(still(Kind.Call, What.Call));
            if (!places.isEmpty()) {
                calls.addAll(store.callsAt(tenant, places));
            }
            List<Long> numbers = new ArrayList<>(used);
            numbers.addAll(unused);
            for (UndoStore.MadeCall one : store.callsSince(kind, tenant, kept, merge.mergedOn(), numbers)) {
                if (!calls.contains(one.id())) {
                    boolean elsewhere = kind == RecordKind.Customer && one.locationId() != null;
                    boolean goes = !elsewhere
                            && merge.partOf() == null
                            && choices.calls().getOrDefault(one.id(), one.theirs());
                    if (!elsewhere) {
                        since.add(new Since(What.Call, one.id(), one.text(), goes));
                    }
                    if (goes) {
                        calls.add(one.id());
                    }
                }
            }
            return calls;
        }

        private List<Blocker> blockers(List<Long> places, List<UndoPlan> pairs) {
            List<Blocker> blockers = new ArrayList<>();
            if (merge.state() != Merge.State.Done) {
                blockers.add(new Blocker(
                        Reason.STATE,
                        "Merge " + merge.id() + " is " + merge.state() + ".",
                        Map.of("state", merge.state())));
            }
            if (merge.forgottenOn() != null || merge.mergedOn().plus(KEPT).isBefore(clock.instant())) {
                blockers.add(new Blocker(
                        Reason.EXPIRED,
                        "The merge is more than " + KEPT.toDays() + " days old and can't be undone any more.",
                        Map.of()));
            }
            if (keeper.mergedToId() != null) {
                merges.standing(kind, tenant, kept).ifPresent(later -> blockers.add(later(later.id())));
            }
            if (!written.isEmpty()) {
                store.laterOfFields(merge, tenant, written).ifPresent(later -> blockers.add(later(later)));
            }
            if (!places.isEmpty()) {
                store.laterOfLocations(merge, tenant, places).ifPresent(later -> blockers.add(later(later)));
            }
            pairs.forEach(pair -> blockers.addAll(pair.blockers()));
            if (kind == RecordKind.Customer) {
                blockLocations(places, blockers);
            }
            return blockers.stream().distinct().toList();
        }

        private Blocker later(long id) {
            return new Blocker(
                    Reason.LATER_MERGE,
                    "Merge " + id + " came later and rests on this one. Undo that first.",
                    Map.of("mergeId", id));
        }

        private void blockLocations(List<Long> places, List<Blocker> blockers) {
            boolean hadOne = of(Kind.Location).stream().anyMatch(Reading::active);
            List<Location> back = locations.all(tenant, places, null);
            boolean getsOne = back.stream().anyMatch(location -> location.active() || wasActive(location.id()));
            if (merge.removedWasActive() && hadOne && !getsOne) {
                blockers.add(new Blocker(
                        Reason.NO_ACTIVE_LOCATION,
                        "Customer " + merge.removedId()
                                + " would have no active location. Reactivate one of those that it had.",
                        Map.of("customerId", merge.removedId())));
            }
            Set<Long> leaving = Set.copyOf(places);
            boolean keepsOne = locations.all(tenant, records.locationsOf(tenant, kept), null).stream()
                    .anyMatch(location -> location.active() && !leaving.contains(location.id()));
            boolean rests = merge.reactivated() || !keeper.active();
            if (!rests && hadOne && !keepsOne) {
                blockers.add(new Blocker(
                        Reason.NO_ACTIVE_LOCATION,
                        "Customer " + kept + " would keep no active location. Give it another one first.",
                        Map.of("customerId", kept)));
            }
        }

        /** Whether a location was merged with its customers, and was in use before. */
        private boolean wasActive(long location) {
            return merges.parts(tenant, merge.id()).stream()
                    .anyMatch(part -> part.removedId() == location && part.removedWasActive());
        }
    }
}
