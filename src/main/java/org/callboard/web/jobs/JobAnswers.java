package org.callboard.web.jobs;

import java.util.function.Function;
import org.callboard.desk.AboutJob;
import org.callboard.paging.Ids;
import org.callboard.refusals.Refusal.Stale;
import org.callboard.refusals.RefusalCode;
import org.callboard.validation.FieldErrors;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Shell;
import org.callboard.web.telling.TellForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Answers with the page of a job: as it is, or with a form that was refused and what was typed into it. */
@Component
class JobAnswers {

    private final JobPageModel pages;
    private final JobStory story;
    private final AboutJob aboutJob;

    JobAnswers(JobPageModel pages, JobStory story, AboutJob aboutJob) {
        this.pages = pages;
        this.story = story;
        this.aboutJob = aboutJob;
    }

    /** @param editing whether the details are shown as a form */
    ModelAndView page(long id, @Nullable Long visit, boolean editing, Form form, Shell shell) {
        return show(id, visit, editing, AskedTimes.NONE, form, shell);
    }

    /**
     * Saves, telling the customer of it as the form decided, and says what is now true; where that is refused, shows the page
     * with the form.
     */
    ModelAndView saved(JobAction action, String toast, Runnable save) {
        return saved(action, noted -> {
            noted.throwIfAny();
            save.run();
            return toast;
        });
    }

    /** The same where the act says what came of it. */
    ModelAndView saved(JobAction action, Function<FieldErrors, String> save) {
        return saved(action, false, AskedTimes.NONE, field -> field, save);
    }

    /**
     * The same.
     *
     * @param asked the times that were asked for
     * @param fields gives the field of the form for what the act calls it
     */
    ModelAndView saved(
            JobAction action,
            boolean editing,
            AskedTimes asked,
            Function<String, @Nullable String> fields,
            Function<FieldErrors, String> save) {
        String[] toast = new String[1];
        boolean saved = action.form().saved(action.response(), fields, noted -> {
            try {
                toast[0] = TellForm.decision(action.form()).call(() -> save.apply(noted));
            } catch (Stale e) {
                throw changedMeanwhile(action);
            }
        });
        return saved
                ? action.done(toast[0] + endedCall(action))
                : show(action.id(), action.visitId(), editing, asked, action.form(), action.shell());
    }

    /** Who asked for it on the telephone has been helped: {@code call} names their call. */
    private String endedCall(JobAction action) {
        Long call = Ids.typed(action.form().text("call"));
        return call != null && aboutJob.endIfMine(action.tenant(), call, action.id()) ? " The call is done." : "";
    }

    private ModelAndView show(
            long id, @Nullable Long visit, boolean editing, AskedTimes asked, Form form, Shell shell) {
        return new ModelAndView("jobs/job", "view", pages.page(id, visit, editing, asked, form, shell));
    }

    /** Somebody else did something to the job: what it was, in a sentence. */
    private RuntimeException changedMeanwhile(JobAction action) {
        String last = story.last(action.tenant(), action.id(), action.shell());
        return RefusalCode.CHANGED_MEANWHILE.refuse(last
                + " The job is shown as it is now; what you typed is still here. Send it again if it still holds.");
    }
}
