package org.callboard.details;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactPoints;
import org.callboard.contactpoints.TypedContact;
import org.callboard.database.RecordMapper;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The contact entries of customers and of locations. A removed one stays as an inactive row for the export. */
@Repository
class ContactEntryStore {

    private static final RecordMapper<ContactEntry> ENTRIES = RecordMapper.of(ContactEntry.class);
    private static final RecordMapper<ContactContent> CONTENT = RecordMapper.of(ContactContent.class);
    private static final RecordMapper<ContactDraft> DRAFTS = RecordMapper.of(ContactDraft.class);

    private static final String ENTRY = "select * from contact_entry ";

    private static final String INSERT = DRAFTS.sql("""
            insert into contact_entry (tenant_id, owner_kind, owner_id, COLUMNS, created_on, modified_on)
            select :tenant, :kind, owner, COLUMNS, :now, :now
            from unnest(:owners::bigint[], ARRAYS) with ordinality as c (owner, COLUMNS, position)
            order by position
            returning id
            """);

    private static final String UPDATE = CONTENT.sql("""
            update contact_entry set ASSIGNMENTS, version = version + 1, modified_on = :now
            where tenant_id = :tenant and owner_kind = :kind and id = :id
            """);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ContactPoints points;

    ContactEntryStore(JdbcClient jdbc, Clock clock, ContactPoints points) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.points = points;
    }

    /** The entries in use that the conditions let through. */
    Page<ContactEntry> page(Where where, Paging paging) {
        return where.and("active").page(jdbc, ENTRY, "contact_entry", paging, ENTRIES.rows());
    }

    List<ContactEntry> ofAll(RecordKind kind, long tenant, Collection<Long> owners) {
        return jdbc.sql(ENTRY + """
                where tenant_id = :tenant and owner_kind = :kind and owner_id = any(:owners) and active
                order by id
                """)
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("owners", owners.toArray(Long[]::new))
                .query(ENTRIES.rows())
                .list();
    }

    /** The entries with these ids, removed ones too. */
    List<ContactEntry> withRemoved(RecordKind kind, long tenant, Collection<Long> ids) {
        return jdbc.sql(ENTRY + "where tenant_id = :tenant and owner_kind = :kind and id = any(:ids)")
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("ids", ids.toArray(Long[]::new))
                .query(ENTRIES.rows())
                .list();
    }

    /** The next entries after an id, removed ones too. */
    List<ContactEntry> withRemovedAfter(RecordKind kind, long tenant, long id, int most) {
        return jdbc.sql(ENTRY + """
                where tenant_id = :tenant and owner_kind = :kind and id > :id order by id limit :most
                """)
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("id", id)
                .param("most", most)
                .query(ENTRIES.rows())
                .list();
    }

    Optional<ContactEntry> find(RecordKind kind, long tenant, long owner, long id) {
        return find(kind, tenant, owner, id, "");
    }

    /** Reads it and keeps others from changing it until the transaction ends. */
    Optional<ContactEntry> lock(RecordKind kind, long tenant, long owner, long id) {
        return find(kind, tenant, owner, id, "for no key update");
    }

    private Optional<ContactEntry> find(RecordKind kind, long tenant, long owner, long id, String lock) {
        return jdbc.sql(ENTRY + """
                where tenant_id = :tenant and owner_kind = :kind and owner_id = :owner and id = :id and active
                """ + lock)
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("owner", owner)
                .param("id", id)
                .query(ENTRIES.rows())
                .optional();
    }

    /** What the owners have already. */
    List<Owned<ContactDraft>> drafts(RecordKind kind, long tenant, Collection<Long> owners) {
        RowMapper<ContactDraft> draft = DRAFTS.rows();
        return jdbc.sql("""
                select * from contact_entry
                where tenant_id = :tenant and owner_kind = :kind and owner_id = any(:owners) and active
                """)
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("owners", owners.toArray(Long[]::new))
                .query((row, number) -> new Owned<>(row.getLong("owner_id"), draft.mapRow(row, number)))
                .list();
    }

    /** Adds entries of one or more owners, in their order, in two statements; gives their ids. */
    List<Long> insert(RecordKind kind, long tenant, List<Owned<ContactDraft>> contacts) {
        List<Long> ids = jdbc.sql(INSERT)
                .params(DRAFTS.arrays(contacts.stream().map(Owned::what).toList()))
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("owners", contacts.stream().map(Owned::owner).toArray(Long[]::new))
                .param("now", clock.instant())
                .query(Long.class)
                .list();
        List<TypedContact> typed = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            ContactDraft draft = contacts.get(i).what();
            typed.add(new TypedContact(contacts.get(i).owner(), ids.get(i), draft.type(), draft.value()));
        }
        points.add(kind.contactOwner(), tenant, typed);
        return ids;
    }

    /** Those in use and those that were removed. */
    List<ContactEntry> everOf(RecordKind kind, long tenant, long owner) {
        return jdbc.sql(ENTRY + "where tenant_id = :tenant and owner_kind = :kind and owner_id = :owner order by id")
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("owner", owner)
                .query(ENTRIES.rows())
                .list();
    }

    void update(RecordKind kind, long tenant, ContactEntry before, ContactContent content) {
        jdbc.sql(UPDATE)
                .params(CONTENT.params(content))
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("id", before.id())
                .update();
        points.change(kind.contactOwner(), tenant, typed(before, before.content()), typed(before, content));
    }

    private static List<TypedContact> typed(ContactEntry entry, ContactContent content) {
        return List.of(new TypedContact(entry.ownerId(), entry.id(), content.type(), content.value()));
    }

    void remove(RecordKind kind, long tenant, long owner, long id) {
        jdbc.sql("""
                update contact_entry set active = false, version = version + 1, modified_on = :now
                where tenant_id = :tenant and owner_kind = :kind and id = :id
                """)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("id", id)
                .update();
        points.remove(kind.contactOwner(), tenant, owner, List.of(id));
    }

    /** What was understood of the entries in use of owners, by entry: each number with its extension, and each address. */
    Map<Long, Set<String>> forms(RecordKind kind, long tenant, Collection<Long> owners) {
        return points.formsOf(kind.contactOwner(), tenant, owners);
    }

    /**
     * Gives entries to another record of the kind; both records must be locked. Those that are given are still the first
     * one's, and in the state {@code was}.
     */
    List<Long> move(
            RecordKind kind, long tenant, long from, long to, Collection<Long> ids, boolean was, boolean becomes) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<ContactEntry> moved = jdbc.sql("""
                update contact_entry set owner_id = :to, active = :becomes, version = version + 1, modified_on = :now
                where tenant_id = :tenant and owner_kind = :kind and owner_id = :from and id = any(:ids) and active = :was
                returning *
                """)
                .param("to", to)
                .param("becomes", becomes)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("from", from)
                .param("ids", ids.toArray(Long[]::new))
                .param("was", was)
                .query(ENTRIES.rows())
                .list();
        List<Long> found = moved.stream().map(ContactEntry::id).toList();
        if (was && becomes) {
            points.move(kind.contactOwner(), tenant, from, to, found);
        } else if (was) {
            points.remove(kind.contactOwner(), tenant, from, found);
        } else if (becomes) {
            points.add(
                    kind.contactOwner(),
                    tenant,
                    moved.stream()
                            .map(entry -> new TypedContact(
                                    entry.ownerId(),
                                    entry.id(),
                                    entry.content().type(),
                                    entry.content().value()))
                            .toList());
        }
        return found;
    }
}
