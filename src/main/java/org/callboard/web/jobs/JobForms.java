package org.callboard.web.jobs;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.callboard.addresses.Limits.CustomValue;
import org.callboard.addresses.Limits.Line;
import org.callboard.addresses.Limits.LongText;
import org.callboard.database.RecordShape;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.details.CustomDataRequests.CustomFieldUpdate;
import org.callboard.details.CustomFieldValue;
import org.callboard.http.EntityTag;
import org.callboard.http.Precondition;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.AppointmentDraft;
import org.callboard.jobs.Job;
import org.callboard.jobs.JobDetails;
import org.callboard.jobs.Priority;
import org.callboard.jobs.VisitTime;
import org.callboard.settings.CustomFieldType;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.WallClockTime;
import org.callboard.web.QuickDates;
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;

/** The forms on the page of a job: what stands in them to begin with, and what was sent in them. */
final class JobForms {

    static final String CUSTOM = "custom-";

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final int SHORTEST = (int) VisitTime.SHORTEST.toMinutes();
    private static final int LONGEST = (int) VisitTime.LONGEST.toMinutes();
    private static final Duration USUAL = Duration.ofHours(2);

    private JobForms() {}

    static String newStart(long visit) {
        return "newStart-" + visit;
    }

    static String newMinutes(long visit) {
        return "newMinutes-" + visit;
    }

    /** The field that confirms what is asked about the time in another. */
    static String confirms(String startField) {
        return "confirmed-" + startField;
    }

    /** Fills the fields that no form has sent. */
    static void fill(Form form, Job job, Appointment visit, List<Appointment> all, QuickDates dates) {
        if (!form.has("start")) {
            form.with("start", dates.text(visit.time().startOn()))
                    .with("minutes", minutes(visit))
                    .with("windowStart", clock(visit.time().arrivalWindowStart(), dates))
                    .with("windowEnd", clock(visit.time().arrivalWindowEnd(), dates));
        }
        if (!form.has("visitStart")) {
            form.with("visitStart", dates.tomorrow()).with("visitMinutes", USUAL.toMinutes());
        }
        if (!form.has("instructions")) {
            form.with("instructions", visit.specialInstructions());
        }
        if (!form.has("summary")) {
            fill(form, job);
        }
        for (Appointment one : all) {
            if (!form.has(newMinutes(one.id()))) {
                form.with(newMinutes(one.id()), minutes(one));
            }
        }
    }

    /** The time of day as a form has it; null for none. */
    private static @Nullable String clock(@Nullable Instant moment, QuickDates dates) {
        return moment == null ? null : moment.atZone(dates.zone()).toLocalTime().format(CLOCK);
    }

    private static void fill(Form form, Job job) {
        JobDetails details = job.details();
        form.with("summary", Objects.requireNonNullElse(details.summary(), ""))
                .with("businessUnitId", details.businessUnitId())
                .with("jobTypeId", details.jobTypeId())
                .with("campaignId", details.campaignId())
                .with("priority", details.priority())
                .with("customerPo", details.customerPo())
                .with("soldById", details.soldById())
                .with("noCharge", details.noCharge())
                .with("notificationsEnabled", details.notificationsEnabled());
        job.customData().tagTypeIds().forEach(tag -> form.with("tagTypeIds", tag));
        job.customData().customFields().forEach(field -> form.with(CUSTOM + field.typeId(), field.value()));
    }

    private static long minutes(Appointment visit) {
        return Duration.between(visit.time().startOn(), visit.time().endOn()).toMinutes();
    }

    /** What the person saw of the record: nobody may have changed it since. */
    static Precondition seen(Form form) {
        String version = form.value("version");
        return version.isEmpty() ? Precondition.NONE : Precondition.of(new EntityTag(version));
    }

    /** A time that was chosen, by the company's clocks; null where that is none, which is noted. */
    static @Nullable VisitTime time(Form form, String startField, String minutesField, QuickDates dates) {
        FieldErrors errors = new FieldErrors();
        LocalDateTime typed = WallClockTime.read(form.text(startField), startField, errors);
        errors.addIf(typed == null && errors.asMap().isEmpty(), startField, "Choose a day and a time.");
        Integer minutes = form.number(minutesField);
        errors.addIf(
                minutes != null && (minutes < SHORTEST || minutes > LONGEST),
                minutesField,
                "Between 15 minutes and 14 days are allowed.");
        Instant start = null;
        if (typed != null) {
            WallClockTime time = new WallClockTime(typed, dates.zone());
            if (time.check(startField, errors)) {
                start = time.first();
            }
        }
        form.note(errors);
        return start == null || !errors.asMap().isEmpty()
                ? null
                : VisitTime.of(start, start.plus(minutes == null ? USUAL : Duration.ofMinutes(minutes)));
    }

    /** The new time of a visit with its arrival window moved along. */
    static VisitTime moved(VisitTime before, VisitTime after) {
        Instant from = before.arrivalWindowStart();
        Instant to = before.arrivalWindowEnd();
        Duration by = Duration.between(before.startOn(), after.startOn());
        return new VisitTime(
                after.startOn(), after.endOn(), from == null ? null : from.plus(by), to == null ? null : to.plus(by));
    }

