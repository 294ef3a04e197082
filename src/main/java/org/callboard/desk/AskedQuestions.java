package org.callboard.desk;

import java.util.ArrayList;
import java.util.List;
import org.callboard.addresses.Limits.CustomValue;
import org.callboard.bookingscripts.BookingScripts;
import org.callboard.bookingscripts.ScriptQuestion;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.details.CustomDataRequests.CustomFieldUpdate;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.springframework.stereotype.Component;

/** The answers that a job is booked with: to what its type asks, and in the form that each question needs. */
@Component
class AskedQuestions {

    private final BookingScripts scripts;

    AskedQuestions(BookingScripts scripts) {
        this.scripts = scripts;
    }

    /** The answers as custom fields of the job. Notes those that can't be, and those that are missing without a word. */
    CustomDataDraft read(long tenant, BookJobRequest form, FieldErrors errors) {
        if (form.jobTypeId() == null) {
            return CustomDataDraft.NONE;
        }
        List<CustomFieldUpdate> answers = new ArrayList<>();
        for (ScriptQuestion question : scripts.asked(tenant, form.jobTypeId())) {
            String path = ScriptAnswers.path(question.id());
            String answer = VisibleText.orNull(form.script().given().get(question.id()));
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
}
