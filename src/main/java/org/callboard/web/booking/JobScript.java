package org.callboard.web.booking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callboard.bookingscripts.ScriptQuestion;
import org.callboard.jobs.HouseAnswers;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.validation.VisibleText;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;

/**
 * The questions of a job type as the booking form asks them; {@code form} has the answers.
 *
 * @param key of which job type and place it is, by which the page learns that it has to be asked for anew
 * @param location whose answers were filled in; null for none
 * @param unasked whether it was confirmed that the job is booked without what is needed
 * @param others fields with answers to what another job type asked, which come back with it
 */
public record JobScript(
        String key, List<Asked> asked, @Nullable Long location, boolean unasked, List<String> others) {

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    /** What stands in a form, with what its location keeps filled in: never over what somebody typed, and only its own. */
    static JobScript of(
            Form form, @Nullable Long location, List<ScriptQuestion> questions, Map<Long, HouseAnswers.Kept> kept) {
        boolean moved = moved(form, location);
        return new JobScript(
                form.value("jobTypeId") + " " + form.value("who"),
                questions.stream()
                        .map(question -> asked(question, kept.get(question.id()), moved, form))
                        .toList(),
                location,
                BookJobForm.unasked(form),
                others(questions, moved, form));
    }

    /**
     * One question.
     *
     * @param filled what was filled in of the location's answers; empty for nothing
     * @param job the last job there that says so, and when it was booked; null where the location itself says it
     */
    public record Asked(
            ScriptQuestion question,
            String value,
            String filled,
            @Nullable String job,
            @Nullable Instant since) {

        /** The name of its field. */
        public String name() {
            return BookJobForm.CUSTOM + question.id();
        }

        public String filledName() {
            return BookJobForm.FILLED + question.id();
        }

        public String label() {
            return question.field().name();
        }

        /** What can be chosen; nothing where something is typed. */
        public List<Option> options() {
            return Option.of(question.field());
        }

        public String type() {
            return type(DataType.Date) ? "date" : "text";
        }

        public @Nullable String inputMode() {
            return type(DataType.Numeric) ? "decimal" : null;
        }

        private boolean type(DataType type) {
            return question.field().details().dataType() == type;
        }

        public boolean answered() {
            return VisibleText.in(value);
        }

        /** Whether what stands there is what the location says. */
        public boolean known() {
            return answered() && value.equals(filled);
        }
    }

    public long countAnswered() {
        return asked.stream().filter(Asked::answered).count();
    }

    /** Whether an answer is missing that is needed. */
    public boolean lacks() {
        return asked.stream().anyMatch(one -> one.question.required() && !one.answered());
    }

    /** The fields of answers to what is not asked now, but for those that another place filled in. */
    private static List<String> others(List<ScriptQuestion> asked, boolean moved, Form form) {
        return form.texts().keySet().stream()
                .filter(name -> name.startsWith(BookJobForm.CUSTOM))
                .map(name -> name.substring(BookJobForm.CUSTOM.length()))
                .filter(id -> asked.stream().noneMatch(one -> id.equals(Long.toString(one.id()))))
                .filter(id -> !untouched(id, moved, form))
                .flatMap(id -> Stream.of(BookJobForm.CUSTOM + id, BookJobForm.FILLED + id))
                .filter(name -> !form.value(name).isEmpty())
                .toList();
    }

    /** Whether what stands in a form was filled in for another place than the one that is chosen. */
    static boolean moved(Form form, @Nullable Long location) {
        return !form.value(BookJobForm.FILLED_OF).equals(location == null ? "" : location.toString());
    }

    /**
     * Whether nobody typed the answer that stands there, and it is what a place filled in: the one before where somebody
     * {@code moved}, which may have filled in nothing, and else the chosen one, which may say something else by now.
     */
    static boolean untouched(String id, boolean moved, Form form) {
        if (!form.has(BookJobForm.CUSTOM + id)) {
            return true;
        }
        String typed = form.value(BookJobForm.CUSTOM + id);
        boolean asFilled = typed.equals(form.value(BookJobForm.FILLED + id));
        return moved ? typed.isEmpty() || asFilled : asFilled && form.has(BookJobForm.FILLED + id);
    }

    private static Asked asked(ScriptQuestion question, HouseAnswers.@Nullable Kept kept, boolean moved, Form form) {
        String there = kept == null ? "" : LINE_BREAK.matcher(kept.value()).replaceAll(" "); // as its field shows it
        String id = Long.toString(question.id());
        return new Asked(
                question,
                untouched(id, moved, form) ? there : form.value(BookJobForm.CUSTOM + id),
                there,
                kept == null ? null : kept.jobNumber(),
                kept == null ? null : kept.askedOn());
    }
}
