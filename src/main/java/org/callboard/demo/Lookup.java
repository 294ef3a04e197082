package org.callboard.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.addresses.Address;
import org.callboard.customers.CustomerType;
import org.callboard.database.Caller;
import org.callboard.desk.BookJobRequest;
import org.callboard.desk.ScriptAnswers;
import org.callboard.jobs.Priority;
import org.callboard.settings.CallReason;
import org.callboard.settings.JobType;
import org.jspecify.annotations.Nullable;

/**
 * The company's settings and people by name, as they are now: somebody may have renamed or removed them since, so each may
 * be missing.
 *
 * @param providers the connection that posts for each booking provider, by the provider's name
 * @param technicians those of each business unit
 * @param csrs those who answer, the one whose password is handed out first
 */
record Lookup(
        long tenant,
        ZoneId zone,
        Map<String, Long> units,
        Map<String, JobType> jobTypes,
        Map<String, Long> campaigns,
        Map<String, CallReason> reasons,
        Map<String, Long> forms,
        Map<String, Provider> providers,
        List<Caller> csrs,
        Map<Long, List<Long>> technicians,
        List<Long> cancelReasons,
        List<Long> holdReasons) {

    /** A booking provider and the program that posts for it. */
    record Provider(long id, Caller caller) {}

    @Nullable
    Long unit(String name) {
        return units.get(name);
    }

    @Nullable
    Long jobType(String name) {
        JobType type = jobTypes.get(name);
        return type == null ? null : type.id();
    }

    @Nullable
    Long campaign(String name) {
        return campaigns.get(name);
    }

    @Nullable
    Long reason(String name) {
        CallReason reason = reasons.get(name);
        return reason == null ? null : reason.id();
    }

    /** The first business unit that does this kind of work. */
    @Nullable
    Long unitOf(String jobType) {
        JobType type = jobTypes.get(jobType);
        return type == null || type.details().businessUnitIds().isEmpty()
                ? null
                : type.details().businessUnitIds().getFirst();
    }

    /** The day itself; for a Sunday the day after. */
    static LocalDate workday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }

    /** A visit to somebody at home; the kind of work tells the job type and who does it. */
    BookJobRequest visit(
            @Nullable Long location,
            String name,
            Address address,
            String work,
            String campaign,
            LocalDateTime start,
            int minutes,
            String summary) {
        return new BookJobRequest(
                null,
                location,
                name,
                CustomerType.Residential,
                address.street(),
                address.unit(),
                address.city(),
                address.state(),
                address.zip(),
                address.country(),
                unitOf(work),
                jobType(work),
                campaign(campaign),
                Priority.Normal,
                start,
                minutes,
                summary,
                List.of(),
                null,
                false,
                null,
                new ScriptAnswers(Map.of(), Set.of(), true));
    }
}
