package org.callboard.bench;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressParser;
import org.callboard.contactpoints.ContactOwner;
import org.callboard.contactpoints.ContactType;
import org.callboard.search.Findable;
import org.callboard.search.Lexemes;
import org.callboard.search.Words;
import org.jspecify.annotations.Nullable;

/** Writes what hangs on one company's records alike. */
final class AttachedRows {

    /** The application whose external data some records have. */
    static final UUID APPLICATION = UUID.fromString("5eed0000-0000-4000-8000-000000000001");

    /** A kind of record, and its own word. */
    enum Kind {
        CUSTOMER("customer"),
        LOCATION("location"),
        BOOKING("booking"),
        LEAD("lead");

        final String word;

        Kind(String word) {
            this.word = word;
        }

        Lexemes lexemes(long tenant) {
            return Lexemes.of(ContactOwner.valueOf(word), tenant);
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
     * Contacts of a record; gives the lexemes of those in use.
     *
     * @param first the id of the first; the others follow
     * @param firstModified when the first was changed last
     */
    Set<String> contacts(
            Batch batch,
            Kind kind,
            long owner,
            long first,
            List<Reach> reaches,
            long created,
            long firstModified,
            Draw draw) {
        Lexemes lexemes = kind.lexemes(company.tenant());
        Set<String> found = new LinkedHashSet<>();
        for (int i = 0; i < reaches.size(); i++) {
            Reach reach = reaches.get(i);
            boolean phone = reach.type() != ContactType.Email;
            String memo = phone && draw.chance(0.25) ? draw.of(pools.memos) : null;
            boolean active = i == 0 || !draw.chance(0.04);
            details(batch, Table.CONTACT_ENTRY, kind, owner)
                    .number(first + i)
                    .text(reach.type().name())
                    .text(reach.value())
                    .text(memo)
                    .flag(active)
                    .flag(phone && draw.chance(0.05))
                    .time(created)
                    .time(i == 0 ? firstModified : created);
            if (active) {
                reach.point(batch, company.tenant(), kind.word, owner, first + i);
                reach.addLexemes(lexemes, found);
            }
            changes.happened(kind.word + "-contact", first + i, "created", created, "value", reach.value());
        }
        return found;
    }

    /** Notes of a record, of which the first has this id. */
    void notes(Batch batch, Kind kind, long owner, long first, int count, long created, Draw draw) {
        for (int i = 0; i < count; i++) {
            long written = times.after(created, 200, draw);
            details(batch, Table.NOTE, kind, owner)
                    .number(first + i)
                    .text(draw.of(pools.notes).replace("%d", Integer.toString(draw.between(1985, 2099))))
                    .flag(draw.chance(0.1))
                    .time(written)
                    .number(company.owner().id())
                    .time(written);
        }
    }

    /** What an inquiry or lead is found by. */
    void document(
            Batch batch, Kind kind, long owner, @Nullable String name, @Nullable Address address, List<Reach> reaches) {
        Set<String> contacts = new LinkedHashSet<>();
        reaches.forEach(reach -> reach.addLexemes(kind.lexemes(company.tenant()), contacts));
        document(batch, kind, owner, Words.of(Findable.of(name, address)), contacts);
    }

    /** What a record is found by, beside its contacts. */
    void document(Batch batch, Kind kind, long owner, List<Words.Word> words, Set<String> contacts) {
        batch.rows(Table.SEARCH_DOCUMENT)
                .row(company.tenant())
                .text(kind.word)
                .number(owner)
                .lexemes(kind.lexemes(company.tenant()).of(owner, words))
                .lexemes(contacts);
    }

    void doors(Batch batch, long location, List<Words.Word> words, Address address) {
        CopyRows rows = batch.rows(Table.LOCATION_DOOR);
        for (String door : Words.doors(words)) {
            rows.row(company.tenant())
                    .text(door)
                    .text(AddressParser.postcode(address))
                    .number(location);
        }
    }

    /** Tags, and custom fields and external data for some. */
    void customData(Batch batch, Kind kind, long owner, List<Long> tags, List<Company.Field> fields, Draw draw) {
        for (long tag : tags) {
            details(batch, Table.TAG, kind, owner).number(tag);
        }
        for (Company.Field field : fields) {
            if (draw.chance(0.12)) {
                String value =
                        field.words().isEmpty() ? Integer.toString(draw.between(1, 9999)) : draw.of(field.words());
                details(batch, Table.CUSTOM_FIELD_VALUE, kind, owner)
                        .number(field.id())
                        .text(value);
            }
        }
        if (draw.chance(0.1)) {
            details(batch, Table.EXTERNAL_DATA, kind, owner)
                    .guid(APPLICATION)
                    .text("accountNumber")
                    .text("A-" + owner);
        }
    }

    /** Begins a row of a table of details. */
    private CopyRows details(Batch batch, Table table, Kind kind, long owner) {
        return batch.rows(table).row(company.tenant()).text(kind.word).number(owner);
    }
}
