package org.callboard.serviceareas;

import java.time.Clock;
import java.util.List;
import org.callboard.database.RecordMapper;
import org.callboard.settings.SettingsStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ServiceAreaStore extends SettingsStore<ServiceArea, ServiceArea.Details> {

    private static final RecordMapper<ServiceArea> AREAS = RecordMapper.of(ServiceArea.class);
    private static final RecordMapper<ServiceArea.Details> DETAILS = RecordMapper.of(ServiceArea.Details.class);

    private static final String INSERT = DETAILS.sql("""
            insert into service_area (tenant_id, COLUMNS, created_on, modified_on)
            values (:tenant, PARAMETERS, :now, :now) returning id
            """);

    private static final String UPDATE = DETAILS.sql("""
            update service_area set ASSIGNMENTS, active = :active, modified_on = :now
            where tenant_id = :tenant and id = :id
            """);

    private final JdbcClient jdbc;

    ServiceAreaStore(JdbcClient jdbc, Clock clock) {
        super(jdbc, clock, new Statements<>("service_area", "service_area.*", AREAS, DETAILS, INSERT, UPDATE));
        this.jdbc = jdbc;
    }

    List<ServiceArea> active(long tenant) {
        return jdbc.sql("select * from service_area where tenant_id = :tenant and active order by id")
                .param("tenant", tenant)
                .query(AREAS.rows())
                .list();
    }
}
