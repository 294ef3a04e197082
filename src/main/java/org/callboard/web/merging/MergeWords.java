package org.callboard.web.merging;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callboard.addresses.Coordinates;
import org.callboard.details.ContactContent;
import org.callboard.details.RecordKind;
import org.callboard.merging.MovedKind;
import org.callboard.merging.Preview;
import org.callboard.merging.Preview.Blocker;
import org.callboard.merging.Preview.ContactLine;
import org.callboard.merging.Preview.Moving;
import org.callboard.merging.Preview.OfferedPair;
import org.callboard.merging.Preview.Sample;
import org.callboard.web.merging.MergeView.Moved;
import org.callboard.web.merging.MergeView.Obstacle;
import org.callboard.web.merging.MergeView.Way;
import org.callboard.web.records.Field;
import org.callboard.web.records.OpenRecord;
import org.callboard.web.records.Part;
import org.jspecify.annotations.Nullable;

/** Says what a merge does in the words of the pages. */
final class MergeWords {

    /** Of each kind that moves, so many are shown. */
    private static final int FIRST = 5;

    /** What the pages of records have under another name, or not among their fields. */
    private static final Map<String, String> LABELS =
            Map.of("balance", "Balance", "taxExempt", "Tax exempt", "zoneId", "Zone", "taxZoneId", "Tax zone");

    private MergeWords() {}

    static String label(OpenRecord record, String field) {
        return record.own(field).map(Field::label).orElseGet(() -> LABELS.getOrDefault(field, field));
    }

    /**
     * A value as people read it; empty for none.
     *
     * @param technicians names by ids
     */
    static String say(String field, @Nullable Object value, Map<Long, String> technicians) {
        return switch (value) {
            case null -> "";
            case Boolean yes -> yes ? "Yes" : "No";
            case BigDecimal amount -> Part.money(field, field).say(Part.spelled(amount));
            case Coordinates at -> at.written();
            case Long id ->
                field.equals("preferredTechnicianId") ? technicians.getOrDefault(id, id.toString()) : id.toString();
            default -> value.toString();
        };
    }

    /** How many of a kind, such as {@code 3 jobs}. */
    static String count(RecordKind record, MovedKind kind, long count) {
        String one = switch (kind) {
            case Location -> "location";
            case Contact -> "number or e-mail address";
            case Relationship -> "person";
            case Note -> "note";
            case Tag -> "tag";
            case CustomField -> "custom field";
            case ExternalData -> "value of other programs";
            case Job -> "job";
            case Invoice -> "invoice";
            case Lead -> "lead";
            case Call -> "telephone call";
            case Merged -> record.word() + " merged before";
        };
        return count(count, one);
    }

    static String count(long count, String one) {
        String many = switch (one) {
            case "number or e-mail address" -> "numbers and e-mail addresses";
            case "person" -> "people";
            case "value of other programs" -> "values of other programs";
            case "customer merged before" -> "customers merged before";
            case "location merged before" -> "locations merged before";
            default -> one + "s";
        };
        return String.format(Locale.US, "%,d %s", count, count == 1 ? one : many);
    }

    /** What one has, in short: what people count. */
    static List<String> has(RecordKind record, List<Moving> moving) {
        return moving.stream()
                .filter(one -> one.kind() == MovedKind.Location
                        || one.kind() == MovedKind.Job
                        || one.kind() == MovedKind.Lead
                        || one.kind() == MovedKind.Call
                        || one.kind() == MovedKind.Note)
                .map(one -> count(record, one.kind(), one.count()))
                .toList();
    }

    static MergeView.Moves moves(RecordKind record, Moving moving) {
        List<Moved> first = moving.first().stream()
                .limit(FIRST)
                .map(sample -> moved(moving.kind(), sample))
                .toList();
        return new MergeView.Moves(
                count(record, moving.kind(), moving.count()),
                first,
                first.isEmpty() ? 0 : moving.count() - first.size());
    }

    private static Moved moved(MovedKind kind, Sample sample) {
        String text = sample.text();
        return switch (kind) {
            case Location -> new Moved(text, "/locations/" + sample.id());
            case Lead -> new Moved(text.isEmpty() ? "Lead" : text, "/leads/" + sample.id());
            case Job -> new Moved("Job " + sample.id() + (text.isEmpty() ? "" : ": " + text), null);
            case Invoice -> new Moved("Invoice " + sample.id() + " (" + text + ")", null);
            case Call -> new Moved("Call " + sample.id() + (text.isEmpty() ? "" : ": " + text), null);
            case Relationship -> new Moved(text.isEmpty() ? "Without a name" : text, null);
            default -> new Moved(text, null);
        };
    }

