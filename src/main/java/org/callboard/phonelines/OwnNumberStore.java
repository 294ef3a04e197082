package org.callboard.phonelines;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.callboard.database.RecordMapper;
import org.callboard.settings.SettingsStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OwnNumberStore extends SettingsStore<OwnNumber, OwnNumber.Details> {

    private static final RecordMapper<OwnNumber> NUMBERS = RecordMapper.of(OwnNumber.class);

    private static final String COLUMNS = "own_number.*, label as name";

    private static final String INSERT = """
            insert into own_number
                (tenant_id, label, number, campaign_id, business_unit_id, ring_group_id, created_on, modified_on)
            values (:tenant, :name, :number, :campaignId, :businessUnitId, :ringGroupId, :now, :now) returning id
            """;

    private static final String UPDATE = """
            update own_number
            set label = :name, number = :number, campaign_id = :campaignId, business_unit_id = :businessUnitId,
                ring_group_id = :ringGroupId, active = :active, version = version + 1, modified_on = :now
            where tenant_id = :tenant and id = :id
            """;

    OwnNumberStore(JdbcClient jdbc, Clock clock) {
        super(
                jdbc,
                clock,
                new Statements<>(
                        "own_number", COLUMNS, NUMBERS, RecordMapper.of(OwnNumber.Details.class), INSERT, UPDATE));
    }

    @Override
    public List<OwnNumber> all(long tenant) {
        return jdbc.sql("select " + COLUMNS + " from own_number where tenant_id = :tenant order by lower(label), id")
                .param("tenant", tenant)
                .query(NUMBERS.rows())
                .list();
    }

    Optional<OwnNumber> of(long tenant, String number) {
        return jdbc.sql("select " + COLUMNS
                        + " from own_number where tenant_id = :tenant and number = :number and active")
                .param("tenant", tenant)
                .param("number", number)
                .query(NUMBERS.rows())
                .optional();
    }
}
