package org.callboard.openinghours;

import java.time.Clock;
import org.callboard.database.RecordMapper;
import org.callboard.settings.SettingsStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HolidayStore extends SettingsStore<Holiday, Holiday.Details> {

    private static final RecordMapper<Holiday.Details> DETAILS = RecordMapper.of(Holiday.Details.class);

    private static final String INSERT = DETAILS.sql("""
            insert into holiday (tenant_id, COLUMNS, created_on, modified_on)
            values (:tenant, PARAMETERS, :now, :now) returning id
            """);

    private static final String UPDATE = DETAILS.sql("""
            update holiday set ASSIGNMENTS, active = :active, modified_on = :now
            where tenant_id = :tenant and id = :id
            """);

    HolidayStore(JdbcClient jdbc, Clock clock) {
        super(
                jdbc,
                clock,
                new Statements<>("holiday", "holiday.*", RecordMapper.of(Holiday.class), DETAILS, INSERT, UPDATE));
    }
}
