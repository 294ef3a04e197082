package org.callboard.web.records;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.callboard.details.Note;
import org.callboard.details.Notes;
import org.callboard.paging.DateRange;
import org.callboard.paging.Page;
import org.callboard.people.CurrentUser;
import org.callboard.people.Employee;
import org.callboard.people.Employees;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the page of a record shows, and each of its parts. */
@Component
class RecordModel {

    private static final int NOTES = 20;

    private final CustomDataFields customData;
    private final RecordLists lists;
    private final Notes notes;
    private final TagTypes tagTypes;
    private final Employees employees;

    RecordModel(CustomDataFields customData, RecordLists lists, Notes notes, TagTypes tagTypes, Employees employees) {
        this.customData = customData;
        this.lists = lists;
        this.notes = notes;
        this.tagTypes = tagTypes;
        this.employees = employees;
    }

    RecordView page(OpenRecord record, Record own, @Nullable MergedLine merged) {
        return new RecordView(
                record,
                own,
                merged,
                customData.custom(tenant(), record),
                contacts(record, null, Form.blank(), null),
                tags(record, null),
                notes(record, 1, Form.blank(), null),
                lists.jobs(record, 1),
                lists.bookings(record, 1),
                lists.calls(record, 1),
                lists.leads(record),
                lists.people(record));
    }

    RecordView.Contacts contacts(OpenRecord record, @Nullable Field adding, Form form, @Nullable String news) {
        return new RecordView.Contacts(record, customData.contacts(tenant(), record), adding, form, news);
    }

    RecordView.Tags tags(OpenRecord record, @Nullable String news) {
        List<Long> own = record.customData().tagTypeIds();
        List<TagType> all = tagTypes.all(tenant());
        return new RecordView.Tags(
                record,
                all.stream().filter(type -> own.contains(type.id())).toList(),
                all.stream()
                        .filter(type -> type.active() && !own.contains(type.id()))
                        .toList(),
                news);
    }

    RecordView.Notes notes(OpenRecord record, int number, Form form, @Nullable String news) {
        Page<Note> page =
                notes.list(record.kind(), tenant(), record.id(), DateRange.ALL, RecordView.paging(number, NOTES));
        Map<Long, String> authors = page.data().isEmpty()
                ? Map.of()
                : employees.all(tenant()).stream().collect(Collectors.toMap(Employee::id, Employee::name));
        return new RecordView.Notes(record, page, authors, form, news);
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
