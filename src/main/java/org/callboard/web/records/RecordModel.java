package org.callboard.web.records;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.access.Tenant;
import org.callboard.access.Tenants;
import org.callboard.details.Note;
import org.callboard.details.Notes;
import org.callboard.paging.DateRange;
import org.callboard.paging.Page;
import org.callboard.people.CurrentUser;
import org.callboard.people.Employee;
import org.callboard.people.Employees;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.web.Phones;
import org.callboard.web.When;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the shared parts of the pages show. */
@Component
public class RecordModel {

    private static final int NOTES = 20;

    private final CustomDataFields attached;
    private final Notes notes;
    private final TagTypes tagTypes;
    private final Employees employees;
    private final Tenants tenants;
    private final Clock clock;

    RecordModel(
            CustomDataFields attached,
            Notes notes,
            TagTypes tagTypes,
            Employees employees,
            Tenants tenants,
            Clock clock) {
        this.attached = attached;
        this.notes = notes;
        this.tagTypes = tagTypes;
        this.employees = employees;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** What every part needs: the record, who looks and how they write times and numbers. */
    public void fill(Model model, OpenRecord record) {
        SignedInUser user = CurrentUser.get();
        Tenant company = tenants.get(user.tenantId());
        model.addAttribute("rec", record);
        model.addAttribute("mayEdit", user.role().includes(Role.CSR));
        model.addAttribute("mayManage", user.role().includes(Role.Manager));
        model.addAttribute("when", new When(company.timeZone(), clock.instant()));
        model.addAttribute("phones", new Phones(company.region()));
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", Map.of());
        }
    }

    /** The whole page, but for what only one kind of record has. */
    public void fillPage(Model model, OpenRecord record) {
        fill(model, record);
        model.addAttribute("customFields", attached.custom(tenant(), record));
        fillContacts(model, record);
        fillTags(model, record);
        fillNotes(model, record, 1);
    }

    void fillContacts(Model model, OpenRecord record) {
        model.addAttribute("contacts", attached.contacts(tenant(), record));
    }

    void fillTags(Model model, OpenRecord record) {
        List<Long> own = record.attached().tagTypeIds();
        List<TagType> all = tagTypes.all(tenant());
        model.addAttribute(
                "tags", all.stream().filter(type -> own.contains(type.id())).toList());
        model.addAttribute(
                "moreTags",
                all.stream()
                        .filter(type -> type.active() && !own.contains(type.id()))
                        .toList());
    }

    void fillNotes(Model model, OpenRecord record, int page) {
        Page<Note> found =
                notes.list(record.kind(), tenant(), record.id(), DateRange.ALL, RecordLists.paging(page, NOTES));
        Map<Long, String> authors = new TreeMap<>();
        if (!found.data().isEmpty()) {
            authors.putAll(employees.all(tenant()).stream().collect(Collectors.toMap(Employee::id, Employee::name)));
        }
        model.addAttribute("notes", found);
        model.addAttribute("authors", authors);
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
