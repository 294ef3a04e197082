package org.callboard.phonelines;

import java.time.Clock;
import java.util.List;
import org.callboard.database.RecordMapper;
import org.callboard.settings.SettingsStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RingGroupStore extends SettingsStore<RingGroup, RingGroup.Details> {

    private static final String COLUMNS = """
            ring_group.*, array(
                select m.user_id from ring_group_member m
                where m.tenant_id = ring_group.tenant_id and m.ring_group_id = ring_group.id
                order by m.user_id
            ) as user_ids""";

    private static final String INSERT = """
            insert into ring_group (tenant_id, name, created_on, modified_on)
            values (:tenant, :name, :now, :now) returning id
            """;

    private static final String UPDATE = """
            update ring_group set name = :name, active = :active, version = version + 1, modified_on = :now
            where tenant_id = :tenant and id = :id
            """;

    RingGroupStore(JdbcClient jdbc, Clock clock) {
        super(
                jdbc,
                clock,
                new Statements<>(
                        "ring_group",
                        COLUMNS,
                        RecordMapper.of(RingGroup.class),
                        RecordMapper.of(RingGroup.Details.class),
                        INSERT,
                        UPDATE));
    }

    @Override
    public long insert(long tenant, RingGroup.Details details) {
        long id = super.insert(tenant, details);
        join(tenant, id, details.userIds());
        return id;
    }

    @Override
    public int update(long tenant, long id, RingGroup.Details details, boolean active) {
        join(tenant, id, details.userIds());
        return super.update(tenant, id, details, active);
    }

    /** Replaces the members of a group. */
    private void join(long tenant, long id, List<Long> users) {
        jdbc.sql("delete from ring_group_member where tenant_id = :tenant and ring_group_id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .update();
        jdbc.sql("""
                insert into ring_group_member (tenant_id, ring_group_id, user_id)
                select distinct :tenant, :id, one from unnest(:users) one
                """)
                .param("tenant", tenant)
                .param("id", id)
                .param("users", users.toArray(Long[]::new))
                .update();
    }
}
