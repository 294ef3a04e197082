package org.callboard.web.merging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.access.Tenants;
import org.callboard.contactpoints.PhoneFormat;
import org.callboard.customers.Customers;
import org.callboard.customers.Location;
import org.callboard.customers.Locations;
import org.callboard.details.ContactEntries;
import org.callboard.details.ContactEntry;
import org.callboard.details.RecordKind;
import org.callboard.merging.Merge;
import org.callboard.merging.MovedKind;
import org.callboard.merging.UndoChoices;
import org.callboard.merging.UndoMerge;
import org.callboard.merging.UndoPreview;
import org.callboard.merging.UndoPreview.Blocker;
import org.callboard.merging.UndoPreview.What;
import org.callboard.merging.UndoPreview.Why;
import org.callboard.queue.InquiryKey;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.web.layout.Form;
import org.callboard.web.merging.MergeView.Obstacle;
import org.callboard.web.merging.MergeView.Way;
import org.callboard.web.records.OpenRecord;
import org.callboard.web.records.RecordPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what undoing a merge would do, with names in place of ids. */
@Component
class UndoModel {

    private static final int NAMES = 8;
    private static final int SINCE = 50;

    private final UndoMerge undo;
    private final MergeNames names;
    private final Map<RecordKind, RecordPage<?>> pages;
    private final Customers customers;
    private final Locations locations;
    private final ContactEntries contacts;
    private final TagTypes tagTypes;
    private final CustomFieldTypes fieldTypes;
    private final Tenants tenants;

    UndoModel(
            UndoMerge undo,
            MergeNames names,
            List<RecordPage<?>> pages,
            Customers customers,
            Locations locations,
            ContactEntries contacts,
            TagTypes tagTypes,
            CustomFieldTypes fieldTypes,
            Tenants tenants) {
        this.undo = undo;
        this.names = names;
        this.pages = pages.stream().collect(Collectors.toMap(RecordPage::kind, page -> page));
        this.customers = customers;
        this.locations = locations;
        this.contacts = contacts;
        this.tagTypes = tagTypes;
        this.fieldTypes = fieldTypes;
        this.tenants = tenants;
    }

    /** What the choices of the form would do. Invalid for what is none of them. */
    UndoView of(long tenant, Merge merge, Form form, @Nullable String news) {
        UndoChoices choices = UndoForm.read(form);
        UndoPreview preview = undo.preview(tenant, merge.id(), choices);
        Set<String> byItself = undo.preview(tenant, merge.id(), UndoForm.locationsOnly(choices)).madeSince().stream()
                .filter(one -> one.what() != What.Location && one.goesBack())
                .map(UndoForm::value)
                .collect(Collectors.toSet());
        PhoneFormat format = new PhoneFormat(tenants.get(tenant).region());
        List<UndoView.Since> since = preview.madeSince().stream()
                .limit(SINCE)
                .map(one -> since(one, byItself, format))
                .toList();
        return new UndoView(
                names.of(tenant, merge),
                goesBack(merge.kind(), preview),
                stays(tenant, merge, preview.stays()),
                since,
                preview.madeSince().size() - since.size(),
                preview.eventsTold(),
                preview.blockers().stream().map(blocker -> say(tenant, blocker)).toList(),
                preview.planTag(),
                UndoForm.text(choices),
                merge.batchId() == null ? null : SeveralModel.undoPath(merge.batchId()),
                news);
    }

    static List<String> goesBack(RecordKind kind, UndoPreview preview) {
        return preview.goesBack().entrySet().stream()
                .map(one -> one.getKey() == What.Field
                        ? MergeWords.count(one.getValue(), "field")
                        : MergeWords.count(kind, MovedKind.valueOf(one.getKey().name()), one.getValue()))
                .toList();
    }

    private static UndoView.Since since(UndoPreview.Since one, Set<String> byItself, PhoneFormat format) {
        String text = one.what() == What.Call && one.text().startsWith("+") ? format.shown(one.text()) : one.text();
        String href = switch (one.what()) {
            case Lead -> "/leads/" + one.id();
            case Call -> InquiryKey.call(one.id()).path();
            case Location -> "/locations/" + one.id();
            default -> null;
        };
        return new UndoView.Since(
                UndoForm.value(one),
                one.what() == What.Job ? "Job " + one.id() : one.what().name(),
                text,
                href,
                one.goesBack(),
                byItself.contains(UndoForm.value(one)));
    }

    /** In groups of the same kind and reason, each thing by its name where it has one. */
    List<UndoView.Stays> stays(long tenant, Merge merge, List<UndoPreview.Stays> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        Map<What, Map<String, String>> known = known(tenant, merge, all);
        Map<List<Object>, List<UndoPreview.Stays>> groups = all.stream()
                .collect(Collectors.groupingBy(
                        one -> List.of(one.what(), one.why()), LinkedHashMap::new, Collectors.toList()));
        List<UndoView.Stays> stays = new ArrayList<>();
        groups.forEach((key, group) -> {
            What what = group.getFirst().what();
            Map<String, String> names = known.getOrDefault(what, Map.of());
            List<String> named = group.stream()
                    .map(one -> names.get(one.id()))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            List<String> shown = named.isEmpty()
                    ? List.of(MergeWords.count(merge.kind(), MovedKind.valueOf(what.name()), group.size()))
                    : named.subList(0, Math.min(NAMES, named.size()));
            stays.add(new UndoView.Stays(
                    shown,
                    named.isEmpty() ? 0 : named.size() - shown.size(),
                    why(what, group.getFirst().why())));
        });
        return stays;
    }

