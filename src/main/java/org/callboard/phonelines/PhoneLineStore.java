package org.callboard.phonelines;

import java.util.List;
import java.util.Optional;
import org.callboard.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads to whom numbers and extensions belong. */
@Repository
class PhoneLineStore {

    /** What is on record of a number exactly as it is. */
    record Known(@Nullable Long ownNumberId, @Nullable Long userId, boolean blocked) {}

    /** A telephone of somebody of the company, as it was typed. */
    record TypedPhone(boolean technician, long id, String phone) {}

    private static final RecordMapper<Known> KNOWN = RecordMapper.of(Known.class);
    private static final RecordMapper<TypedPhone> TYPED = RecordMapper.of(TypedPhone.class);

    private final JdbcClient jdbc;

    PhoneLineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Known known(long tenant, String number) {
        return jdbc.sql("""
                select
                    (select id from own_number where tenant_id = :tenant and number = :number and active)
                        as own_number_id,
                    (select id from app_user where tenant_id = :tenant and telephone = :number and active) as user_id,
                    exists (select from blocked_number where tenant_id = :tenant and number = :number) as blocked
                """)
                .param("tenant", tenant)
                .param("number", number)
                .query(KNOWN.rows())
                .single();
    }

    /** The telephones of all who work there; hundreds at most. */
    List<TypedPhone> typed(long tenant) {
        return jdbc.sql("""
                select false as technician, id, phone from employee
                where tenant_id = :tenant and active and phone is not null
                union all
                select true, id, phone_number from technician
                where tenant_id = :tenant and active and phone_number is not null
                order by technician, id
                """).param("tenant", tenant).query(TYPED.rows()).list();
    }

    Optional<Long> userOf(long tenant, String extension, String telephone) {
        return jdbc.sql("""
                select id from app_user
                where tenant_id = :tenant and active and (extension = :extension or telephone = :telephone)
                order by extension = :extension desc nulls last limit 1
                """)
                .param("tenant", tenant)
                .param("extension", extension)
                .param("telephone", telephone)
                .query(Long.class)
                .optional();
    }

    Optional<Long> agent(long tenant, @Nullable String extension, @Nullable String telephone, @Nullable String email) {
        return jdbc.sql("""
                select id from (
                    select id, 1 as place from app_user
                    where tenant_id = :tenant and extension = :extension and active and role <> 'Viewer'
                    union all
                    select id, 2 from app_user
                    where tenant_id = :tenant and telephone = :telephone and active and role <> 'Viewer'
                    union all
                    select id, 3 from app_user
                    where tenant_id = :tenant and email = lower(:email) and active and role <> 'Viewer'
                ) named
                order by place limit 1
                """)
                .param("tenant", tenant)
                .param("extension", extension)
                .param("telephone", telephone)
                .param("email", email)
                .query(Long.class)
                .optional();
    }
}
