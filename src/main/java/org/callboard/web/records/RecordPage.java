package org.callboard.web.records;

import java.util.List;
import java.util.function.UnaryOperator;
import org.callboard.platform.Changes;
import org.callboard.records.ContactContent;
import org.callboard.records.RecordKind;

/** A kind of record that has a page, with what the parts that all such pages share need of it. 404 for unknown ids. */
public interface RecordPage {

    RecordKind kind();

    OpenRecord open(long tenant, long id);

    /**
     * Changes a field of the record: its own, or {@code custom-…} or {@code contact-…}.
     *
     * @param change gets what is stored while nobody else can change it, and gives what is to be
     */
    void save(long tenant, long id, String field, UnaryOperator<Values> change);

    void addContact(long tenant, long id, ContactContent content);

    void removeContact(long tenant, long id, long contact);

    void addTag(long tenant, long id, long tagType);

    void removeTag(long tenant, long id, long tagType);

    /** @param copied whether the note goes also to a customer's active locations, or to a location's customer */
    void addNote(long tenant, long id, String text, boolean pinned, boolean copied);

    void activate(long tenant, long id, boolean active);

    /** What belongs to the record's history. */
    List<Changes.Subject> history(long tenant, long id);
}