    /** The main of what moves, such as {@code 3 jobs, 2 locations and 1 lead}. */
    static String sum(RecordKind record, Preview preview) {
        List<String> parts = new ArrayList<>(has(record, preview.moving()));
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        String last = parts.removeLast();
        return String.join(", ", parts) + " and " + last;
    }

    /** What becomes of the wishes and the memo of an entry that both have; null for nothing. */
    static @Nullable String change(ContactLine line) {
        ContactContent before = line.before();
        ContactContent after = line.after();
        List<String> changes = new ArrayList<>();
        if (after.doNotText() && !before.doNotText()) {
            changes.add("do not text");
        }
        said(
                changes,
                before.preferences().jobRemindersEnabled(),
                after.preferences().jobRemindersEnabled(),
                "job reminders");
        said(
                changes,
                before.preferences().marketingUpdatesEnabled(),
                after.preferences().marketingUpdatesEnabled(),
                "marketing");
        said(
                changes,
                before.preferences().invoiceNotification(),
                after.preferences().invoiceNotification(),
                "invoices");
        said(
                changes,
                before.preferences().statementNotification(),
                after.preferences().statementNotification(),
                "statements");
        String memo = after.memo();
        if (memo != null && !memo.equals(before.memo())) {
            changes.add("memo “" + memo + "”");
        }
        return changes.isEmpty() ? null : changes.stream().collect(Collectors.joining(", ", "From now on: ", "."));
    }

    private static void said(List<String> changes, boolean before, boolean after, String what) {
        if (before && !after) {
            changes.add("no " + what);
        }
    }

    static String say(Preview.Warning warning) {
        return switch (warning.code()) {
            case CREDIT_LIMIT -> "The two credit limits are not added: one of them stays.";
            case BALANCE -> "The two balances are not added: that of the kept customer stays.";
            default -> warning.text();
        };
    }

    static Obstacle say(Blocker blocker, Preview preview) {
        RecordKind kind = preview.kind();
        return switch (blocker.reason()) {
            case KEPT_MERGED ->
                merged(preview.keptName(), blocker, kind, other -> query(kind, other, preview.removedId()));
            case REMOVED_MERGED ->
                merged(preview.removedName(), blocker, kind, other -> query(kind, preview.keptId(), other));
            case KEPT_INACTIVE -> inactive(blocker, preview);
            case OTHER_CUSTOMER ->
                new Obstacle(
                        "The two locations are of different customers. Merge the customers, or move one of the locations first.",
                        List.of(
                                new Way(preview.removedName(), "/locations/" + preview.removedId()),
                                new Way(
                                        "Its customer",
                                        "/customers/" + blocker.facts().get("customerId"))));
            case NO_ACTIVE_LOCATION ->
                new Obstacle(
                        preview.keptName()
                                + " would have no active location. Reactivate one first, or don't merge these locations.",
                        List.of(new Way("The customer's locations", "/customers/" + preview.keptId())));
            case WRONG_PAIR -> new Obstacle(blocker.text(), List.of());
        };
    }

    private static Obstacle inactive(Blocker blocker, Preview preview) {
        Object id = blocker.facts().get("id");
        String place = preview.pairs().stream()
                .filter(pair -> id instanceof Number one && one.longValue() == pair.keptId() && pair.chosen())
                .map(OfferedPair::keptName)
                .findFirst()
                .orElse(null);
        return place == null || preview.kind() == RecordKind.Location
                ? new Obstacle(preview.keptName() + " is not active. Bring it back, or keep the other one.", List.of())
                : new Obstacle(
                        "The location " + place + " is not active. Bring it back, or don't merge the two locations.",
                        List.of());
    }

    /** The address of the page for other two. */
    static String query(RecordKind kind, Object kept, Object removed) {
        return MergeView.path(kind) + "?keep=" + kept + "&with=" + removed;
    }

    /** The same with what is chosen, and where to go back to. */
    static String address(RecordKind kind, long kept, long removed, String choices, @Nullable String from) {
        return query(kind, kept, removed) + choices + (from == null ? "" : "&from=" + from);
    }

    private static Obstacle merged(String name, Blocker blocker, RecordKind kind, Function<Object, String> again) {
        Object other = blocker.facts().getOrDefault(RecordKind.MERGED_TO, "");
        return new Obstacle(
                name + " was merged into another " + kind.word() + " already.",
                List.of(
                        new Way("Open that one", OpenRecord.path(kind) + "/" + other),
                        new Way("Merge with that one", again.apply(other))));
    }
}
