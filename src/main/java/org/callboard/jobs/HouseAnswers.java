package org.callboard.jobs;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callboard.bookingscripts.ScriptQuestion;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.details.CustomDataEntries;
import org.callboard.details.CustomDataRequests.CustomFieldUpdate;
import org.callboard.details.CustomFieldValue;
import org.callboard.details.EditDetails;
import org.callboard.details.RecordKind;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers about a house, such as its gate code, which are asked for with a job and kept at the location for the next one:
 * in the location's own custom fields, where people and programs see and change them and a merge moves them. The newer
 * answer wins. A field of the location that was retired, or can't have the answer, keeps what it has.
 */
@Service
public class HouseAnswers {

    private static final String BY_JOB = "jobId";

    /**
     * What a location keeps for a field of jobs.
     *
     * @param jobNumber the last job there that says the same, and when it was booked; null where none does
     */
    public record Kept(
            long typeId,
            String value,
            @Nullable String jobNumber,
            @Nullable Instant askedOn) {}

    private final HouseAnswerStore store;
    private final CustomFieldTypes types;
    private final EditDetails locations;
    private final Changes changes;

    HouseAnswers(HouseAnswerStore store, CustomFieldTypes types, EditDetails locations, Changes changes) {
        this.store = store;
        this.types = types;
        this.locations = locations;
        this.changes = changes;
    }

    /** What a location keeps for those of the questions that are about the house, by field; without a location, nothing. */
    public Map<Long, Kept> kept(long tenant, @Nullable Long location, List<ScriptQuestion> asked) {
        return location == null
                ? Map.of()
                : kept(
                        tenant,
                        location.longValue(),
                        asked.stream().map(ScriptQuestion::field).toList());
    }

    /** What a location keeps for those of the fields that ask about the house, by field. */
    public Map<Long, Kept> kept(long tenant, long location, Collection<CustomFieldType> fields) {
        List<Long> ofHouse = fields.stream()
                .filter(CustomFieldType::ofHouse)
                .map(CustomFieldType::id)
                .toList();
        return ofHouse.isEmpty()
                ? Map.of()
                : store.kept(tenant, location, ofHouse).stream()
                        .collect(Collectors.toMap(Kept::typeId, Function.identity()));
    }

    /**
     * Locks the location where one of the fields asks about the house, and says whether that is so. Locations come before
     * bookings, leads and jobs: whoever books or changes a job with answers calls it before those are locked.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold(long tenant, long location, Collection<Long> fields) {
        boolean keeps = types.known(tenant, CustomFieldTypes.OF_JOBS, fields).values().stream()
                .anyMatch(CustomFieldType::ofHouse);
        if (keeps) {
            locations.hold(RecordKind.Location, tenant, location);
        }
        return keeps;
    }

    /**
     * Keeps those of a job's answers that are about the house, and new: not what the job said {@code before}, however that is
     * written now.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(long tenant, long location, long job, List<CustomFieldValue> before, List<CustomFieldUpdate> given) {
        Map<Long, String> said = given.stream()
                .filter(answer -> VisibleText.in(answer.value()))
                .collect(Collectors.toMap(CustomFieldUpdate::typeId, CustomFieldUpdate::value));
        Map<Long, String> saidBefore =
                before.stream().collect(Collectors.toMap(CustomFieldValue::typeId, CustomFieldValue::value));
        Map<Long, String> answers = new HashMap<>();
        types.known(tenant, CustomFieldTypes.OF_JOBS, said.keySet()).forEach((id, type) -> {
            String answer = type.normalize(Objects.requireNonNull(said.get(id)));
            if (type.locationTypeId() != null && !answer.equals(saidBefore.get(id))) {
                answers.put(type.locationTypeId(), answer);
            }
        });
        if (!answers.isEmpty()) {
            locations.changeCustomFields(
                    RecordKind.Location,
                    tenant,
                    location,
                    answers.keySet(),
                    (type, old) -> taken(type, old, Objects.requireNonNull(answers.get(type.id()))),
                    Diff.none().now(BY_JOB, job));
        }
    }

    private static @Nullable String taken(CustomFieldType type, @Nullable String old, String answer) {
        return type.problem(answer) == null ? type.normalize(answer) : old;
    }

    /** Puts back what a job overwrote that is taken back, where nobody has said anything else since. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(long tenant, long location, long job) {
        Map<Long, Diff.Field> overwritten = new HashMap<>();
        changes.of(tenant, EntityKind.LOCATION, location).stream()
                .filter(change -> change.fields().stream()
                        .anyMatch(field -> field.name().equals(BY_JOB)
                                && field.after() instanceof Number number
                                && number.longValue() == job))
                .flatMap(change -> change.fields().stream())
                .forEach(field ->
                        CustomDataEntries.typeInLog(field.name()).ifPresent(type -> overwritten.put(type, field)));
        if (!overwritten.isEmpty()) {
            locations.changeCustomFields(
                    RecordKind.Location,
                    tenant,
                    location,
                    overwritten.keySet(),
                    (type, old) -> restored(old, Objects.requireNonNull(overwritten.get(type.id()))),
                    Diff.none().field(BY_JOB, job, null));
        }
    }

    private static @Nullable String restored(@Nullable String now, Diff.Field overwritten) {
        Object before = overwritten.before();
        return now == null || !now.equals(overwritten.after()) ? now : before == null ? null : before.toString();
    }
}
