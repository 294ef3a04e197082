package org.callboard.web.merging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.customers.Customer;
import org.callboard.customers.Location;
import org.callboard.details.ContactEntries;
import org.callboard.details.ContactEntry;
import org.callboard.details.RecordKind;
import org.callboard.merging.Choices;
import org.callboard.merging.Choices.From;
import org.callboard.merging.Choices.Pair;
import org.callboard.merging.Preview;
import org.callboard.merging.Preview.CustomFieldLine;
import org.callboard.merging.Preview.FieldLine;
import org.callboard.merging.Preview.OfferedPair;
import org.callboard.merging.Preview.Rule;
import org.callboard.merging.PreviewMerge;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.Technician;
import org.callboard.settings.Technicians;
import org.callboard.web.Phones;
import org.callboard.web.layout.Form;
import org.callboard.web.merging.MergeView.Outcome;
import org.callboard.web.merging.MergeView.PairRow;
import org.callboard.web.merging.MergeView.Place;
import org.callboard.web.merging.MergeView.Row;
import org.callboard.web.merging.MergeView.Same;
import org.callboard.web.merging.MergeView.Side;
import org.callboard.web.records.CustomDataFields;
import org.callboard.web.records.OpenRecord;
import org.callboard.web.records.RecordPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the page of a merge shows. */
@Component
class MergeModel {

    /** What goes with another field: it is chosen and shown with that. */
    private static final Set<String> PARTS =
            Set.of("coordinates", "coordinatesSource", "coordinatesVerificationStatus", "creditLimitBalance");

    private static final Paging CONTACTS = new Paging(1, 4, true);

    private final PreviewMerge previews;
    private final ContactEntries contacts;
    private final Technicians technicians;
    private final CustomFieldTypes fieldTypes;

    MergeModel(PreviewMerge previews, ContactEntries contacts, Technicians technicians, CustomFieldTypes fieldTypes) {
        this.previews = previews;
        this.contacts = contacts;
        this.technicians = technicians;
        this.fieldTypes = fieldTypes;
    }

    /** What is chosen in a form or an address, with what it would do; null for nothing that was chosen yet. */
    private record Chosen(Preview plain, Choices choices, Preview preview) {}

    private Chosen chosen(RecordKind kind, long tenant, long kept, long removed, Form form) {
        Choices asked = MergeForm.read(form);
        Preview plain = previews.of(kind, tenant, kept, removed, Choices.NONE);
        Choices choices = MergeForm.settled(asked, form, plain);
        Preview preview = choices.equals(Choices.NONE) ? plain : previews.of(kind, tenant, kept, removed, choices);
        return new Chosen(plain, choices, preview);
    }

    /** The page. NotFound where one of the two is not there, Invalid where both are one, or for choices of what is none. */
    <T> MergeView page(RecordPage<T> page, long tenant, long kept, long removed, Form form, @Nullable String news) {
        RecordKind kind = page.kind();
        Chosen chosen = chosen(kind, tenant, kept, removed, form);
        Preview preview = chosen.preview;
        Preview back = previews.of(kind, tenant, removed, kept, Choices.NONE);
        Side here = side(page, tenant, kept, address(preview, true), MergeWords.has(kind, back.moving()));
        Side there = side(page, tenant, removed, address(preview, false), MergeWords.has(kind, preview.moving()));
        List<Row> rows = new ArrayList<>();
        List<Same> same = new ArrayList<>();
        fields(here.rec(), tenant, chosen, rows, same);
        customFields(kind, tenant, chosen, rows, same);
        return new MergeView(
                here,
                there,
                rows,
                same,
                preview.pairs().stream().map(MergeModel::pair).toList(),
                bringsBack(here.rec(), preview),
                chosen.choices.reactivate(),
                preview.contacts().stream()
                        .map(line -> new MergeView.ContactRow(
                                Phones.word(line.type()),
                                line.value(),
                                line.removedValue().equals(line.value()) ? null : line.removedValue(),
                                MergeWords.change(line)))
                        .toList(),
                preview.moving().stream()
                        .map(moving -> MergeWords.moves(kind, moving))
                        .toList(),
                preview.conflicts().stream()
                        .map(one -> new MergeView.Conflict(one.key(), one.kept(), one.removed()))
                        .toList(),
                outcome(here.rec(), there.rec(), chosen, form, news),
                from(form));
    }

    /** What would come of other choices. As above. */
    <T> Outcome outcome(RecordPage<T> page, long tenant, long kept, long removed, Form form) {
        Chosen chosen = chosen(page.kind(), tenant, kept, removed, form);
        return outcome(page.open(tenant, kept), page.open(tenant, removed), chosen, form, null);
    }

    private static Outcome outcome(
            OpenRecord kept, OpenRecord removed, Chosen chosen, Form form, @Nullable String news) {
        Preview preview = chosen.preview;
        return new Outcome(
                kept,
                removed,
                preview.blockers().stream()
                        .map(blocker -> MergeWords.say(blocker, preview))
                        .toList(),
                preview.warnings().stream().map(MergeWords::say).distinct().toList(),
                MergeWords.sum(kept.kind(), preview),
                preview.planTag(),
                MergeForm.query(chosen.choices),
                from(form),
                news);
    }

    /** The page that asked for the merge, and that is gone back to. */
    static @Nullable String from(Form form) {
        return form.has("from", "duplicates") ? "duplicates" : null;
    }

