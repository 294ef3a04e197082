package org.callboard.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callboard.addresses.Limits.CustomValue;
import org.callboard.bookingscripts.BookingScripts;
import org.callboard.bookingscripts.ScriptQuestion;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.details.CustomDataRequests.CustomFieldUpdate;
import org.callboard.jobs.HouseAnswers;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The answers that a job is booked with: to what its type asks, and in the form that each question needs. */
@Component
class AskedQuestions {

    private final BookingScripts scripts;
    private final HouseAnswers house;

    AskedQuestions(BookingScripts scripts, HouseAnswers house) {
        this.scripts = scripts;
        this.house = house;
    }

    /** The answers as custom fields of the job. Notes those that can't be, and those that are missing without a word. */
    CustomDataDraft read(long tenant, BookJobRequest form, FieldErrors errors) {
        if (form.jobTypeId() == null) {
            return CustomDataDraft.NONE;
        }
        List<CustomFieldUpdate> answers = new ArrayList<>();
        List<ScriptQuestion> asked = scripts.asked(tenant, form.jobTypeId());
        Map<Long, HouseAnswers.Kept> kept = kept(tenant, form, asked);
        for (ScriptQuestion question : asked) {
            String path = ScriptAnswers.path(question.id());
            String answer = answer(question, form.script(), kept.get(question.id()));
            if (answer == null) {
                errors.addIf(
                        question.required() && !form.script().unasked(),
                        path,
                        "Ask for " + question.field().name() + ", or tick “Book without asking”.");
                continue;
            }
            String problem = question.field().problem(answer);
            errors.maxLength(path, answer, CustomValue.MAX).addIf(problem != null, path, String.valueOf(problem));
            answers.add(new CustomFieldUpdate(question.id(), answer));
        }
        return answers.isEmpty() ? CustomDataDraft.NONE : new CustomDataDraft(null, answers, null);
    }

    /** What the location, which is held, says by now of what it filled in. */
    private Map<Long, HouseAnswers.Kept> kept(long tenant, BookJobRequest form, List<ScriptQuestion> asked) {
        return form.script().filledIn().isEmpty() ? Map.of() : house.kept(tenant, form.locationId(), asked);
    }

    private static @Nullable String answer(
            ScriptQuestion question, ScriptAnswers answers, HouseAnswers.@Nullable Kept kept) {
        if (!question.field().ofHouse() || !answers.filledIn().contains(question.id())) {
            return VisibleText.orNull(answers.given().get(question.id()));
        }
        return kept != null && VisibleText.in(kept.value()) ? kept.value() : null;
    }
}
