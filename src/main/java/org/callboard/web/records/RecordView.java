package org.callboard.web.records;

import java.util.List;
import java.util.Map;
import org.callboard.bookings.BookingListStore;
import org.callboard.changes.Changes;
import org.callboard.contacts.RelatedPeopleStore;
import org.callboard.details.Note;
import org.callboard.jobs.JobListStore;
import org.callboard.leads.Lead;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.settings.TagType;
import org.callboard.web.layout.Wrong;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a customer or a location shows. Its parts are drawn again alone, each from its own record.
 *
 * @param own what the pages of one kind alone have
 */
public record RecordView(
        OpenRecord rec,
        Record own,
        List<Field> customFields,
        Contacts contacts,
        Tags tags,
        Notes notes,
        Rows<JobListStore.Line> jobs,
        Rows<BookingListStore.Line> bookings,
        List<Lead> leads,
        List<RelatedPeopleStore.Person> people) {

    /** A list that may be long, page by page. */
    public record Rows<T>(OpenRecord rec, Page<T> page) {}

    /**
     * What came of an action on a part.
     *
     * @param typed what comes back with what is wrong; null where nothing does
     * @param news a sentence for the screen reader
     */
    record Outcome<T>(
            @Nullable T typed, Wrong refusal, @Nullable String news) {

        static <T> Outcome<T> none() {
            return new Outcome<>(null, Wrong.NOTHING, null);
        }

        static <T> Outcome<T> done(String news) {
            return new Outcome<>(null, Wrong.NOTHING, news);
        }
    }

    /** @param adding the form for another, if it is open */
    record Contacts(
            OpenRecord rec, List<Field> fields, @Nullable Field adding, Outcome<Values> outcome) {}

    /** @param more the tags that it may get */
    record Tags(
            OpenRecord rec,
            List<TagType> own,
            List<TagType> more,
            @Nullable String news) {}

    /** A note as it was typed. */
    record TypedNote(String text, boolean pin, boolean copy) {}

    /** @param authors names of employees */
    record Notes(OpenRecord rec, Page<Note> page, Map<Long, String> authors, Outcome<TypedNote> outcome) {}

    /**
     * A field that is edited in place.
     *
     * @param typed what stands in the editor
     * @param was what the editor started from
     * @param theirs what somebody else stored meanwhile, by the change that is told of it
     */
    record Edit(
            OpenRecord rec,
            Field field,
            @Nullable Values typed,
            @Nullable Values was,
            @Nullable Values theirs,
            Changes.@Nullable Change change,
            Wrong refusal) {}

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
