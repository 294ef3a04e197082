package org.callboard.web.settings;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.bookingscripts.BookingScripts;
import org.callboard.bookingscripts.ScriptQuestion;
import org.callboard.people.CurrentUser;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.JobType;
import org.callboard.settings.JobTypes;
import org.callboard.web.booking.JobScript;
import org.callboard.web.booking.JobScriptModel;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The booking script of a job type: what is asked, in which order, and how the desk sees it. */
@Controller
@RequestMapping("/settings/job-types/{id}/script")
class BookingScriptController {

    private static final String NEW = "new";

    /**
     * What the page shows.
     *
     * @param changed the question that is changed; null where one may be added
     * @param fields those of jobs that can be asked for, and a new one
     */
    record View(
            JobType type,
            List<ScriptQuestion> questions,
            @Nullable ScriptQuestion changed,
            List<Option> fields,
            JobScript preview) {

        public List<Option> kinds() {
            return CustomFieldSettings.KINDS;
        }

        /** The form of the preview, in which nothing stands. */
        public Form blank() {
            return Form.blank();
        }

        /** What the script asks no longer, though it stands in it. */
        public boolean dropsOut() {
            return questions.stream().anyMatch(one -> !one.field().active());
        }
    }

    private final JobTypes types;
    private final BookingScripts scripts;
    private final AskForField asking;
    private final CustomFieldTypes fields;
    private final JobScriptModel previews;

    BookingScriptController(
            JobTypes types,
            BookingScripts scripts,
            AskForField asking,
            CustomFieldTypes fields,
            JobScriptModel previews) {
        this.types = types;
        this.scripts = scripts;
        this.asking = asking;
        this.fields = fields;
        this.previews = previews;
    }

    @GetMapping
    @PageAccess(Role.Manager)
    ModelAndView page(@PathVariable long id) {
        return show(id, null, Form.blank());
    }

    /** Adds a question: for a field that there is, or for a new one. */
    @PostMapping
    @PageAccess(Role.Manager)
    ModelAndView add(@PathVariable long id, Form form, HttpServletResponse response, RedirectAttributes redirect) {
        long tenant = tenant();
        types.get(tenant, id);
        return form.saved(response, () -> asking.add(tenant, id, AskForField.Question.of(form)))
                ? done(id, "The question is added.", redirect)
                : show(id, null, form);
    }

    /** The page with the form of one question. */
    @GetMapping("/{question}")
    @PageAccess(Role.Manager)
    ModelAndView edit(@PathVariable long id, @PathVariable long question) {
        types.get(tenant(), id);
        ScriptQuestion changed = scripts.get(tenant(), id, question);
        return show(
                id,
                changed,
                Form.blank()
                        .with("required", changed.required())
                        .with("ofHouse", changed.field().ofHouse())
                        .with("help", changed.help()));
    }

    @PostMapping("/{question}")
    @PageAccess(Role.Manager)
    ModelAndView change(
            @PathVariable long id,
            @PathVariable long question,
            Form form,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ScriptQuestion changed = scripts.get(tenant(), id, question);
        return form.saved(
                        response,
                        () -> asking.change(
                                tenant(), id, question, form.flag("required"), form.flag("ofHouse"), form.text("help")))
                ? done(id, changed.field().name() + " is saved.", redirect)
                : show(id, changed, form);
    }

    @PostMapping("/{question}/move")
    @PageAccess(Role.Manager)
    ModelAndView move(
            @PathVariable long id, @PathVariable long question, @RequestParam boolean up, RedirectAttributes redirect) {
        scripts.move(tenant(), id, question, up);
        redirect.addFlashAttribute("moved", question);
        redirect.addFlashAttribute("movedUp", up);
        return new ModelAndView("redirect:" + path(id));
    }

    @PostMapping("/{question}/remove")
    @PageAccess(Role.Manager)
    ModelAndView remove(@PathVariable long id, @PathVariable long question, RedirectAttributes redirect) {
        String name = scripts.get(tenant(), id, question).field().name();
        scripts.drop(tenant(), id, question);
        return done(id, name + " is not asked any more.", redirect);
    }

    private ModelAndView show(long id, @Nullable ScriptQuestion changed, Form form) {
        long tenant = tenant();
        JobType type = types.get(tenant, id);
        List<ScriptQuestion> questions = scripts.all(tenant, id);
        List<Option> free = fields.active(tenant, CustomFieldTypes.OF_JOBS).stream()
                .filter(field -> questions.stream().noneMatch(one -> one.id() == field.id()))
                .map(field -> Option.of(field.id(), field.name()))
                .toList();
        return new ModelAndView(
                        "settings/script",
                        "view",
                        new View(
                                type,
                                questions,
                                changed,
                                Stream.concat(Stream.of(new Option(NEW, "A new question")), free.stream())
                                        .toList(),
                                previews.of(tenant, Form.blank().with("jobTypeId", id))))
                .addObject("form", form);
    }

    private static ModelAndView done(long id, String toast, RedirectAttributes redirect) {
        redirect.addFlashAttribute("toast", toast);
        return new ModelAndView("redirect:" + path(id));
    }

    private static String path(long id) {
        return "/settings/job-types/" + id + "/script";
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
