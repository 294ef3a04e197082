package org.callboard.contacts;

import java.util.List;
import java.util.UUID;
import org.callboard.contactpoints.ContactType;
import org.callboard.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people who belong to a customer or to a location, as the office looks them up. */
@Repository
public class RelatedPeopleStore {

    private static final RecordMapper<Person> PEOPLE = RecordMapper.of(Person.class);
    private static final int MAX = 200;

    /** A person with the ways to reach them. */
    public record Person(
            UUID id, @Nullable String name, @Nullable String title, boolean isArchived, List<Way> ways) {}

    /** A phone number or e-mail address of a person. */
    public record Way(
            ContactType type, String value, @Nullable String memo) {}

    private final JdbcClient jdbc;

    RelatedPeopleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name, archived ones last; at most two hundred. */
    public List<Person> ofCustomer(long tenant, long customer) {
        return of(tenant, RelationshipType.Customer, customer);
    }

    /** By name, archived ones last; at most two hundred. */
    public List<Person> ofLocation(long tenant, long location) {
        return of(tenant, RelationshipType.Location, location);
    }

    private List<Person> of(long tenant, RelationshipType type, long id) {
        return jdbc.sql("""
                select c.id, c.name, c.title, c.is_archived, (
                    select coalesce(json_agg(json_build_object('type', m.type, 'value', m.value, 'memo', m.memo)
                        order by m.id), '[]')
                    from contact_method m where m.tenant_id = c.tenant_id and m.contact_id = c.id
                ) as ways
                from contact_relationship r
                join contact c on c.tenant_id = r.tenant_id and c.id = r.contact_id
                where r.tenant_id = :tenant and r.related_id = :id and r.type = :type
                order by c.is_archived, lower(c.name) nulls last, c.id limit :most
                """)
                .param("tenant", tenant)
                .param("id", id)
                .param("type", type.name())
                .param("most", MAX)
                .query(PEOPLE.rows())
                .list();
    }
}
