package org.callboard.web.records;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.changes.Changes;
import org.callboard.details.EditDetails;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal.Conflict;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.web.layout.Forms;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Values that are edited in place. A form sends the value that it started from; where another is stored by now, nothing is
 * saved, and the person sees both and decides. That is checked under the record's lock, so of two who save at the same
 * instant the second learns of the first.
 */
@Controller
@RequestMapping({"/customers/{id}", "/locations/{id}"})
class FieldsController {

    private static final int LOOK_BACK = 50;

    private final CustomDataFields attached;
    private final EditDetails details;
    private final RecordModel models;
    private final Changes changes;

    FieldsController(CustomDataFields attached, EditDetails details, RecordModel models, Changes changes) {
        this.attached = attached;
        this.details = details;
        this.models = models;
        this.changes = changes;
    }

    @GetMapping("/value")
    @PageAccess(Role.Viewer)
    String value(RecordPage page, @PathVariable long id, @RequestParam(defaultValue = "") String field, Model model) {
        OpenRecord record = page.open(tenant(), id);
        return show("shown", record, find(record, field), model);
    }

    @GetMapping("/edit")
    @PageAccess(Role.CSR)
    String edit(RecordPage page, @PathVariable long id, @RequestParam(defaultValue = "") String field, Model model) {
        OpenRecord record = page.open(tenant(), id);
        Field found = find(record, field);
        model.addAttribute("typed", found.values());
        model.addAttribute("was", found.values());
        return show("editor", record, found, model);
    }

    @PostMapping("/edit")
    @PageAccess(Role.CSR)
    String save(
            RecordPage page,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String field,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            HttpServletResponse response) {
        OpenRecord record = page.open(tenant(), id);
        Field found = find(record, field);
        Values was = found.was(form);
        try {
            Values mine = found.read(form);
            save(page, id, field, theirs -> decide(theirs, mine, was));
        } catch (EditConflict e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("typed", found.typed(form));
            model.addAttribute("was", was);
            model.addAttribute("theirs", e.theirs());
            lastChange(record, found).ifPresent(change -> model.addAttribute("change", change));
            return show("conflict", record, found, model);
        } catch (Invalid | Conflict e) {
            Forms.refused(model, response, e);
            model.addAttribute("typed", found.typed(form));
            model.addAttribute("was", was);
            return show("editor", record, found, model);
        }
        OpenRecord now = page.open(tenant(), id);
        model.addAttribute("saved", true);
        return show("saved", now, find(now, field), model);
    }

    private void save(RecordPage page, long id, String field, UnaryOperator<Values> change) {
        Optional<Long> custom = CustomDataFields.customId(field);
        Optional<Long> contact = CustomDataFields.contactId(field);
        if (custom.isPresent()) {
            details.changeCustomField(page.kind(), tenant(), id, custom.get(), CustomDataFields.ofCustom(change));
        } else if (contact.isPresent()) {
            details.changeContact(page.kind(), tenant(), id, contact.get(), CustomDataFields.ofContact(change));
        } else {
            page.save(tenant(), id, field, change);
        }
    }

    private static Values decide(Values theirs, Values mine, Values was) {
        if (theirs.equals(mine)) {
            return theirs;
        }
        if (!theirs.equals(was)) {
            throw new EditConflict(theirs);
        }
        return mine;
    }

    private Field find(OpenRecord record, String name) {
        return record.own(name)
                .filter(Field::editable)
                .or(() -> attached.find(tenant(), record, name))
                .orElseThrow(() -> OpenRecord.noField(name));
    }

    /** Who changed the field last, and when. */
    private Optional<Changes.Change> lastChange(OpenRecord record, Field field) {
        Changes.Subject subject = CustomDataFields.contactId(field.name())
                .map(contact -> Changes.Subject.of(record.kind().contact(), contact))
                .orElseGet(() -> Changes.Subject.of(record.kind().logged(), record.id()));
        return changes.of(tenant(), List.of(subject), Long.MAX_VALUE, LOOK_BACK).stream()
                .filter(change -> field.logged().isEmpty()
                        || change.fields().stream()
                                .anyMatch(one -> field.logged().contains(one.name())))
                .findFirst();
    }

    private String show(String fragment, OpenRecord record, Field field, Model model) {
        models.fill(model, record);
        model.addAttribute("field", field);
        return "records/field :: " + fragment;
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
