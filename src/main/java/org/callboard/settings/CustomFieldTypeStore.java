package org.callboard.settings;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.callboard.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CustomFieldTypeStore extends SettingsStore<CustomFieldType, CustomFieldType.Details> {

    private static final RecordMapper<CustomFieldType> ROWS = RecordMapper.of(CustomFieldType.class);
    private static final RecordMapper<CustomFieldType.Details> DETAILS = RecordMapper.of(CustomFieldType.Details.class);

    private static final String INSERT = DETAILS.sql("""
            insert into custom_field_type (tenant_id, COLUMNS, position, created_on, modified_on)
            values (:tenant, PARAMETERS, (
                select coalesce(max(position), 0) + 1 from custom_field_type
                where tenant_id = :tenant and record_kind = :recordKind
            ), :now, :now) returning id
            """);

    /** Its list and its kind are chosen once. */
    private static final String UPDATE = """
            update custom_field_type
            set name = :name, data_type_options = :dataTypeOptions, active = :active, modified_on = :now
            where tenant_id = :tenant and id = :id
            """;

    CustomFieldTypeStore(JdbcClient jdbc, Clock clock) {
        super(jdbc, clock, new Statements<>("custom_field_type", "custom_field_type.*", ROWS, DETAILS, INSERT, UPDATE));
    }

    List<CustomFieldType> all(long tenant, String recordKind) {
        return jdbc.sql("""
                select * from custom_field_type
                where tenant_id = :tenant and record_kind = :kind
                order by position, id
                """)
                .param("tenant", tenant)
                .param("kind", recordKind)
                .query(ROWS.rows())
                .list();
    }

    List<CustomFieldType> known(long tenant, String recordKind, Collection<Long> ids) {
        return jdbc.sql("""
                select * from custom_field_type
                where tenant_id = :tenant and record_kind = :kind and id = any(:ids)
                """)
                .param("tenant", tenant)
                .param("kind", recordKind)
                .param("ids", ids.toArray(Long[]::new))
                .query(ROWS.rows())
                .list();
    }

    /** Says which field of locations keeps the answers to a job's field; null for none. */
    void keepAt(long tenant, long id, @Nullable Long locationType) {
        jdbc.sql("update custom_field_type set location_type_id = :at where tenant_id = :tenant and id = :id")
                .param("at", locationType)
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    /** Two who arrange the same list at once do it one after the other. */
    void lock(long tenant, String recordKind) {
        jdbc.sql("""
                select id from custom_field_type
                where tenant_id = :tenant and record_kind = :kind
                order by id for no key update
                """)
                .param("tenant", tenant)
                .param("kind", recordKind)
                .query(Long.class)
                .list();
    }

    /** Gives the fields their places, in the order of the ids. */
    void arrange(long tenant, List<Long> ids) {
        jdbc.sql("""
                update custom_field_type set position = wanted.position
                from unnest(:ids::bigint[]) with ordinality as wanted (id, position)
                where tenant_id = :tenant and custom_field_type.id = wanted.id
                """)
                .param("ids", ids.toArray(Long[]::new))
                .param("tenant", tenant)
                .update();
    }
}
