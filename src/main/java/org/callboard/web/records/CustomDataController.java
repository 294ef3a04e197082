package org.callboard.web.records;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.details.EditDetails;
import org.callboard.details.Notes;
import org.callboard.http.Precondition;
import org.callboard.people.CurrentUser;
import org.callboard.validation.FieldErrors;
import org.callboard.web.layout.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
    String contacts(RecordPage page, @PathVariable long id, Model model) {
        return contactsPart(page, id, model);
    }

    /** The contacts with the form for another. */
    @GetMapping("/contacts/new")
    @PageAccess(Role.CSR)
    String newContact(RecordPage page, @PathVariable long id, Model model) {
        Field blank = CustomDataFields.newContact();
        model.addAttribute("adding", blank);
        model.addAttribute("typed", blank.values());
        return contactsPart(page, id, model);
    }

    @PostMapping("/contacts")
    @PageAccess(Role.CSR)
    String addContact(
            RecordPage page,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            HttpServletResponse response) {
        page.open(tenant(), id);
        Field blank = CustomDataFields.newContact();
        Set<String> names = blank.parts().stream().map(Part::name).collect(Collectors.toSet());
        if (Forms.saved(
                model,
                response,
                names,
                () -> details.addContact(page.kind(), tenant(), id, CustomDataFields.content(blank.read(form))))) {
            model.addAttribute("news", "The contact is added.");
        } else {
            model.addAttribute("adding", blank);
            model.addAttribute("typed", blank.typed(form));
        }
        return contactsPart(page, id, model);
    }

    @PostMapping("/contacts/{contactId}/remove")
    @PageAccess(Role.CSR)
    String removeContact(RecordPage page, @PathVariable long id, @PathVariable long contactId, Model model) {
        details.removeContact(page.kind(), tenant(), id, contactId, Precondition.NONE);
        model.addAttribute("news", "The contact is removed.");
        return contactsPart(page, id, model);
    }

    @PostMapping("/tags/{tagTypeId}")
    @PageAccess(Role.CSR)
    String addTag(RecordPage page, @PathVariable long id, @PathVariable long tagTypeId, Model model) {
        details.addTag(page.kind(), tenant(), id, tagTypeId);
        model.addAttribute("news", "The tag is added.");
        return tagsPart(page, id, model);
    }

    @PostMapping("/tags/{tagTypeId}/remove")
    @PageAccess(Role.CSR)
    String removeTag(RecordPage page, @PathVariable long id, @PathVariable long tagTypeId, Model model) {
        details.removeTag(page.kind(), tenant(), id, tagTypeId);
        model.addAttribute("news", "The tag is removed.");
        return tagsPart(page, id, model);
    }

    /** Further notes, to go below those that are there. */
    @GetMapping("/notes")
    @PageAccess(Role.Viewer)
    String notes(RecordPage page, @PathVariable long id, @RequestParam(defaultValue = "1") int number, Model model) {
        OpenRecord record = page.open(tenant(), id);
        models.fill(model, record);
        models.fillNotes(model, record, number);
        return "records/notes :: entries";
    }

    @PostMapping("/notes")
    @PageAccess(Role.CSR)
    String addNote(
            RecordPage page,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean pin,
            @RequestParam(defaultValue = "false") boolean copy,
            Model model,
            HttpServletResponse response) {
        page.open(tenant(), id);
        if (Forms.saved(model, response, Set.of("text"), () -> {
            new FieldErrors()
                    .required("text", text)
                    .addIf(text.length() > MAX_NOTE, "text", "At most " + MAX_NOTE + " characters are allowed.")
                    .throwIfAny();
            details.addNote(page.kind(), tenant(), id, text.strip(), pin, copy);
        })) {
            model.addAttribute("news", "The note is saved.");
        } else {
            model.addAttribute("text", text);
            model.addAttribute("pin", pin);
            model.addAttribute("copy", copy);
        }
        return notesPart(page, id, model);
    }

    @PostMapping("/notes/{noteId}/delete")
    @PageAccess(Role.CSR)
    String deleteNote(RecordPage page, @PathVariable long id, @PathVariable long noteId, Model model) {
        page.open(tenant(), id);
        notes.delete(page.kind(), tenant(), id, noteId);
        model.addAttribute("news", "The note is deleted.");
        return notesPart(page, id, model);
    }

    private String contactsPart(RecordPage page, long id, Model model) {
        OpenRecord record = page.open(tenant(), id);
        models.fill(model, record);
        models.fillContacts(model, record);
        return "records/contacts :: part";
    }

    private String tagsPart(RecordPage page, long id, Model model) {
        OpenRecord record = page.open(tenant(), id);
        models.fill(model, record);
        models.fillTags(model, record);
        return "records/tags :: part";
    }

    private String notesPart(RecordPage page, long id, Model model) {
        OpenRecord record = page.open(tenant(), id);
        models.fill(model, record);
        models.fillNotes(model, record, 1);
        return "records/notes :: part";
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
