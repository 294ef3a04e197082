package org.callboard.phonelines;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.callboard.database.RecordMapper;
import org.callboard.phonelines.TakingCalls.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes who takes calls. */
@Repository
class TakingCallsStore {

    /** Of an {@code app_user}: whether the switch is on, where nobody touched it as the role says. */
    static final String TAKING = "coalesce(taking_calls, role = 'CSR')";

    /** Of an {@code app_user}: whether they could take calls at all. */
    static final String ABLE = "active and role <> 'Viewer'";

    private static final RecordMapper<Person> PEOPLE = RecordMapper.of(Person.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    TakingCallsStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Person> all(long tenant) {
        return jdbc.sql("select u.id, e.name, u.taking, exists (" + """
                    select from spring_session s
                    where s.principal_name = u.tenant_id || ':' || u.id and s.expiry_time > :now) as signed_in
                from (
                    select tenant_id, id,
                """ + TAKING
                        + " as taking from app_user where tenant_id = :tenant and " + ABLE + """
                ) u
                join employee e on e.tenant_id = u.tenant_id and e.id = u.id
                order by lower(e.name), u.id
                """)
                .param("tenant", tenant)
                .param("now", clock.instant().toEpochMilli())
                .query(PEOPLE.rows())
                .list();
    }

    boolean of(long tenant, long user) {
        return of(tenant, user, "");
    }

    /** The same; nobody else turns it until the transaction ends. */
    boolean lock(long tenant, long user) {
        return of(tenant, user, " for no key update");
    }

    private boolean of(long tenant, long user, String lock) {
        return jdbc.sql("select " + ABLE + " and " + TAKING + " from app_user where tenant_id = :tenant and id = :user"
                        + lock)
                .param("tenant", tenant)
                .param("user", user)
                .query(Boolean.class)
                .single();
    }

    void set(long tenant, long user, boolean taking) {
        jdbc.sql("update app_user set taking_calls = :taking where tenant_id = :tenant and id = :user")
                .param("tenant", tenant)
                .param("user", user)
                .param("taking", taking)
                .update();
    }

    Set<Long> rungBy(long tenant, @Nullable Long ownNumber) {
        return jdbc.sql("with dialed as (" + """
                    select g.id from own_number n
                    join ring_group g on g.tenant_id = n.tenant_id and g.id = n.ring_group_id and g.active
                    where n.tenant_id = :tenant and n.id = :number and n.active
                )
                select u.id from app_user u
                where u.tenant_id = :tenant and
                """ + ABLE + " and " + TAKING + """
                    and (not exists (select from dialed) or exists (
                        select from ring_group_member m
                        where m.tenant_id = u.tenant_id and m.ring_group_id = (select id from dialed) and m.user_id = u.id))
                """)
                .param("tenant", tenant)
                .param("number", ownNumber)
                .query(Long.class)
                .set();
    }
}
