package org.callboard.settings;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.callboard.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TagTypeStore extends SettingsStore<TagType, TagType.Details> {

    private static final RecordMapper<TagType.Details> DETAILS = RecordMapper.of(TagType.Details.class);

    private static final String INSERT = DETAILS.sql("""
            insert into tag_type (tenant_id, COLUMNS, created_on, modified_on)
            values (:tenant, PARAMETERS, :now, :now) returning id
            """);

    private static final String UPDATE = DETAILS.sql("""
            update tag_type set ASSIGNMENTS, active = :active, modified_on = :now
            where tenant_id = :tenant and id = :id
            """);

    TagTypeStore(JdbcClient jdbc, Clock clock) {
        super(
                jdbc,
                clock,
                new Statements<>("tag_type", "tag_type.*", RecordMapper.of(TagType.class), DETAILS, INSERT, UPDATE));
    }

    /** Those of the ids that are no tag types, in their order. */
    List<Long> unknown(long tenant, Collection<Long> ids) {
        return jdbc.sql("""
                select wanted.id from unnest(:ids::bigint[]) with ordinality as wanted (id, position)
                where not exists (select from tag_type where tenant_id = :tenant and tag_type.id = wanted.id)
                order by position
                """)
                .param("ids", ids.toArray(Long[]::new))
                .param("tenant", tenant)
                .query(Long.class)
                .list();
    }
}
