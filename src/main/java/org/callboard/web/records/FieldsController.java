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
import org.callboard.web.layout.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Values that are edited in place. A form sends the value that it started from; where another is stored by now, nothing is
 * saved, and the person sees both and decides. That is checked under the record's lock, so of two who save at the same
 * instant the second learns of the first.
 */
@Controller
@RequestMapping({"/customers/{id}", "/locations/{id}"})
class FieldsController {

    private static final int LOOK_BACK = 50;

    private final CustomDataFields customData;
    private final EditDetails details;
    private final Changes changes;

    FieldsController(CustomDataFields customData, EditDetails details, Changes changes) {
        this.customData = customData;
        this.details = details;
        this.changes = changes;
    }

    @GetMapping("/value")
    @PageAccess(Role.Viewer)
    ModelAndView value(RecordPage<?> page, @PathVariable long id, @RequestParam(defaultValue = "") String field) {
        return show("shown", page.open(tenant(), id), field);
    }

    @GetMapping("/edit")
    @PageAccess(Role.CSR)
    ModelAndView edit(RecordPage<?> page, @PathVariable long id, @RequestParam(defaultValue = "") String field) {
        return show("editor", page.open(tenant(), id), field);
    }

    private ModelAndView show(String fragment, OpenRecord record, String field) {
        Field found = find(record, field);
        return show(fragment, new RecordView.Edit(record, found, found.form(), found.values(), null));
    }

    private static ModelAndView show(String fragment, RecordView.Edit edit) {
        return new ModelAndView("records/edit :: " + fragment, "view", edit);
    }

    @PostMapping("/edit")
    @PageAccess(Role.CSR)
    ModelAndView save(
            RecordPage<?> page,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String field,
            Form form,
            HttpServletResponse response) {
        OpenRecord record = page.open(tenant(), id);
        Field found = find(record, field);
        Values was = found.was(form);
        Values mine = found.read(form);
        try {
            return form.saved(response, () -> save(page, id, field, theirs -> decide(theirs, mine, was)))
                    ? show("saved", page.open(tenant(), id), field)
                    : show("editor", new RecordView.Edit(record, found, form, was, null));
        } catch (EditConflict e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Changes.Change change = lastChange(record, found).orElse(null);
            RecordView.Conflict conflict = new RecordView.Conflict(mine, e.theirs(), change);
            return show("conflict", new RecordView.Edit(record, found, form, was, conflict));
        }
    }

    private void save(RecordPage<?> page, long id, String field, UnaryOperator<Values> change) {
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
                .or(() -> customData.find(tenant(), record, name))
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

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
