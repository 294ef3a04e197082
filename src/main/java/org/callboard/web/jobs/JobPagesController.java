package org.callboard.web.jobs;

import java.util.List;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.addresses.Limits.LongText;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.dispatch.EditJob;
import org.callboard.dispatch.JobNotes;
import org.callboard.jobs.Job;
import org.callboard.jobs.Jobs;
import org.callboard.people.CurrentUser;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.validation.FieldErrors;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of one job, its details and notes. A refusal shows the page again, with what was typed. */
@Controller
@RequestMapping("/jobs/{id}")
class JobPagesController {

    private final JobAnswers answers;
    private final JobStory story;
    private final Jobs jobs;
    private final EditJob edits;
    private final JobNotes notes;
    private final CustomFieldTypes fieldTypes;

    JobPagesController(
            JobAnswers answers, JobStory story, Jobs jobs, EditJob edits, JobNotes notes, CustomFieldTypes fieldTypes) {
        this.answers = answers;
        this.story = story;
        this.jobs = jobs;
        this.edits = edits;
        this.notes = notes;
        this.fieldTypes = fieldTypes;
    }

    /**
     * @param appointment the one that is to be at hand; without it, the one that is next
     * @param call the telephone call in which somebody asks about the job, which is done once it is moved or canceled
     */
    @GetMapping
    @PageAccess(Role.Viewer)
    ModelAndView page(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long appointment,
            @RequestParam(required = false) @Nullable Long call,
            Shell shell) {
        return answers.page(id, appointment, false, Form.blank().with("call", call), shell);
    }

    @GetMapping("/history")
    @PageAccess(Role.Viewer)
    ModelAndView history(
            @PathVariable long id, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Shell shell) {
        long tenant = CurrentUser.get().tenantId();
        jobs.get(tenant, id);
        return new ModelAndView("jobs/history", "view", story.told(tenant, id, before, shell));
    }

    /** The version of the job, by which an open page learns that somebody did something. */
    @GetMapping("/version")
    @PageAccess(Role.Viewer)
    ResponseEntity<String> version(@PathVariable long id) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .cacheControl(CacheControl.noStore())
                .body(Integer.toString(
                        jobs.get(CurrentUser.get().tenantId(), id).version()));
    }

    /** The page with the form for the details. */
    @GetMapping("/edit")
    @PageAccess(Role.CSR)
    ModelAndView edit(@PathVariable long id, Shell shell) {
        return answers.page(id, null, true, Form.blank(), shell);
    }

    @PostMapping("/edit")
    @PageAccess(Role.CSR)
    ModelAndView save(JobAction action) {
        Form form = action.form();
        Job job = jobs.get(action.tenant(), action.id());
        List<CustomFieldType> types = fieldTypes.active(action.tenant(), CustomFieldTypes.OF_JOBS);
        JobForms.checkTexts(form);
        CustomDataDraft data = JobForms.customData(form, job, types);
        return answers.saved(action, true, AskedTimes.NONE, field -> field, noted -> {
            edits.update(
                    action.tenant(),
                    action.id(),
                    before -> JobForms.details(form, before),
                    data,
                    noted,
                    JobForms.seen(form));
            return "The job is changed.";
        });
    }

    @PostMapping("/notes")
    @PageAccess(Role.CSR)
    ModelAndView note(JobAction action) {
        Form form = action.form();
        jobs.get(action.tenant(), action.id());
        String note = form.textOrEmpty("note");
        form.note(new FieldErrors().required("note", note).maxLength("note", note, LongText.MAX));
        return answers.saved(
                action,
                "The note is written.",
                () -> notes.add(action.tenant(), action.id(), note, form.flag("pinned")));
    }
}
