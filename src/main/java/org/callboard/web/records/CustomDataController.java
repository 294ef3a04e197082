package org.callboard.web.records;

import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.details.EditDetails;
import org.callboard.details.Notes;
import org.callboard.http.Precondition;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal.Conflict;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.validation.FieldErrors;
import org.callboard.web.layout.Wrong;
import org.callboard.web.records.RecordView.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Adds to a record what hangs on it, and removes it. Each answers with its part of the page as it is then. */
@Controller
@RequestMapping({"/customers/{id}", "/locations/{id}"})
class CustomDataController {

    private static final int MAX_NOTE = 20_000;

    private final RecordModel models;
    private final Notes notes;
    private final EditDetails details;

    CustomDataController(RecordModel models, Notes notes, EditDetails details) {
        this.models = models;
        this.notes = notes;
        this.details = details;
    }

    @GetMapping("/contacts")
    @PageAccess(Role.Viewer)
    ModelAndView contacts(RecordPage<?> page, @PathVariable long id) {
        return contacts(page, id, null, Outcome.none());
    }

    /** The contacts with the form for another. */
    @GetMapping("/contacts/new")
    @PageAccess(Role.CSR)
    ModelAndView newContact(RecordPage<?> page, @PathVariable long id) {
        Field blank = CustomDataFields.newContact();
        return contacts(page, id, blank, new Outcome<>(blank.values(), Wrong.NOTHING, null));
    }

    @PostMapping("/contacts")
    @PageAccess(Role.CSR)
    ModelAndView addContact(
            RecordPage<?> page, @PathVariable long id, @RequestParam MultiValueMap<String, String> form) {
        page.open(tenant(), id);
        Field blank = CustomDataFields.newContact();
        try {
            details.addContact(page.kind(), tenant(), id, CustomDataFields.content(blank.read(form)));
        } catch (Invalid | Conflict e) {
            return refused(contacts(page, id, blank, new Outcome<>(blank.typed(form), Wrong.of(e), null)));
        }
        return contacts(page, id, null, Outcome.done("The contact is added."));
    }

    @PostMapping("/contacts/{contactId}/remove")
    @PageAccess(Role.CSR)
    ModelAndView removeContact(RecordPage<?> page, @PathVariable long id, @PathVariable long contactId) {
        details.removeContact(page.kind(), tenant(), id, contactId, Precondition.NONE);
        return contacts(page, id, null, Outcome.done("The contact is removed."));
    }

    @PostMapping("/tags/{tagTypeId}")
    @PageAccess(Role.CSR)
    ModelAndView addTag(RecordPage<?> page, @PathVariable long id, @PathVariable long tagTypeId) {
        details.addTag(page.kind(), tenant(), id, tagTypeId);
        return tags(page, id, "The tag is added.");
    }

    @PostMapping("/tags/{tagTypeId}/remove")
    @PageAccess(Role.CSR)
    ModelAndView removeTag(RecordPage<?> page, @PathVariable long id, @PathVariable long tagTypeId) {
        details.removeTag(page.kind(), tenant(), id, tagTypeId);
        return tags(page, id, "The tag is removed.");
    }

    /** Further notes, to go below those that are there. */
    @GetMapping("/notes")
    @PageAccess(Role.Viewer)
    ModelAndView notes(RecordPage<?> page, @PathVariable long id, @RequestParam(defaultValue = "1") int number) {
        return new ModelAndView(
                "records/notes :: entries", "notes", models.notes(page.open(tenant(), id), number, Outcome.none()));
    }

    @PostMapping("/notes")
    @PageAccess(Role.CSR)
    ModelAndView addNote(
            RecordPage<?> page,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean pin,
            @RequestParam(defaultValue = "false") boolean copy) {
        page.open(tenant(), id);
        try {
            new FieldErrors()
                    .required("text", text)
                    .addIf(text.length() > MAX_NOTE, "text", "At most " + MAX_NOTE + " characters are allowed.")
                    .throwIfAny();
            details.addNote(page.kind(), tenant(), id, text.strip(), pin, copy);
        } catch (Invalid | Conflict e) {
            RecordView.TypedNote typed = new RecordView.TypedNote(text, pin, copy);
            return refused(notes(page, id, new Outcome<>(typed, Wrong.of(e), null)));
        }
        return notes(page, id, Outcome.done("The note is saved."));
    }

    @PostMapping("/notes/{noteId}/delete")
    @PageAccess(Role.CSR)
    ModelAndView deleteNote(RecordPage<?> page, @PathVariable long id, @PathVariable long noteId) {
        page.open(tenant(), id);
        notes.delete(page.kind(), tenant(), id, noteId);
        return notes(page, id, Outcome.done("The note is deleted."));
    }

    private ModelAndView contacts(RecordPage<?> page, long id, @Nullable Field adding, Outcome<Values> outcome) {
        return new ModelAndView(
                "records/contacts :: part", "contacts", models.contacts(page.open(tenant(), id), adding, outcome));
    }

    private ModelAndView tags(RecordPage<?> page, long id, String news) {
        return new ModelAndView("records/tags :: part", "tags", models.tags(page.open(tenant(), id), news));
    }

    private ModelAndView notes(RecordPage<?> page, long id, Outcome<RecordView.TypedNote> outcome) {
        return new ModelAndView("records/notes :: part", "notes", models.notes(page.open(tenant(), id), 1, outcome));
    }

    private static ModelAndView refused(ModelAndView part) {
        part.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return part;
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