    private <T> Side side(RecordPage<T> page, long tenant, long id, String address, List<String> has) {
        T stored = page.get(tenant, id);
        Page<ContactEntry> entries = contacts.of(page.kind(), tenant, id, CONTACTS);
        int all = entries.totalCount() == null ? 0 : entries.totalCount();
        return new Side(
                page.open(tenant, stored),
                since(stored),
                address,
                entries.data(),
                Math.max(0, all - entries.data().size()),
                has);
    }

    private static Instant since(Object record) {
        return record instanceof Customer customer ? customer.createdOn() : ((Location) record).createdOn();
    }

    /** Where one of the two is, in a line. */
    static String address(Preview preview, boolean kept) {
        return preview.fields().stream()
                .filter(line -> line.field().equals("address"))
                .map(line -> String.valueOf(kept ? line.kept() : line.removed()))
                .findFirst()
                .orElse("");
    }

    private void fields(OpenRecord record, long tenant, Chosen chosen, List<Row> rows, List<Same> same) {
        Map<Long, String> names =
                technicians.all(tenant).stream().collect(Collectors.toMap(Technician::id, Technician::name));
        Map<String, FieldLine> lines =
                chosen.plain.fields().stream().collect(Collectors.toMap(FieldLine::field, line -> line));
        for (FieldLine line : chosen.plain.fields()) {
            if (PARTS.contains(line.field())) {
                continue;
            }
            String label = MergeWords.label(record, line.field());
            String here = MergeWords.say(line.field(), line.kept(), names);
            String there = MergeWords.say(line.field(), line.removed(), names);
            if (line.rule() == Rule.SAME) {
                if (!here.isEmpty()) {
                    same.add(new Same(label, here));
                }
                continue;
            }
            FieldLine part = lines.get(line.field().equals("creditLimit") ? "creditLimitBalance" : "coordinates");
            if (part != null && (line.field().equals("creditLimit") || here.equals(there))) {
                here = with(here, MergeWords.say(part.field(), part.kept(), names), part.field());
                there = with(there, MergeWords.say(part.field(), part.removed(), names), part.field());
            }
            From byRule = MergeForm.byRule(line.rule());
            From from = chosen.choices.fields().getOrDefault(line.field(), byRule);
            rows.add(row(
                    line.choosable() ? MergeForm.FIELD + line.field() : null,
                    label,
                    here,
                    there,
                    byRule,
                    from,
                    note(line)));
        }
    }

    /** What goes with a field, behind its value. */
    private static String with(String value, String part, String field) {
        boolean credit = field.equals("creditLimitBalance");
        if (part.isEmpty()) {
            return credit ? value : value + " (no coordinates)";
        }
        return value + (credit ? " (" + part + " left)" : " (" + part + ")");
    }

    private static @Nullable String note(FieldLine line) {
        if (line.choosable()) {
            return null;
        }
        return line.rule() == Rule.STRICTER ? "Yes holds for both." : "The kept one’s stays.";
    }

    private static Row row(
            @Nullable String name,
            String label,
            String kept,
            String removed,
            From byRule,
            From from,
            @Nullable String note) {
        return new Row(
                name,
                label,
                kept,
                removed,
                from == From.REMOVED,
                byRule == From.KEPT ? "" : MergeForm.word(From.KEPT),
                byRule == From.REMOVED ? "" : MergeForm.word(From.REMOVED),
                note);
    }

    private void customFields(RecordKind kind, long tenant, Chosen chosen, List<Row> rows, List<Same> same) {
        List<CustomFieldLine> lines = chosen.plain.customFields();
        Map<Long, CustomFieldType> types = fieldTypes.known(
                tenant, kind.word(), lines.stream().map(CustomFieldLine::typeId).toList());
        for (CustomFieldLine line : lines) {
            CustomFieldType type = types.get(line.typeId());
            String here = said(type, line.kept());
            String there = said(type, line.removed());
            if (line.rule() == Rule.SAME) {
                same.add(new Same(line.name(), here));
                continue;
            }
            From byRule = MergeForm.byRule(line.rule());
            From from = chosen.choices.customFields().getOrDefault(line.typeId(), byRule);
            String note = line.choosable() ? null : line.rule() == Rule.FILLED ? "Is filled in." : null;
            rows.add(row(
                    line.choosable() ? MergeForm.CUSTOM + line.typeId() : null,
                    line.name(),
                    here,
                    there,
                    byRule,
                    from,
                    note));
        }
    }

    private static String said(@Nullable CustomFieldType type, @Nullable String value) {
        return value == null ? "" : type == null ? value : CustomDataFields.say(type, value);
    }

    private static PairRow pair(OfferedPair pair) {
        return new PairRow(
                MergeForm.value(new Pair(pair.keptId(), pair.removedId())),
                pair.chosen(),
                pair.same(),
                new Place(pair.keptId(), pair.keptName(), pair.keptAddress().toString(), pair.keptActive()),
                new Place(
                        pair.removedId(),
                        pair.removedName(),
                        pair.removedAddress().toString(),
                        pair.removedActive()));
    }

    private static boolean bringsBack(OpenRecord kept, Preview preview) {
        return kept.mergedTo() == null && !kept.active()
                || preview.pairs().stream().anyMatch(pair -> !pair.keptActive() && pair.removedActive());
    }
}
