package org.callboard.merging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.Limits.Memo;
import org.callboard.addresses.ParsedAddress;
import org.callboard.customers.Location;
import org.callboard.details.ContactContent;
import org.callboard.details.ContactEntry;
import org.callboard.details.ContactPreferences;
import org.callboard.details.CustomFieldValue;
import org.callboard.details.ExternalDatum;
import org.callboard.details.RecordKind;
import org.callboard.merging.Choices.From;
import org.callboard.merging.Choices.Pair;
import org.callboard.merging.Preview.Blocker;
import org.callboard.merging.Preview.Blocker.Reason;
import org.callboard.merging.Preview.Conflict;
import org.callboard.merging.Preview.ContactLine;
import org.callboard.merging.Preview.CustomFieldLine;
import org.callboard.merging.Preview.FieldLine;
import org.callboard.merging.Preview.Moving;
import org.callboard.merging.Preview.OfferedPair;
import org.callboard.merging.Preview.Rule;
import org.callboard.merging.Preview.Sample;
import org.callboard.merging.Preview.Warning;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** What a merge of two records does, decided from what both have and what was chosen. It asks nobody and writes nothing. */
final class MergePlan {

    private static final int MAX_PAIRS = 50;

    private final RecordKind kind;
    private final MergeSide kept;
    private final MergeSide removed;
    private final Choices choices;
    private final List<MergePlan> pairs;
    private final List<FieldLine> fields;
    private final List<CustomFieldLine> customFields;
    private final List<ContactLine> contacts;

    /** @param pairs the plans of the locations that were chosen to be merged as well */
    MergePlan(RecordKind kind, MergeSide kept, MergeSide removed, Choices choices, List<MergePlan> pairs) {
        this.kind = kind;
        this.kept = kept;
        this.removed = removed;
        this.choices = choices;
        this.pairs = pairs;
        fields = FieldRules.decide(kind, kept.values(), removed.values(), choices.fields());
        customFields = decideCustomFields();
        contacts = sameContacts();
    }

    RecordKind kind() {
        return kind;
    }

    MergeSide kept() {
        return kept;
    }

    MergeSide removed() {
        return removed;
    }

    Choices choices() {
        return choices;
    }

    List<MergePlan> pairs() {
        return pairs;
    }

    List<FieldLine> fields() {
        return fields;
    }

    List<CustomFieldLine> customFields() {
        return customFields;
    }

    List<ContactLine> contacts() {
        return contacts;
    }

    /** The values of the kept record that become others. */
    Map<String, @Nullable Object> changed() {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        fields.stream()
                .filter(line -> !FieldRules.same(line.kept(), line.result()))
                .forEach(line -> changed.put(line.field(), line.result()));
        return changed;
    }

    /** Whether the kept record is brought back. */
    boolean reactivates() {
        return choices.reactivate() && !kept.record().active();
    }

    /** ACTIVATION_FORBIDDEN where something is brought back and whoever merges may not do that. */
    void requireMayReactivate() {
        if (reactivates() || pairs.stream().anyMatch(MergePlan::reactivates)) {
            kind.switches(false, true);
        }
    }

    private List<CustomFieldLine> decideCustomFields() {
        Map<Long, CustomFieldValue> ours = byType(kept);
        Map<Long, CustomFieldValue> theirs = byType(removed);
        Map<Long, CustomFieldValue> all = new TreeMap<>(theirs);
        all.putAll(ours);
        List<CustomFieldLine> lines = new ArrayList<>();
        all.forEach((type, any) -> {
            String here = ours.containsKey(type) ? ours.get(type).value() : null;
            String there = theirs.containsKey(type) ? theirs.get(type).value() : null;
            boolean differ = here != null && there != null && !here.equals(there);
            From choice = differ ? choices.customFields().get(type) : null;
            Rule rule = Objects.equals(here, there)
                    ? Rule.SAME
                    : here == null ? Rule.FILLED : choice == null ? Rule.KEPT : Rule.CHOSEN;
            String result = here == null || choice == From.REMOVED ? there : here;
            lines.add(new CustomFieldLine(type, any.name(), here, there, Objects.requireNonNull(result), rule, differ));
        });
        return lines;
    }

    private static Map<Long, CustomFieldValue> byType(MergeSide side) {
        return side.customFields().stream().collect(Collectors.toMap(CustomFieldValue::typeId, Function.identity()));
    }

