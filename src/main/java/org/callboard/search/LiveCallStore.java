package org.callboard.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.database.RecordMapper;
import org.callboard.matches.LikelyMatches;
import org.callboard.matches.LikelyMatches.NumberHolder;
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
     * @param callerName as the network tells it
     * @param customers whom it is about, else who have the number
     */
    record LiveCall(
            Kind kind,
            long id,
            @Nullable String number,
            boolean withheld,
            @Nullable String callerName,
            @Nullable String memo,
            List<NumberHolder> customers,
            String state) {}

    /** One with whom it is about, where somebody said so. */
    private record Row(
            Kind kind,
            long id,
            @Nullable String number,
            boolean withheld,
            @Nullable String callerName,
            @Nullable String memo,
            @Nullable Long about,
            @Nullable String aboutName,
            boolean doNotService,
            String state) {

        LiveCall with(Map<String, List<NumberHolder>> holders) {
            return new LiveCall(kind, id, number, withheld, callerName, memo, customers(holders), state);
        }

        private List<NumberHolder> customers(Map<String, List<NumberHolder>> holders) {
            if (about == null) {
                return number == null ? List.of() : holders.getOrDefault(number, List.of());
            }
            return aboutName == null ? List.of() : List.of(new NumberHolder(about, aboutName, doNotService));
        }
    }

    private static final RecordMapper<Row> ROWS = RecordMapper.of(Row.class);

    private final JdbcClient jdbc;
    private final LikelyMatches matches;

    LiveCallStore(JdbcClient jdbc, LikelyMatches matches) {
        this.jdbc = jdbc;
        this.matches = matches;
    }

    /** All of them in one statement, and who has their numbers in another. */
    List<LiveCall> all(long tenant) {
        List<Row> rows = rows(tenant);
        Set<String> numbers = rows.stream()
                .filter(row -> row.about == null)
                .map(Row::number)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
        Map<String, List<NumberHolder>> holders = matches.holders(tenant, numbers);
        return rows.stream().map(row -> row.with(holders)).toList();
    }

    private List<Row> rows(long tenant) {
        return jdbc.sql("""
                select live.*, c.name as about_name, coalesce(c.do_not_service, false) as do_not_service
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
                left join customer c on c.tenant_id = :tenant and c.id = live.about and c.active
                """)
                .param("tenant", tenant)
                .param("most", MOST)
                .query(ROWS.rows())
                .list();
    }
}
