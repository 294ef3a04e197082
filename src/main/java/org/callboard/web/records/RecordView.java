package org.callboard.web.records;

import java.util.List;
import java.util.Map;
import org.callboard.bookings.BookingListStore;
import org.callboard.calls.CallListStore;
import org.callboard.changes.Changes;
import org.callboard.contacts.RelatedPeopleStore;
import org.callboard.details.Note;
import org.callboard.jobs.JobListStore;
import org.callboard.leads.Lead;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.settings.TagType;
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a customer or a location shows. Its parts are drawn again alone, each from its own record.
 *
 * @param own what the pages of one kind alone have
 * @param merged that the record was merged, or that another one was into it; null for nothing to say of that
 */
public record RecordView(
        OpenRecord rec,
        Record own,
        @Nullable MergedLine merged,
        List<Field> customFields,
        Contacts contacts,
        Tags tags,
        Notes notes,
        Rows<JobListStore.Line> jobs,
        Rows<BookingListStore.Line> bookings,
        Rows<CallListStore.Line> calls,
        List<Lead> leads,
        List<RelatedPeopleStore.Person> people) {

    /** A list that may be long, page by page. */
    public record Rows<T>(OpenRecord rec, Page<T> page) {}

    /**
     * The contacts.
     *
     * @param adding the field for another, if its form is open
     * @param news a sentence for the screen reader, here and below
     */
    record Contacts(
            OpenRecord rec,
            List<Field> fields,
            @Nullable Field adding,
            Form form,
            @Nullable String news) {}

    /** @param more the tags that it may get */
    record Tags(
            OpenRecord rec,
            List<TagType> own,
            List<TagType> more,
            @Nullable String news) {}

    /** @param authors names of employees */
    record Notes(
            OpenRecord rec,
            Page<Note> page,
            Map<Long, String> authors,
            Form form,
            @Nullable String news) {}

    /**
     * A field that is edited in place.
     *
     * @param was what the editor started from
     * @param conflict what somebody else did meanwhile
     */
    record Edit(
            OpenRecord rec,
            Field field,
            Form form,
            Values was,
            @Nullable Conflict conflict) {}

    /** @param change the one that {@code theirs} is told of */
    record Conflict(Values mine, Values theirs, Changes.@Nullable Change change) {}

    /** @param older the change before which there are more; null where there are none */
    record History(
            OpenRecord rec,
            List<HistoryWords.Told> told,
            @Nullable Long older) {}

    /** The page of a list that an address asks for, which may be any number. */
    public static Paging paging(int page, int size) {
        return new Paging(Math.clamp(page, 1, 10_000), size, false);
    }
}