    /** Each entry of the removed record in use that the kept one has too: the kept one's takes in what holds for both. */
    private List<ContactLine> sameContacts() {
        Map<Long, ContactContent> now = new HashMap<>();
        List<ContactLine> lines = new ArrayList<>();
        for (ContactEntry other : removed.contacts()) {
            kept.contacts().stream()
                    .filter(own -> own.active() && other.active() && isSame(own, other))
                    .findFirst()
                    .ifPresent(own -> {
                        ContactContent before = now.getOrDefault(own.id(), own.content());
                        ContactContent after = combined(before, other.content());
                        now.put(own.id(), after);
                        lines.add(new ContactLine(
                                own.id(),
                                other.id(),
                                own.content().type(),
                                own.content().value(),
                                other.content().value(),
                                before,
                                after));
                    });
        }
        return lines;
    }

    private boolean isSame(ContactEntry own, ContactEntry other) {
        if (own.content().type() != other.content().type()) {
            return false;
        }
        Set<String> here = kept.forms().get(own.id());
        Set<String> there = removed.forms().get(other.id());
        return here != null && there != null
                ? here.equals(there)
                : text(own.content()).equals(text(other.content()));
    }

    private static String text(ContactContent content) {
        return VisibleText.strip(content.value()).toLowerCase(Locale.ROOT);
    }

    private static ContactContent combined(ContactContent own, ContactContent other) {
        ContactPreferences here = own.preferences();
        ContactPreferences there = other.preferences();
        return new ContactContent(
                own.type(),
                own.value(),
                memo(own.memo(), other.memo()),
                own.doNotText() || other.doNotText(),
                new ContactPreferences(
                        here.jobRemindersEnabled() && there.jobRemindersEnabled(),
                        here.marketingUpdatesEnabled() && there.marketingUpdatesEnabled(),
                        here.invoiceNotification() && there.invoiceNotification(),
                        here.statementNotification() && there.statementNotification()));
    }

    private static @Nullable String memo(@Nullable String own, @Nullable String other) {
        if (own == null || !VisibleText.in(own)) {
            return other;
        }
        if (other == null || !VisibleText.in(other) || own.contains(other)) {
            return own;
        }
        String both = own + " / " + other;
        return both.length() <= Memo.MAX ? both : own;
    }

    /** The external data of both under the same key with different values. */
    List<Conflict> conflicts() {
        Map<List<Object>, String> own = new HashMap<>();
        kept.external().forEach(one -> own.put(List.of(one.application(), one.key()), one.value()));
        List<Conflict> conflicts = new ArrayList<>();
        for (ExternalDatum other : removed.external()) {
            String here = own.get(List.of(other.application(), other.key()));
            if (here != null && !here.equals(other.value())) {
                conflicts.add(new Conflict(other.application(), other.key(), here, other.value()));
            }
        }
        return conflicts;
    }

    /** What the removed record had and the kept one did not take over, by its name: the log of the kept one tells it for good. */
    Map<String, Object> had() {
        Map<String, Object> had = new LinkedHashMap<>();
        fields.stream()
                .filter(line -> line.rule() != Rule.STRICTER && line.removed() != null)
                .filter(line -> !FieldRules.same(line.removed(), line.result()))
                .forEach(line -> had.put(line.field(), Objects.requireNonNull(line.removed())));
        Map<String, Object> others = new LinkedHashMap<>();
        customFields.stream()
                .filter(line -> line.removed() != null && !line.removed().equals(line.result()))
                .forEach(line -> others.put(line.name(), Objects.requireNonNull(line.removed())));
        if (!others.isEmpty()) {
            had.put("customFields", others);
        }
        return had;
    }

    private List<Moving> moving() {
        Map<MovedKind, Moving> all = new EnumMap<>(MovedKind.class);
        removed.moving().forEach(one -> all.put(one.kind(), one));
        put(
                all,
                MovedKind.Tag,
                removed.tags().entrySet().stream()
                        .filter(tag -> !kept.tags().containsKey(tag.getKey()))
                        .map(tag -> new Sample(String.valueOf(tag.getKey()), tag.getValue()))
                        .toList());
        put(
                all,
                MovedKind.CustomField,
                customFields.stream()
                        .filter(line -> line.rule() == Rule.FILLED)
                        .map(line -> new Sample(String.valueOf(line.typeId()), line.name() + ": " + line.result()))
                        .toList());
        Set<List<Object>> own = kept.external().stream()
                .map(one -> List.<Object>of(one.application(), one.key()))
                .collect(Collectors.toSet());
        long copied = removed.external().stream()
                .filter(one -> !own.contains(List.<Object>of(one.application(), one.key())))
                .count();
        if (copied > 0) {
            all.put(MovedKind.ExternalData, new Moving(MovedKind.ExternalData, copied, List.of()));
        }
        return List.copyOf(all.values());
    }

    private static void put(Map<MovedKind, Moving> all, MovedKind kind, List<Sample> samples) {
        if (!samples.isEmpty()) {
            all.put(kind, new Moving(kind, samples.size(), samples.subList(0, Math.min(Moving.FIRST, samples.size()))));
        }
    }

