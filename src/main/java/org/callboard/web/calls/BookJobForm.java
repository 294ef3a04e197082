package org.callboard.web.calls;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.callboard.addresses.Address;
import org.callboard.customers.CustomerType;
import org.callboard.desk.BookJobRequest;
import org.callboard.desk.JobChoices;
import org.callboard.jobs.Priority;
import org.callboard.search.LikelyMatch;
import org.callboard.search.MatchReason;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.WallClockTime;
import org.jspecify.annotations.Nullable;

/**
 * The booking form as text, exactly as typed, so that it comes back unchanged whatever is wrong with it.
 *
 * @param lead an open lead that the job answers, or empty
 * @param confirmedStart what {@code start} said when somebody confirmed it; nothing until they were asked
 * @param who {@code new}, {@code customer:ID} (at a new location) or {@code location:ID}; empty until somebody chose
 */
public record BookJobForm(
        @Nullable String who,
        @Nullable String name,
        @Nullable String customerType,
        @Nullable String street,
        @Nullable String unit,
        @Nullable String city,
        @Nullable String state,
        @Nullable String zip,
        @Nullable String country,
        @Nullable String businessUnitId,
        @Nullable String jobTypeId,
        @Nullable String campaignId,
        @Nullable String priority,
        @Nullable String start,
        @Nullable String minutes,
        @Nullable String summary,
        @Nullable String serviceAnyway,
        @Nullable String confirmedStart,
        @Nullable String lead) {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final Duration SOON = Duration.ofMinutes(90); // so the full hour before is not past when it is sent
    private static final Duration USUAL = Duration.ofHours(2);

    /** What the form starts with. A match is chosen beforehand only where phone or e-mail and the address agree. */
    static BookJobForm prefilled(
            BookJobPrefill wish, JobChoices.Prefilled choices, List<LikelyMatch> matches, ZoneId zone, Instant now) {
        Address address = wish.address();
        Instant start = wish.start();
        return new BookJobForm(
                Objects.requireNonNullElseGet(wish.who(), () -> surest(matches)),
                wish.name(),
                Objects.requireNonNullElse(wish.customerType(), CustomerType.Residential)
                        .name(),
                address == null ? "" : address.street(),
                address == null ? "" : address.unit(),
                address == null ? "" : address.city(),
                address == null ? "" : address.state(),
                address == null ? "" : address.zip(),
                address == null || address.country().isBlank() ? "USA" : address.country(),
                text(choices.businessUnitId()),
                text(choices.jobTypeId()),
                text(choices.campaignId()),
                Objects.requireNonNullElse(wish.priority(), Priority.Normal).name(),
                (start == null
                                ? now.plus(SOON)
                                        .atZone(zone)
                                        .truncatedTo(ChronoUnit.HOURS)
                                        .toLocalDateTime()
                                : LocalDateTime.ofInstant(start, zone))
                        .format(LOCAL),
                Long.toString(USUAL.toMinutes()),
                wish.summary(),
                null,
                null,
                null);
    }

    private static String surest(List<LikelyMatch> matches) {
        if (matches.isEmpty()) {
            return "new";
        }
        LikelyMatch first = matches.getFirst();
        boolean reached = first.reasons().contains(MatchReason.SamePhone)
                || first.reasons().contains(MatchReason.SameEmail);
        if (!reached || first.doNotService()) {
            return "";
        }
        return first.locations().stream()
                .filter(LikelyMatch.Place::same)
                .findFirst()
                .map(place -> "location:" + place.id())
                .orElse("");
    }

    /** What was typed, read; what can't be read is noted under the field's name. */
    public BookJobRequest read(FieldErrors errors) {
        errors.required("who", who);
        return new BookJobRequest(
                id("customer"),
                id("location"),
                name,
                constant(CustomerType.values(), customerType, "customerType", errors),
                street,
                unit,
                city,
                state,
                zip,
                country,
                number(businessUnitId, "businessUnitId", errors),
                number(jobTypeId, "jobTypeId", errors),
                number(campaignId, "campaignId", errors),
                constant(Priority.values(), priority, "priority", errors),
                WallClockTime.read(start, "start", errors),
                minutes(errors),
                summary,
                "true".equals(serviceAnyway),
                WallClockTime.read(confirmedStart, "confirmedStart", new FieldErrors()));
    }

    /** The lead that the job answers; null for none. */
    @Nullable
    Long leadId() {
        return number(lead, "lead", new FieldErrors());
    }

    private @Nullable Long id(String kind) {
        String prefix = kind + ":";
        return who != null && who.matches(kind + ":\\d{1,18}") ? Long.valueOf(who.substring(prefix.length())) : null;
    }

    private @Nullable Integer minutes(FieldErrors errors) {
        Long value = number(minutes, "minutes", errors);
        return value == null ? null : (int) Math.min(value, Integer.MAX_VALUE);
    }

    private static @Nullable Long number(@Nullable String value, String field, FieldErrors errors) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (!value.strip().matches("\\d{1,18}")) {
            errors.add(field, "A whole number is expected.");
            return null;
        }
        return Long.valueOf(value.strip());
    }

    private static <E extends Enum<E>> @Nullable E constant(
            E[] constants, @Nullable String value, String field, FieldErrors errors) {
        if (value == null || value.isBlank()) {
            return null;
        }
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseGet(() -> {
                    errors.add(field, "Choose one of the list.");
                    return null;
                });
    }

    private static String text(@Nullable Long id) {
        return id == null ? "" : id.toString();
    }
}
