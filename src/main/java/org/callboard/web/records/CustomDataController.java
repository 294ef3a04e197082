package org.callboard.web.records;

import jakarta.servlet.http.HttpServletResponse;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.addresses.Limits.LongText;
import org.callboard.details.EditDetails;
import org.callboard.details.Notes;
import org.callboard.http.Precondition;
import org.callboard.people.CurrentUser;
import org.callboard.validation.FieldErrors;
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
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
        return contacts(page, id, null, Form.blank(), null);
    }

    /** The contacts with the form for another. */
    @GetMapping("/contacts/new")
    @PageAccess(Role.CSR)
    ModelAndView newContact(RecordPage<?> page, @PathVariable long id) {
        Field blank = CustomDataFields.newContact();
        return contacts(page, id, blank, blank.form(), null);
    }

    @PostMapping("/contacts")
    @PageAccess(Role.CSR)
    ModelAndView addContact(RecordPage<?> page, @PathVariable long id, Form form, HttpServletResponse response) {
        page.open(tenant(), id);
        Field blank = CustomDataFields.newContact();
        Values typed = blank.read(form);
        return form.saved(
                        response, () -> details.addContacts(page.kind(), tenant(), id, CustomDataFields.content(typed)))
                ? contacts(page, id, null, Form.blank(), "The contact is added.")
                : contacts(page, id, blank, form, null);
    }

    @PostMapping("/contacts/{contactId}/remove")
    @PageAccess(Role.CSR)
    ModelAndView removeContact(RecordPage<?> page, @PathVariable long id, @PathVariable long contactId) {
        details.removeContact(page.kind(), tenant(), id, contactId, Precondition.NONE);
        return contacts(page, id, null, Form.blank(), "The contact is removed.");
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
                "records/notes :: entries", "notes", models.notes(page.open(tenant(), id), number, Form.blank(), null));
    }

    @PostMapping("/notes")
    @PageAccess(Role.CSR)
    ModelAndView addNote(RecordPage<?> page, @PathVariable long id, Form form, HttpServletResponse response) {
        page.open(tenant(), id);
        String text = form.textOrEmpty("text");
        form.note(new FieldErrors().required("text", text).maxLength("text", text, LongText.MAX));
        return form.saved(
                        response,
                        () -> details.addNote(page.kind(), tenant(), id, text, form.flag("pin"), form.flag("copy")))
                ? notes(page, id, Form.blank(), "The note is saved.")
                : notes(page, id, form, null);
    }

    @PostMapping("/notes/{noteId}/delete")
    @PageAccess(Role.CSR)
    ModelAndView deleteNote(RecordPage<?> page, @PathVariable long id, @PathVariable long noteId) {
        page.open(tenant(), id);
        notes.delete(page.kind(), tenant(), id, noteId);
        return notes(page, id, Form.blank(), "The note is deleted.");
    }

    private ModelAndView contacts(
            RecordPage<?> page, long id, @Nullable Field adding, Form form, @Nullable String news) {
        return new ModelAndView(
                "records/contacts :: part", "contacts", models.contacts(page.open(tenant(), id), adding, form, news));
    }

    private ModelAndView tags(RecordPage<?> page, long id, String news) {
        return new ModelAndView("records/tags :: part", "tags", models.tags(page.open(tenant(), id), news));
    }

    private ModelAndView notes(RecordPage<?> page, long id, Form form, @Nullable String news) {
        return new ModelAndView("records/notes :: part", "notes", models.notes(page.open(tenant(), id), 1, form, news));
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