    /** How many rows move. */
    long rows() {
        return removed.moving().stream().mapToLong(Moving::count).sum()
                + pairs.stream().mapToLong(MergePlan::rows).sum();
    }

    private List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        for (FieldLine line : fields) {
            String field = line.field();
            if (field.equals("creditLimit") && line.rule() != Rule.SAME && line.removed() != null) {
                warnings.add(new Warning(
                        Warning.Code.CREDIT_LIMIT,
                        "The removed customer has a credit limit of %s with %s left. The two are not added."
                                .formatted(line.removed(), removed.values().get("creditLimitBalance"))));
            } else if (field.equals("balance") && line.rule() == Rule.KEPT) {
                warnings.add(new Warning(
                        Warning.Code.BALANCE,
                        "The balance stays %s. That of the removed customer is %s."
                                .formatted(line.kept(), line.removed())));
            } else if (line.rule() == Rule.STRICTER) {
                warnings.add(new Warning(
                        Warning.Code.STRICTER,
                        field.equals("doNotMail")
                                ? "One of the two is not to get mail: that will hold for the kept customer."
                                : "One of the two is not to be served: that will hold for the kept customer."));
            }
        }
        long invoices = removed.count(MovedKind.Invoice);
        if (kind == RecordKind.Customer && invoices > 0) {
            warnings.add(new Warning(
                    Warning.Code.INVOICES,
                    (invoices == 1 ? "1 invoice" : invoices + " invoices") + " will show the name and address of "
                            + kept.name() + " as the bill-to."));
        }
        if (kept.openLeads() > 0 && removed.openLeads() > 0) {
            warnings.add(new Warning(Warning.Code.OPEN_LEADS, "Both have open leads. They stay leads of their own."));
        }
        if (!conflicts().isEmpty()) {
            warnings.add(
                    new Warning(
                            Warning.Code.EXTERNAL_DATA,
                            "Other programs keep different values of both under the same key. Those of the removed one stay with it."));
        }
        pairs.forEach(pair -> warnings.addAll(pair.warnings()));
        return warnings.stream().distinct().toList();
    }

    /** Everything that is in the way. */
    List<Blocker> blockers() {
        List<Blocker> blockers = new ArrayList<>();
        merged(kept, Reason.KEPT_MERGED, blockers);
        merged(removed, Reason.REMOVED_MERGED, blockers);
        if (kept.record().mergedToId() == null && !kept.record().active() && !choices.reactivate()) {
            blockers.add(new Blocker(
                    Reason.KEPT_INACTIVE,
                    kind.name() + " " + kept.id() + " is not active. Reactivate it, or keep the other one.",
                    Map.of("id", kept.id())));
        }
        if (kind == RecordKind.Location) {
            long owner = ((Location) kept.record()).customerId();
            long other = ((Location) removed.record()).customerId();
            if (owner != other) {
                blockers.add(new Blocker(
                        Reason.OTHER_CUSTOMER,
                        "Location " + removed.id() + " is of customer " + other
                                + ", the other one is not. Merge the customers, or move the location first.",
                        Map.of("customerId", other)));
            }
        } else {
            blockPairs(blockers);
        }
        return blockers;
    }

    private void merged(MergeSide side, Reason reason, List<Blocker> blockers) {
        Long into = side.record().mergedToId();
        if (into != null) {
            blockers.add(new Blocker(
                    reason,
                    kind.name() + " " + side.id() + " was merged into " + kind.word() + " " + into + ".",
                    Map.of(RecordKind.MERGED_TO, into)));
        }
    }

    private void blockPairs(List<Blocker> blockers) {
        Set<Long> seen = new HashSet<>();
        boolean twice =
                choices.pairs().stream().anyMatch(pair -> !seen.add(pair.keptId()) | !seen.add(pair.removedId()));
        if (twice || pairs.size() < choices.pairs().size()) {
            blockers.add(new Blocker(
                    Reason.WRONG_PAIR,
                    "A pair has a location of the kept customer and one of the removed customer, and each location is in one"
                            + " pair at most.",
                    Map.of()));
        }
        for (MergePlan pair : pairs) {
            merged(pair.kept, Reason.WRONG_PAIR, blockers);
            merged(pair.removed, Reason.WRONG_PAIR, blockers);
            if (pair.removed.record().active() && !pair.kept.record().active() && !choices.reactivate()) {
                blockers.add(new Blocker(
                        Reason.KEPT_INACTIVE,
                        "Location " + pair.kept.id()
                                + " is not active. Reactivate it, or don't merge the two locations.",
                        Map.of("id", pair.kept.id())));
            }
        }
        boolean had = Stream.concat(kept.locations().stream(), removed.locations().stream())
                .anyMatch(Location::active);
        if ((reactivates() || kept.record().active() && had) && activeAfter() == 0) {
            blockers.add(new Blocker(
                    Reason.NO_ACTIVE_LOCATION,
                    "Customer " + kept.id() + " would have no active location.",
                    Map.of("customerId", kept.id())));
        }
    }

    private long activeAfter() {
        Map<Long, Boolean> active = new HashMap<>();
        kept.locations().forEach(location -> active.put(location.id(), location.active()));
        removed.locations().forEach(location -> active.put(location.id(), location.active()));
        for (MergePlan pair : pairs) {
            boolean one = active.getOrDefault(pair.removed.id(), false);
            active.put(pair.removed.id(), false);
            active.merge(pair.kept.id(), one && choices.reactivate(), Boolean::logicalOr);
        }
        return active.values().stream().filter(Boolean::booleanValue).count();
    }

    /** RECORD_MERGED or MERGE_BLOCKED, which names everything that is in the way. */
    void requirePossible() {
        List<Blocker> blockers = blockers();
        if (blockers.isEmpty()) {
            return;
        }
        Refusal refusal = blockers.stream()
                .filter(one -> one.reason() == Reason.KEPT_MERGED || one.reason() == Reason.REMOVED_MERGED)
                .findFirst()
                .map(one -> RefusalCode.RECORD_MERGED.refuse(one.text()))
                .orElseGet(() -> RefusalCode.MERGE_BLOCKED.refuse(
                        blockers.stream().map(Blocker::text).collect(Collectors.joining(" "))));
        blockers.reversed().forEach(one -> one.facts().forEach(refusal::with));
        throw refusal.with(
                "reasons", blockers.stream().map(Blocker::reason).distinct().toList());
    }

    /** Locations of both in one house, and all that were chosen. */
    private List<OfferedPair> offered() {
        Map<String, List<Location>> houses = new HashMap<>();
        kept.locations().stream()
                .filter(location -> location.mergedToId() == null)
                .forEach(location -> houses.computeIfAbsent(house(location), any -> new ArrayList<>())
                        .add(location));
        Set<Pair> chosen = Set.copyOf(choices.pairs());
        List<OfferedPair> offered = new ArrayList<>();
        for (Location there : removed.locations()) {
            for (Location here :
                    there.mergedToId() == null ? houses.getOrDefault(house(there), List.of()) : List.<Location>of()) {
                offered.add(offer(here, there, chosen));
            }
        }
        return offered.stream()
                .sorted(Comparator.comparing(OfferedPair::chosen)
                        .thenComparing(OfferedPair::same)
                        .reversed())
                .limit(Math.max(MAX_PAIRS, choices.pairs().size()))
                .toList();
    }

    private static String house(Location location) {
        return AddressParser.parse(location.details().address()).houseKey();
    }

    private static OfferedPair offer(Location here, Location there, Set<Pair> chosen) {
        ParsedAddress one = AddressParser.parse(here.details().address());
        ParsedAddress other = AddressParser.parse(there.details().address());
        return new OfferedPair(
                here.id(),
                here.details().name(),
                here.details().address(),
                here.active(),
                there.id(),
                there.details().name(),
                there.details().address(),
                there.active(),
                one.standardKey().equals(other.standardKey()),
                chosen.contains(new Pair(here.id(), there.id())));
    }

    /**
     * What the plan rests on: both records, what was chosen, and what conflicts. What merely moves is not in it, or a busy
     * customer could never be merged.
     */
    String tag() {
        return PlanTag.of(tagged());
    }

    private List<@Nullable Object> tagged() {
        List<@Nullable Object> tagged = new ArrayList<>();
        tagged.add(kind);
        for (MergeSide side : List.of(kept, removed)) {
            tagged.add(side.id());
            tagged.add(side.record().version());
            tagged.add(side.record().active());
            tagged.add(side.record().mergedToId());
            tagged.add(side.values());
            tagged.add(side.customFields());
            tagged.add(side.external());
            tagged.add(side.contacts().stream()
                    .map(entry -> List.of(entry.id(), entry.version()))
                    .toList());
        }
        tagged.add(choices);
        tagged.add(pairs.stream().map(MergePlan::tagged).toList());
        return tagged;
    }

    Preview preview() {
        return new Preview(
                kept.id(),
                removed.id(),
                kind,
                kept.name(),
                removed.name(),
                fields,
                customFields,
                moving(),
                contacts,
                conflicts(),
                warnings(),
                blockers(),
                kind == RecordKind.Customer ? offered() : List.of(),
                rows(),
                tag());
    }
}
