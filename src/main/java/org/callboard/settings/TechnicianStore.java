package org.callboard.settings;

import java.time.Clock;
import org.callboard.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TechnicianStore extends SettingsStore<Technician, Technician.Details> {

    private static final RecordMapper<Technician.Details> DETAILS = RecordMapper.of(Technician.Details.class);

    private static final String INSERT = DETAILS.sql("""
            insert into technician (tenant_id, COLUMNS, created_on, modified_on)
            values (:tenant, PARAMETERS, :now, :now) returning id
            """);

    private static final String UPDATE = DETAILS.sql("""
            update technician set ASSIGNMENTS, active = :active, modified_on = :now
            where tenant_id = :tenant and id = :id
            """);

    TechnicianStore(JdbcClient jdbc, Clock clock) {
        super(
                jdbc,
                clock,
                new Statements<>(
                        "technician", "technician.*", RecordMapper.of(Technician.class), DETAILS, INSERT, UPDATE));
    }
}
