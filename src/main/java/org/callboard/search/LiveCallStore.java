package org.callboard.search;

import java.util.List;
import org.callboard.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the telephone calls that wait or are somebody's, and who is called back. */
@Repository
class LiveCallStore {

    /** The latest of each kind; nobody works through more, and the list of calls has all. */
    private static final int MOST = 300;

    /**
     * One of them.
     *
     * @param number E.164; null where there is none
     * @param names of the customers whom it is about or who have the number; null for none
     * @param callerName as the network tells it
     */
    record LiveCall(
            Kind kind,
            long id,
            @Nullable String number,
            boolean withheld,
            @Nullable String callerName,
            @Nullable String names,
            @Nullable String memo,
            @Nullable Long customerId,
            boolean doNotService,
            String state) {}

    private static final RecordMapper<LiveCall> CALLS = RecordMapper.of(LiveCall.class);

    private final JdbcClient jdbc;

    LiveCallStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<LiveCall> all(long tenant) {
        return jdbc.sql("""
                select live.*, who.*
                from (
                    (
                        select 'Call' as kind, id, number, withheld, caller_name, memo, customer_id as about,
                            coalesce(state, 'Open') as state
                        from call
                        where tenant_id = :tenant and desk = 'Open'
                        order by received_on desc limit :most
                    )
                    union all
                    (
                        select 'CallBack', k.id, k.number, false, c.caller_name, null, null, 'CallBack'
                        from call_back k
                        join call c on c.tenant_id = k.tenant_id and c.id = k.last_call_id
                        where k.tenant_id = :tenant and k.status = 'Open'
                        order by k.last_missed_on desc limit :most
                    )
                ) live
                cross join lateral (
                    select string_agg(c.name, ' or ' order by c.name) as names,
                        case when count(*) = 1 then min(c.id) end as customer_id,
                        coalesce(bool_or(c.do_not_service), false) as do_not_service
                    from customer c
                    where c.tenant_id = :tenant and c.active and c.id = any(case
                        when live.about is not null then array[live.about]
                        else array(
                            select p.owner_id from contact_point p
                            where p.tenant_id = :tenant and p.form = live.number and p.attaches
                                and (p.owner_kind = 'customer') is true -- served by the index of the forms alone
                            limit 5) end)
                ) who
                """)
                .param("tenant", tenant)
                .param("most", MOST)
                .query(CALLS.rows())
                .list();
    }
}
