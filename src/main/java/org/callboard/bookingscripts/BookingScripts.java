package org.callboard.bookingscripts;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.callboard.addresses.Limits.Memo;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.JobTypes;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The booking scripts of a tenant: for each job type which custom fields of jobs are asked for, in an order. A field that
 * was retired keeps its place and is not asked. Of several who change a script at once each sees what the one before made.
 */
@Service
public class BookingScripts {

    /** More than anybody asks on the telephone. */
    public static final int MOST = 30;

    private final BookingScriptStore store;
    private final JobTypes jobTypes;
    private final CustomFieldTypes fields;
    private final Changes changes;

    BookingScripts(BookingScriptStore store, JobTypes jobTypes, CustomFieldTypes fields, Changes changes) {
        this.store = store;
        this.jobTypes = jobTypes;
        this.fields = fields;
        this.changes = changes;
    }

    /** What a job type asks, in its order, also with fields that are retired. */
    public List<ScriptQuestion> all(long tenant, long jobType) {
        return store.all(tenant, jobType);
    }

    /** What is asked when a job of the type is booked, in its order; nothing of a type that there is not. */
    public List<ScriptQuestion> asked(long tenant, long jobType) {
        return all(tenant, jobType).stream()
                .filter(question -> question.field().active())
                .toList();
    }

    /** One question of a job type; NotFound where there is none. */
    public ScriptQuestion get(long tenant, long jobType, long field) {
        return find(all(tenant, jobType), field);
    }

    /**
     * Adds a question, as the last one. NotFound for a job type that there is not; Invalid for {@code typeId} where that is no
     * field of jobs in use, is asked already or one too many, and for {@code help}.
     */
    @Transactional
    public void ask(long tenant, long jobType, long field, boolean required, @Nullable String help) {
        change(tenant, jobType, before -> {
            Optional<CustomFieldType> type =
                    Optional.ofNullable(fields.known(tenant, CustomFieldTypes.OF_JOBS, List.of(field))
                            .get(field));
            FieldErrors errors = checkHelp(help);
            errors.addIf(
                            type.filter(CustomFieldType::active).isEmpty(),
                            "typeId",
                            "There is no custom field of jobs " + field + " in use.")
                    .addIf(
                            before.stream().anyMatch(one -> one.id() == field),
                            "typeId",
                            "The script asks that already.")
                    .addIf(before.size() >= MOST, "typeId", "At most " + MOST + " questions are allowed.")
                    .throwIfAny();
            store.insert(tenant, jobType, field, required, help);
        });
    }

    /** Says anew whether an answer is needed, and what to say. NotFound where the script does not ask it; Invalid for {@code help}. */
    @Transactional
    public void update(long tenant, long jobType, long field, boolean required, @Nullable String help) {
        change(tenant, jobType, before -> {
            find(before, field);
            checkHelp(help).throwIfAny();
            store.update(tenant, jobType, field, required, help);
        });
    }

    /** Asks it no longer; jobs keep their answers. NotFound where the script does not ask it. */
    @Transactional
    public void drop(long tenant, long jobType, long field) {
        change(tenant, jobType, before -> {
            find(before, field);
            store.delete(tenant, jobType, field);
        });
    }

    /** Moves a question one place up or down; the first and the last stay. NotFound where the script does not ask it. */
    @Transactional
    public void move(long tenant, long jobType, long field, boolean up) {
        change(tenant, jobType, before -> {
            List<Long> ids = before.stream().map(ScriptQuestion::id).collect(Collectors.toList());
            int from = before.indexOf(find(before, field));
            int to = from + (up ? -1 : 1);
            if (to >= 0 && to < ids.size()) {
                Collections.swap(ids, from, to);
                store.arrange(tenant, jobType, ids);
            }
        });
    }

    private void change(long tenant, long jobType, Consumer<List<ScriptQuestion>> what) {
        jobTypes.hold(tenant, jobType);
        List<ScriptQuestion> before = store.all(tenant, jobType);
        what.accept(before);
        Diff diff = diff(before, store.all(tenant, jobType));
        if (!diff.isEmpty()) {
            changes.record(EntityKind.JOB_TYPE, jobType, Action.UPDATED, diff);
        }
    }

    private static Diff diff(List<ScriptQuestion> before, List<ScriptQuestion> after) {
        Diff diff = Diff.none().field("customFieldTypeIds", ids(before), ids(after));
        for (ScriptQuestion now : after) {
            before.stream().filter(one -> one.id() == now.id()).forEach(was -> {
                String name = "customFields." + now.id();
                diff.field(name + ".required", was.required(), now.required())
                        .field(name + ".help", was.help(), now.help());
            });
        }
        return diff;
    }

    private static List<Long> ids(List<ScriptQuestion> all) {
        return all.stream().map(ScriptQuestion::id).toList();
    }

    private static ScriptQuestion find(List<ScriptQuestion> all, long field) {
        return all.stream()
                .filter(one -> one.id() == field)
                .findFirst()
                .orElseThrow(() -> new NotFound("Question", field));
    }

    /** What is wrong with what to say. */
    public static FieldErrors checkHelp(@Nullable String help) {
        return new FieldErrors().maxLength("help", help, Memo.MAX);
    }
}
