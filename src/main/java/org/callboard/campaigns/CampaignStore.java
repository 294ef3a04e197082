package org.callboard.campaigns;

import java.time.Clock;
import org.callboard.database.RecordMapper;
import org.callboard.settings.SettingsStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CampaignStore extends SettingsStore<Campaign, Campaign.Details> {

    private static final RecordMapper<Campaign.Details> DETAILS = RecordMapper.of(Campaign.Details.class);

    private static final String COLUMNS = """
            campaign.*,
            (select k.name from campaign_category k where k.tenant_id = campaign.tenant_id and k.id = category_id)
                as category_name,
            (select k.active from campaign_category k where k.tenant_id = campaign.tenant_id and k.id = category_id)
                as category_active,
            array(
                select n.number from own_number n
                where n.tenant_id = campaign.tenant_id and n.campaign_id = campaign.id and n.active order by n.number
            ) as phone_numbers""";

    private static final String INSERT = DETAILS.sql("""
            insert into campaign (tenant_id, COLUMNS, created_on, modified_on)
            values (:tenant, PARAMETERS, :now, :now) returning id
            """);

    private static final String UPDATE = DETAILS.sql("""
            update campaign set ASSIGNMENTS, active = :active, modified_on = :now
            where tenant_id = :tenant and id = :id
            """);

    CampaignStore(JdbcClient jdbc, Clock clock) {
        super(
                jdbc,
                clock,
                new Statements<>("campaign", COLUMNS, RecordMapper.of(Campaign.class), DETAILS, INSERT, UPDATE));
    }
}
