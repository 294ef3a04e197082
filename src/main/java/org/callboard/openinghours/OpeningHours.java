package org.callboard.openinghours;

import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.access.Tenants;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.validation.FieldErrors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When a company works: spans of each weekday and holidays, by its own clocks; all business units share them. */
@Service
public class OpeningHours {

    /** How long the text of one weekday may be. */
    public static final int MAX_LENGTH = 100;

    /** What holds until somebody says otherwise. */
    private static final List<OpeningSpan> UNSAID = Stream.of(DayOfWeek.values())
            .filter(day -> day != DayOfWeek.SUNDAY)
            .map(day -> new OpeningSpan(day, 7 * 60, 19 * 60))
            .toList();

    private final OpeningSpanStore store;
    private final Holidays holidays;
    private final Tenants tenants;
    private final Changes changes;

    OpeningHours(OpeningSpanStore store, Holidays holidays, Tenants tenants, Changes changes) {
        this.store = store;
        this.holidays = holidays;
        this.tenants = tenants;
        this.changes = changes;
    }

    /** Hours and holidays, as they hold for a time. */
    public WorkingTime workingTime(long tenant) {
        return new WorkingTime(tenants.get(tenant).timeZone(), spans(tenant), holidays.active(tenant));
    }

    List<OpeningSpan> spans(long tenant) {
        List<OpeningSpan> said = store.all(tenant);
        return said.isEmpty() ? UNSAID : said;
    }

    /** How the form shows each weekday, Monday first. */
    public Map<DayOfWeek, String> texts(long tenant) {
        return texts(spans(tenant));
    }

    private static Map<DayOfWeek, String> texts(List<OpeningSpan> spans) {
        WorkingTime hours = new WorkingTime(ZoneOffset.UTC, spans, List.of());
        return Stream.of(DayOfWeek.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        day -> OpeningText.write(hours.of(day)),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** What the form and the log call the hours of a weekday, such as {@code monday}. */
    public static String field(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    /** Such as {@code Monday}. */
    public static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.US);
    }

    /** Changes the hours of all weekdays; Invalid names those that can't be understood, or that there are none at all. */
    @Transactional
    public void save(long tenant, Map<DayOfWeek, String> texts) {
        FieldErrors errors = new FieldErrors();
        List<OpeningSpan> spans = read(texts, errors);
        errors.addIf(
                errors.isEmpty() && spans.isEmpty(), field(DayOfWeek.MONDAY), "Enter the hours of at least one day.");
        errors.throwIfAny();
        store.lock(tenant);
        Map<DayOfWeek, String> before = texts(tenant);
        Map<DayOfWeek, String> after = texts(spans);
        Diff diff = Diff.none();
        after.forEach((day, text) -> diff.field(field(day), before.get(day), text));
        if (!diff.isEmpty()) {
            store.replace(tenant, spans);
            changes.record(EntityKind.OPENING_HOURS, tenant, Action.UPDATED, diff);
        }
    }

    private static List<OpeningSpan> read(Map<DayOfWeek, String> texts, FieldErrors errors) {
        List<OpeningSpan> all = new ArrayList<>();
        texts.forEach((day, text) -> {
            List<OpeningSpan> spans = text.length() > MAX_LENGTH ? null : OpeningText.read(day, text);
            if (text.length() > MAX_LENGTH) {
                errors.maxLength(field(day), text, MAX_LENGTH);
            } else if (spans == null) {
                errors.add(field(day), "Hours such as 7 AM – 7 PM are expected, one span after the other, or Closed.");
            } else {
                all.addAll(joined(spans));
            }
        });
        return all;
    }

    /** A span that begins where another ends goes on. */
    private static List<OpeningSpan> joined(List<OpeningSpan> spans) {
        List<OpeningSpan> joined = new ArrayList<>();
        for (OpeningSpan span : spans) {
            OpeningSpan last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.toMinute() == span.fromMinute()) {
                joined.set(joined.size() - 1, new OpeningSpan(span.weekday(), last.fromMinute(), span.toMinute()));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }
}