    /**
     * The new time with the arrival window that was typed, on the day of the start; one that was left as it was moves along.
     * What is no window is noted.
     */
    static VisitTime moved(Form form, VisitTime before, VisitTime after, QuickDates dates) {
        String from = form.textOrEmpty("windowStart");
        String to = form.textOrEmpty("windowEnd");
        if (from.equals(Objects.requireNonNullElse(clock(before.arrivalWindowStart(), dates), ""))
                        && to.equals(Objects.requireNonNullElse(clock(before.arrivalWindowEnd(), dates), ""))
                || !form.has("windowStart")) {
            return moved(before, after);
        }
        Instant start = onDay(form, "windowStart", after, dates);
        Instant end = onDay(form, "windowEnd", after, dates);
        form.note(
                from.isEmpty() != to.isEmpty(),
                from.isEmpty() ? "windowStart" : "windowEnd",
                "Enter both times of the arrival window, or neither.");
        form.note(
                start != null && end != null && !end.isAfter(start),
                "windowEnd",
                "The end of the arrival window must be after its start.");
        return new VisitTime(after.startOn(), after.endOn(), start, end);
    }

    private static @Nullable Instant onDay(Form form, String field, VisitTime visit, QuickDates dates) {
        String typed = form.text(field);
        try {
            return typed == null
                    ? null
                    : LocalDate.ofInstant(visit.startOn(), dates.zone())
                            .atTime(LocalTime.parse(typed))
                            .atZone(dates.zone())
                            .toInstant();
        } catch (DateTimeException e) {
            form.note(true, field, "A time of day is expected, such as 13:00.");
            return null;
        }
    }

    /** A further visit; null where its time is wrong, which is noted. */
    static @Nullable AppointmentDraft visit(Form form, QuickDates dates) {
        VisitTime time = time(form, "visitStart", "visitMinutes", dates);
        List<Long> technicians = form.ids("visitTechnicianIds");
        return time == null ? null : new AppointmentDraft(time, technicians, null);
    }

    /** The times that were chosen for the visits of a canceled job. */
    static Map<Long, VisitTime> newTimes(Form form, List<Appointment> visits, QuickDates dates) {
        Map<Long, VisitTime> times = new HashMap<>();
        for (Appointment visit : visits) {
            if (form.text(newStart(visit.id())) != null) {
                VisitTime time = time(form, newStart(visit.id()), newMinutes(visit.id()), dates);
                if (time != null) {
                    times.put(visit.id(), moved(visit.time(), time));
                }
            }
        }
        return times;
    }

    /** The details as the form has them. */
    static JobDetails details(Form form, JobDetails before) {
        Map<String, @Nullable Object> typed = new LinkedHashMap<>();
        typed.put("businessUnitId", Objects.requireNonNullElse(form.id("businessUnitId"), before.businessUnitId()));
        typed.put("jobTypeId", Objects.requireNonNullElse(form.id("jobTypeId"), before.jobTypeId()));
        typed.put("campaignId", Objects.requireNonNullElse(form.id("campaignId"), before.campaignId()));
        typed.put("priority", Objects.requireNonNullElse(form.choice("priority", Priority.class), before.priority()));
        typed.put("summary", form.text("summary"));
        typed.put("customerPo", form.text("customerPo"));
        typed.put("soldById", form.id("soldById"));
        typed.put("noCharge", form.flag("noCharge"));
        typed.put("notificationsEnabled", form.flag("notificationsEnabled"));
        JobDetails details = before;
        for (Map.Entry<String, @Nullable Object> one : typed.entrySet()) {
            details = RecordShape.with(details, one.getKey(), one.getValue());
        }
        return details;
    }

    /** The longest that may be typed into the texts of a form. */
    static void checkTexts(Form form) {
        form.note(new FieldErrors()
                .maxLength("summary", form.text("summary"), LongText.MAX)
                .maxLength("customerPo", form.text("customerPo"), Line.MAX));
    }

    /** Tags and custom fields; a field that is out of use keeps what it has. */
    static CustomDataDraft customData(Form form, Job job, List<CustomFieldType> types) {
        List<CustomFieldUpdate> fields = new ArrayList<>();
        FieldErrors errors = new FieldErrors();
        for (CustomFieldType type : types) {
            String value = form.text(CUSTOM + type.id());
            if (value != null) {
                errors.maxLength(CUSTOM + type.id(), value, CustomValue.MAX);
                String problem = type.problem(value);
                errors.addIf(problem != null, CUSTOM + type.id(), Objects.requireNonNullElse(problem, ""));
                fields.add(new CustomFieldUpdate(type.id(), value));
            }
        }
        for (CustomFieldValue value : job.customData().customFields()) {
            if (types.stream().noneMatch(type -> type.id() == value.typeId())) {
                fields.add(new CustomFieldUpdate(value.typeId(), value.value()));
            }
        }
        form.note(errors);
        return new CustomDataDraft(form.ids("tagTypeIds"), fields, null);
    }
}
