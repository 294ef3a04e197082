package org.callboard.settings;

import java.time.Clock;
import org.callboard.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BusinessUnitStore extends SettingsStore<BusinessUnit, BusinessUnit.Details> {

    private static final RecordMapper<BusinessUnit.Details> DETAILS = RecordMapper.of(BusinessUnit.Details.class);

    private static final String INSERT = DETAILS.sql("""
            insert into business_unit (tenant_id, COLUMNS, created_on, modified_on)
            values (:tenant, PARAMETERS, :now, :now) returning id
            """);

    private static final String UPDATE = DETAILS.sql("""
            update business_unit set ASSIGNMENTS, active = :active, modified_on = :now
            where tenant_id = :tenant and id = :id
            """);

    BusinessUnitStore(JdbcClient jdbc, Clock clock) {
        super(
                jdbc,
                clock,
                new Statements<>(
                        "business_unit",
                        "business_unit.*",
                        RecordMapper.of(BusinessUnit.class),
                        DETAILS,
                        INSERT,
                        UPDATE));
    }
}