    private static String why(What what, Why why) {
        return switch (why) {
            case CHANGED ->
                what == What.Tag
                        ? "given by hand or by another merge too: stays"
                        : "changed since the merge: stays as it is now";
            case MOVED_ON -> "belongs to another record by now, or is gone";
            case INACTIVE -> "taken out of use since: stays where it is";
            case STRICTER ->
                what == What.Contact ? "wishes of both: stay strict" : "one of the two asked for it: stays for both";
        };
    }

    /** The names of what stays, where the page has any. */
    private Map<What, Map<String, String>> known(long tenant, Merge merge, List<UndoPreview.Stays> all) {
        Map<What, List<String>> ids = all.stream()
                .collect(Collectors.groupingBy(
                        UndoPreview.Stays::what, Collectors.mapping(UndoPreview.Stays::id, Collectors.toList())));
        Map<What, Map<String, String>> known = new LinkedHashMap<>();
        ids.forEach((what, some) -> known.put(what, named(tenant, merge, what, some)));
        return known;
    }

    private Map<String, String> named(long tenant, Merge merge, What what, List<String> ids) {
        return switch (what) {
            case Field -> {
                OpenRecord kept =
                        Objects.requireNonNull(pages.get(merge.kind())).open(tenant, merge.keptId());
                yield named(ids, id -> MergeWords.label(kept, id));
            }
            case CustomField -> {
                Map<Long, CustomFieldType> types =
                        fieldTypes.known(tenant, merge.kind().word(), numbers(ids));
                yield named(
                        ids,
                        id -> Optional.ofNullable(types.get(Long.valueOf(id)))
                                .map(CustomFieldType::name)
                                .orElse("Custom field"));
            }
            case Tag ->
                tagTypes.all(tenant).stream()
                        .collect(Collectors.toMap(type -> Long.toString(type.id()), TagType::name));
            case Contact ->
                Stream.of(merge.keptId(), merge.removedId())
                        .flatMap(id -> contacts.everOf(merge.kind(), tenant, id).stream())
                        .collect(Collectors.toMap(
                                entry -> Long.toString(entry.id()), UndoModel::value, (one, same) -> one));
            case Location -> placeNames(tenant, ids);
            case Merged ->
                merge.kind() == RecordKind.Location
                        ? placeNames(tenant, ids)
                        : customers.names(tenant, numbers(ids)).entrySet().stream()
                                .collect(Collectors.toMap(one -> one.getKey().toString(), Map.Entry::getValue));
            case Job -> named(ids, id -> "Job " + id);
            case Call -> named(ids, id -> "Call " + id);
            case ExternalData -> named(ids, id -> id.substring(id.indexOf(' ') + 1));
            case Lead, Note, Relationship -> Map.of();
        };
    }

    private Map<String, String> placeNames(long tenant, List<String> ids) {
        return locations.all(tenant, numbers(ids), null).stream()
                .collect(Collectors.toMap(location -> Long.toString(location.id()), UndoModel::name));
    }

    private static String name(Location location) {
        return location.details().name();
    }

    private static String value(ContactEntry entry) {
        return entry.content().value();
    }

    private static Map<String, String> named(List<String> ids, UnaryOperator<String> name) {
        return ids.stream().distinct().collect(Collectors.toMap(id -> id, name));
    }

    private static List<Long> numbers(List<String> ids) {
        return ids.stream().map(Long::valueOf).toList();
    }

    Obstacle say(long tenant, Blocker blocker) {
        Object merge = blocker.facts().get("mergeId");
        return switch (blocker.reason()) {
            case STATE -> new Obstacle("The merge does not stand any more.", List.of());
            case PART_OF ->
                new Obstacle(
                        "The two locations were merged together with their customers.",
                        List.of(new Way("Undo the merge of the customers", "/merges/" + merge + "/undo")));
            case EXPIRED -> new Obstacle(blocker.text(), List.of());
            case LATER_MERGE ->
                new Obstacle(
                        "A later merge rests on this one, and has to be undone first.",
                        List.of(new Way("To the later merge", "/merges/" + merge + "/undo")));
            case NO_ACTIVE_LOCATION -> {
                long customer = ((Number) Objects.requireNonNull(blocker.facts().get("customerId"))).longValue();
                String name = customers.get(tenant, customer).details().name();
                yield new Obstacle(
                        name + " would have no active location. Reactivate one of theirs first, or add one.",
                        List.of(new Way("To " + name, "/customers/" + customer + "?stay=true")));
            }
        };
    }
}
