package org.callboard.web.jobs;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.settings.CustomFieldType;
import org.callboard.web.LoggedValue;
import org.callboard.web.When;
import org.callboard.web.layout.Shell;
import org.callboard.web.records.CustomDataFields;
import org.callboard.web.telling.MessageChange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what happened to a job and its visits in people's words, with names in place of ids. */
@Component
class JobStory {

    private static final int MOST = 50;

    /** A change as a line with its details. */
    record Told(String what, String who, Instant when, List<Detail> details) {}

    /** A field that changed; null where there was or is nothing. */
    record Detail(
            String label, @Nullable String before, @Nullable String after) {}

    /** How values are said, by the name of their field. */
    private record Words(
            Map<String, Function<Object, String>> ofFields, Map<String, CustomFieldType> customFields, When when) {}

    /** @param older the change before which there are more; null where there are none */
    record Page(long jobId, List<Told> told, @Nullable Long older) {}

    private static final Map<Action, String> OF_VISIT = Map.ofEntries(
            Map.entry(Action.CREATED, "added"),
            Map.entry(Action.RESCHEDULED, "rescheduled"),
            Map.entry(Action.DISPATCHED, "dispatched"),
            Map.entry(Action.STARTED, "started"),
            Map.entry(Action.FINISHED, "done"),
            Map.entry(Action.SENT_BACK, "back to scheduled"),
            Map.entry(Action.HELD, "put on hold"),
            Map.entry(Action.HOLD_ENDED, "taken off hold"),
            Map.entry(Action.REMOVED, "removed"),
            Map.entry(Action.CONFIRMED, "confirmed by the customer"),
            Map.entry(Action.UNCONFIRMED, "not confirmed after all"),
            Map.entry(Action.ASSIGNED, "given to somebody"),
            Map.entry(Action.UNASSIGNED, "taken from somebody"),
            Map.entry(Action.UPDATED, "changed"));

    private static final Map<Action, String> OF_JOB = Map.of(
            Action.BOOKED, "Booked",
            Action.UPDATED, "Changed",
            Action.CANCELLED, "Canceled",
            Action.COMPLETED, "Completed",
            Action.REOPENED, "Reopened",
            Action.CANCELLATION_TAKEN_BACK, "Cancellation taken back",
            Action.UNDONE, "Booking undone",
            Action.MOVED, "Moved to another customer");

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("start", "Start"),
            Map.entry("end", "End"),
            Map.entry("arrivalWindowStart", "Arrival from"),
            Map.entry("arrivalWindowEnd", "Arrival until"),
            Map.entry("holdReasonId", "Why it waits"),
            Map.entry("holdMemo", "Memo"),
            Map.entry("reasonId", "Why"),
            Map.entry("memo", "Memo"),
            Map.entry("reason", "Why"),
            Map.entry("technicianIds", "Technicians"),
            Map.entry("technicianId", "Technician"),
            Map.entry("isConfirmed", "Confirmed"),
            Map.entry("customerPo", "Purchase order"),
            Map.entry("noCharge", "No charge"),
            Map.entry("soldById", "Sold by"),
            Map.entry("businessUnitId", "Business unit"),
            Map.entry("jobTypeId", "Job type"),
            Map.entry("campaignId", "Campaign"),
            Map.entry("customerId", "Customer"),
            Map.entry("locationId", "Location"),
            Map.entry("recallForId", "Recall of job"),
            Map.entry("bookingId", "Booking"),
            Map.entry("callId", "Call"),
            Map.entry("tagTypeIds", "Tags"),
            Map.entry("notificationsEnabled", "Messages to the customer"));

    /** What the heading says already, or nobody asks for. */
    private static final Set<String> UNTOLD = Set.of(
            "appointmentNumber", "appointmentId", "appointmentCount", "active", "status", "jobStatus", "completedOn");

    private final Changes changes;
    private final StoryNames names;

    JobStory(Changes changes, StoryNames names) {
        this.changes = changes;
        this.names = names;
    }

    /** The latest changes, or those before one that is shown already. */
    Page told(long tenant, long job, long before, Shell shell) {
        List<Changes.Change> found = changes.of(
                tenant,
                List.of(Changes.Subject.of(EntityKind.JOB, job), Changes.Subject.of(EntityKind.JOB_MESSAGE, job)),
                before,
                MOST + 1);
        boolean more = found.size() > MOST;
        List<Changes.Change> shown = more ? found.subList(0, MOST) : found;
        Words words = new Words(names.words(tenant), names.customFields(tenant), shell.getWhen());
        return new Page(
                job,
                shown.stream()
                        .filter(one -> !MessageChange.isMerelyQueued(one))
                        .map(one -> tell(one, words))
                        .toList(),
                more ? shown.getLast().sequence() : null);
    }

    /** Who did what to the job last, in a sentence. */
    String last(long tenant, long job, Shell shell) {
        return changes.of(tenant, List.of(Changes.Subject.of(EntityKind.JOB, job)), Long.MAX_VALUE, 1).stream()
                .map(one -> one.actorName() + " was faster: " + heading(one) + ", "
                        + shell.getWhen().time(one.happenedOn()) + ".")
                .findFirst()
                .orElse("Somebody was faster.");
    }

    private static Told tell(Changes.Change change, Words words) {
        return new Told(
                heading(change),
                change.actorName(),
                change.happenedOn(),
                change.fields().stream()
                        .filter(field -> !UNTOLD.contains(field.name()))
                        .map(field -> detail(field, words))
                        .filter(detail -> detail.before != null || detail.after != null)
                        .toList());
    }

    private static String heading(Changes.Change change) {
        String visit = value(change, "appointmentNumber");
        if (visit != null && OF_VISIT.containsKey(change.action())) {
            return "Appointment " + visit + " " + OF_VISIT.get(change.action());
        }
        String word = OF_JOB.get(change.action());
        return word == null ? capital(change.action().word()) : word;
    }

    private static @Nullable String value(Changes.Change change, String name) {
        return change.fields().stream()
                .filter(field -> field.name().equals(name))
                .flatMap(field -> Stream.ofNullable(field.after() == null ? field.before() : field.after()))
                .map(Object::toString)
                .findFirst()
                .orElse(null);
    }

    private static Detail detail(Diff.Field field, Words words) {
        CustomFieldType custom = words.customFields.get(field.name());
        if (custom != null) {
            Function<Object, String> say = value -> CustomDataFields.say(custom, value.toString());
            return new Detail(custom.name(), said(field.before(), say), said(field.after(), say));
        }
        Function<Object, String> say = words.ofFields.getOrDefault(field.name(), value -> plain(value, words.when));
        return new Detail(
                LABELS.getOrDefault(field.name(), names(field.name())),
                said(field.before(), say),
                said(field.after(), say));
    }

    private static String plain(Object value, When when) {
        String text = LoggedValue.text(value);
        if (text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*Z")) {
            try {
                return when.time(Instant.parse(text));
            } catch (DateTimeException e) {
                return text; // a memo that only looks like a moment
            }
        }
        return text;
    }

    private static @Nullable String said(@Nullable Object value, Function<Object, String> say) {
        if (value == null) {
            return null;
        }
        if (value instanceof Boolean yes) {
            return yes ? "Yes" : "No";
        }
        String said = say.apply(value);
        return said.isEmpty() ? null : said;
    }

    /** {@code specialInstructions} becomes {@code Special instructions}. */
    private static String names(String name) {
        return capital(name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT));
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
