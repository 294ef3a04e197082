package org.callboard.web.records;

import java.util.ArrayList;
import java.util.List;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.changes.Changes;
import org.callboard.details.ContactEntries;
import org.callboard.people.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What happened to a record, told when somebody asks for it. */
@Controller
@RequestMapping({"/customers/{id}", "/locations/{id}"})
class HistoryController {

    private static final int MAX = 50;

    private final Changes changes;
    private final ContactEntries contacts;
    private final HistoryWords words;
    private final MergedRecords merged;

    HistoryController(Changes changes, ContactEntries contacts, HistoryWords words, MergedRecords merged) {
        this.changes = changes;
        this.contacts = contacts;
        this.words = words;
        this.merged = merged;
    }

    /** The latest changes, or those before one that is shown already. */
    @GetMapping("/history")
    @PageAccess(Role.Viewer)
    ModelAndView history(
            RecordPage<?> page, @PathVariable long id, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        long tenant = CurrentUser.get().tenantId();
        OpenRecord record = page.open(tenant, id);
        List<Changes.Change> found = changes.of(tenant, subjects(page, tenant, id), before, MAX + 1);
        boolean more = found.size() > MAX;
        List<Changes.Change> shown = more ? found.subList(0, MAX) : found;
        Long older = more ? shown.getLast().sequence() : null;
        return new ModelAndView(
                "records/history", "view", new RecordView.History(record, words.tell(tenant, record, shown), older));
    }

    private List<Changes.Subject> subjects(RecordPage<?> page, long tenant, long id) {
        List<Changes.Subject> subjects = new ArrayList<>();
        subjects.add(Changes.Subject.of(page.kind().logged(), id));
        contacts.everOf(page.kind(), tenant, id)
                .forEach(entry -> subjects.add(Changes.Subject.of(page.kind().contact(), entry.id())));
        subjects.addAll(page.elsewhere(tenant, id));
        merged.into(page.kind(), id)
                .forEach(merge -> subjects.add(Changes.Subject.of(page.kind().logged(), merge.removedId())));
        return subjects;
    }
}
