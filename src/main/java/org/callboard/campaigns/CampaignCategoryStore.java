package org.callboard.campaigns;

import java.time.Clock;
import org.callboard.database.RecordMapper;
import org.callboard.settings.SettingsStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CampaignCategoryStore extends SettingsStore<CampaignCategory, CampaignCategory.Details> {

    private static final RecordMapper<CampaignCategory.Details> DETAILS =
            RecordMapper.of(CampaignCategory.Details.class);

    private static final String INSERT = DETAILS.sql("""
            insert into campaign_category (tenant_id, COLUMNS, created_on, modified_on)
            values (:tenant, PARAMETERS, :now, :now) returning id
            """);

    private static final String UPDATE = DETAILS.sql("""
            update campaign_category set ASSIGNMENTS, active = :active, modified_on = :now
            where tenant_id = :tenant and id = :id
            """);

    CampaignCategoryStore(JdbcClient jdbc, Clock clock) {
        super(
                jdbc,
                clock,
                new Statements<>(
                        "campaign_category",
                        "campaign_category.*",
                        RecordMapper.of(CampaignCategory.class),
                        DETAILS,
                        INSERT,
                        UPDATE));
    }
}
