package org.callboard.leads;

import java.time.Clock;
import org.callboard.database.RecordMapper;
import org.callboard.settings.SettingsStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LeadFormStore extends SettingsStore<LeadForm, LeadForm.Details> {

    private static final RecordMapper<LeadForm.Details> DETAILS = RecordMapper.of(LeadForm.Details.class);

    private static final String INSERT = DETAILS.sql("""
            insert into lead_form (tenant_id, COLUMNS, created_on, modified_on)
            values (:tenant, PARAMETERS, :now, :now) returning id
            """);

    private static final String UPDATE = DETAILS.sql("""
            update lead_form set ASSIGNMENTS, active = :active, modified_on = :now
            where tenant_id = :tenant and id = :id
            """);

    LeadFormStore(JdbcClient jdbc, Clock clock) {
        super(
                jdbc,
                clock,
                new Statements<>("lead_form", "lead_form.*", RecordMapper.of(LeadForm.class), DETAILS, INSERT, UPDATE));
    }
}
