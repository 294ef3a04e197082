package org.callboard.bench;

import java.util.List;
import java.util.UUID;
import org.callboard.addresses.ContactType;
import org.callboard.search.Words;

/** Writes what hangs on one company's customers and locations alike. */
final class AttachedRows {

    /** The application whose external data some records have. */
    static final UUID APPLICATION = UUID.fromString("5eed0000-0000-4000-8000-000000000001");

    /** The tables of a kind of record, and its word in the change log. */
    enum Kind {
        CUSTOMER(
                Table.CUSTOMER_CONTACT,
                Table.CUSTOMER_NOTE,
                Table.CUSTOMER_WORD,
                Table.CUSTOMER_TAG,
                Table.CUSTOMER_CUSTOM_FIELD,
                Table.CUSTOMER_EXTERNAL_DATA,
                "customer"),
        LOCATION(
                Table.LOCATION_CONTACT,
                Table.LOCATION_NOTE,
                Table.LOCATION_WORD,
                Table.LOCATION_TAG,
                Table.LOCATION_CUSTOM_FIELD,
                Table.LOCATION_EXTERNAL_DATA,
                "location");

        final Table contacts;
        final Table notes;
        final Table words;
        final Table tags;
        final Table customFields;
        final Table externalData;
        final String word;

        Kind(
                Table contacts,
                Table notes,
                Table words,
                Table tags,
                Table customFields,
                Table externalData,
                String word) {
            this.contacts = contacts;
            this.notes = notes;
            this.words = words;
            this.tags = tags;
            this.customFields = customFields;
            this.externalData = externalData;
            this.word = word;
        }
    }

    private final Company company;
    private final Pools pools;
    private final Times times;
    private final ChangeRows changes;

    AttachedRows(Company company, Pools pools, Times times, ChangeRows changes) {
        this.company = company;
        this.pools = pools;
        this.times = times;
        this.changes = changes;
    }

    /**
     * Contacts of a record.
     *
     * @param first the id of the first; the others follow
     * @param firstModified when the first was changed last
     */
    void contacts(
            Batch batch,
            Kind kind,
            long owner,
            long first,
            List<Reach> reaches,
            long created,
            long firstModified,
            Draw draw) {
        for (int i = 0; i < reaches.size(); i++) {
            Reach reach = reaches.get(i);
            boolean phone = reach.type() != ContactType.Email;
            batch.rows(kind.contacts)
                    .row(company.tenant())
                    .number(first + i)
                    .number(owner)
                    .text(reach.type().name())
                    .text(reach.value())
                    .text(phone && draw.chance(0.25) ? draw.of(pools.memos) : null)
                    .text(reach.normalized())
                    .flag(i == 0 || !draw.chance(0.04))
                    .flag(phone && draw.chance(0.05))
                    .time(created)
                    .time(i == 0 ? firstModified : created);
            changes.happened(kind.word + "-contact", first + i, "created", created, "value", reach.value());
        }
    }

    /** Notes of a record, of which the first has this id. */
    void notes(Batch batch, Kind kind, long owner, long first, int count, long created, Draw draw) {
        for (int i = 0; i < count; i++) {
            long written = times.after(created, 200, draw);
            batch.rows(kind.notes)
                    .row(company.tenant())
                    .number(first + i)
                    .number(owner)
                    .text(draw.of(pools.notes).replace("%d", Integer.toString(draw.between(1985, 2099))))
                    .flag(draw.chance(0.1))
                    .time(written)
                    .number(company.owner().id())
                    .time(written);
        }
    }

    void words(Batch batch, Kind kind, long owner, List<Words.Word> words) {
        CopyRows rows = batch.rows(kind.words);
        for (Words.Word word : words) {
            rows.row(company.tenant()).number(owner).text(word.field()).text(word.text());
        }
    }

    /** Tags, and custom fields and external data for some. */
    void attached(Batch batch, Kind kind, long owner, List<Long> tags, List<Company.Field> fields, Draw draw) {
        for (long tag : tags) {
            batch.rows(kind.tags).row(company.tenant()).number(owner).number(tag);
        }
        for (Company.Field field : fields) {
            if (draw.chance(0.12)) {
                String value =
                        field.words().isEmpty() ? Integer.toString(draw.between(1, 9999)) : draw.of(field.words());
                batch.rows(kind.customFields)
                        .row(company.tenant())
                        .number(owner)
                        .number(field.id())
                        .text(value);
            }
        }
        if (draw.chance(0.1)) {
            batch.rows(kind.externalData)
                    .row(company.tenant())
                    .number(owner)
                    .guid(APPLICATION)
                    .text("accountNumber")
                    .text("A-" + owner);
        }
    }
}
