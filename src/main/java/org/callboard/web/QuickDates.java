package org.callboard.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.WallClockTime;
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;

/** The days that people choose most often, and reading and writing the moments of a form in the company's time zone. */
public record QuickDates(ZoneId zone, Instant now) {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** One of them: what to press for it, and the value of the field. */
    public record Choice(String label, String key, String value) {}

    public List<Choice> choices() {
        return List.of(choice("Tomorrow", "t", 1), choice("In 3 days", "y", 3), choice("Next week", "u", 7));
    }

    /** The first of them: what a form starts with. */
    public String tomorrow() {
        return choices().getFirst().value();
    }

    private Choice choice(String label, String key, int days) {
        LocalDate day = LocalDate.ofInstant(now, zone).plusDays(days);
        return new Choice(label, key, day.atTime(MORNING).format(LOCAL));
    }

    /** A moment as a form has it; empty for null. */
    public String text(@Nullable Instant moment) {
        return moment == null ? "" : LocalDateTime.ofInstant(moment, zone).format(LOCAL);
    }

    /** What was typed into a field, and of two moments the first; null where nothing was. What is none, or has passed, is noted. */
    public @Nullable Instant read(Form form, String field) {
        FieldErrors errors = new FieldErrors();
        Instant moment = read(form.value(field), field, errors);
        form.note(errors);
        return moment;
    }

    /** What was typed, and of two moments the first; null where nothing was. What is none, or has passed, is noted. */
    public @Nullable Instant read(@Nullable String text, String field, FieldErrors errors) {
        LocalDateTime typed = WallClockTime.read(text, field, errors);
        if (typed == null) {
            return null;
        }
        WallClockTime time = new WallClockTime(typed, zone);
        errors.addIf(time.check(field, errors) && time.first().isBefore(now), field, "This moment has passed.");
        return time.first();
    }
}
