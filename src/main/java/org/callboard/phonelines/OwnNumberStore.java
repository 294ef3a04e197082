package org.callboard.phonelines;

import java.util.List;
import java.util.Optional;
import org.callboard.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OwnNumberStore {

    private static final RecordMapper<OwnNumber> NUMBERS = RecordMapper.of(OwnNumber.class);

    private final JdbcClient jdbc;

    OwnNumberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OwnNumber> all(long tenant) {
        return jdbc.sql("select * from own_number where tenant_id = :tenant order by lower(label), id")
                .param("tenant", tenant)
                .query(NUMBERS.rows())
                .list();
    }

    Optional<OwnNumber> find(long tenant, long id) {
        return jdbc.sql("select * from own_number where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(NUMBERS.rows())
                .optional();
    }

    Optional<OwnNumber> of(long tenant, String number) {
        return jdbc.sql("select * from own_number where tenant_id = :tenant and number = :number and active")
                .param("tenant", tenant)
                .param("number", number)
                .query(NUMBERS.rows())
                .optional();
    }
}
