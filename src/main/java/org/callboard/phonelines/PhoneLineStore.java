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

    /** Whose a number is exactly as it is on record. */
    record Known(boolean own, boolean user, boolean blocked) {}

    /**
     * Somebody who could answer a number.
     *
     * @param taking whether they take calls
     */
    record Answerer(String name, @Nullable String telephone, boolean taking) {}

    private static final RecordMapper<Known> KNOWN = RecordMapper.of(Known.class);
    private static final RecordMapper<Answerer> ANSWERERS = RecordMapper.of(Answerer.class);

    private final JdbcClient jdbc;

    PhoneLineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Known known(long tenant, String number) {
        return jdbc.sql("""
                select
                    exists (select from own_number where tenant_id = :tenant and number = :number and active) as own,
                    exists (select from app_user where tenant_id = :tenant and telephone = :number and active) as "user",
                    exists (select from blocked_number where tenant_id = :tenant and number = :number) as blocked
                """)
                .param("tenant", tenant)
                .param("number", number)
                .query(KNOWN.rows())
                .single();
    }

    /** The telephones of all who work there, as they were typed; hundreds at most. */
    List<String> typed(long tenant) {
        return jdbc.sql("""
                select phone from employee where tenant_id = :tenant and active and phone is not null
                union
                select phone_number from technician where tenant_id = :tenant and active and phone_number is not null
                """).param("tenant", tenant).query(String.class).list();
    }

    /** Whether it is the telephone of somebody who signs in here, as a system names it. */
    boolean isUser(long tenant, String telephone) {
        return jdbc.sql("""
                select exists (select from app_user where tenant_id = :tenant and telephone = :telephone and active)
                """)
                .param("tenant", tenant)
                .param("telephone", telephone)
                .query(Boolean.class)
                .single();
    }

    /** Lets no other transaction that asks for this number go on before this one ends. */
    void keep(long tenant, String number) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "telephone number:" + tenant + ":" + number)
                .query(Integer.class)
                .single();
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

    /** The members of a ring group, or everybody where there is none, who could take calls. */
    List<Answerer> answerers(long tenant, @Nullable Long ringGroup) {
        return jdbc.sql("select u.telephone, " + TakingCallsStore.TAKING + " as taking, (" + """
                    select e.name from employee e where e.tenant_id = u.tenant_id and e.id = u.id) as name
                from app_user u
                where u.tenant_id = :tenant and
                """ + TakingCallsStore.ABLE
                        + """
                    and (not exists (select from ring_group where tenant_id = :tenant and id = :group and active) or exists (
                        select from ring_group_member m
                        where m.tenant_id = :tenant and m.ring_group_id = :group and m.user_id = u.id))
                order by u.id
                """)
                .param("tenant", tenant)
                .param("group", ringGroup)
                .query(ANSWERERS.rows())
                .list();
    }
}
