package org.callboard.followups;

import java.time.Clock;
import java.util.List;
import org.callboard.calls.CallListStore;
import org.callboard.calls.TalkTime;
import org.callboard.database.Caller;
import org.callboard.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The log of follow-ups. There is no statement here that changes a line; the database would refuse one. */
@Repository
public class FollowUpStore {

    private static final RecordMapper<FollowUpDraft> DRAFTS = RecordMapper.of(FollowUpDraft.class);
    private static final RecordMapper<LeadLogEntry> LINES = RecordMapper.of(LeadLogEntry.class);

    private static final String INSERT = DRAFTS.sql("""
            insert into lead_follow_up (tenant_id, lead_id, COLUMNS, note_id, created_on, created_by_id, created_by_name)
            values (:tenant, :lead, PARAMETERS, :note, :now, :by, :name)
            """);

    /** The outcome of a row of {@code call} in which the office called; null where somebody answered, or may yet. */
    static final String CAME_OF_CALL = "case when call.state = 'Missed' then 'NoAnswer' end";

    private final JdbcClient jdbc;
    private final Clock clock;

    FollowUpStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(long tenant, long lead, FollowUpDraft draft, @Nullable Long note) {
        jdbc.sql(INSERT)
                .params(DRAFTS.params(draft))
                .param("tenant", tenant)
                .param("lead", lead)
                .param("note", note)
                .param("now", clock.instant())
                .param("by", Caller.current().employeeId())
                .param("name", Caller.current().name())
                .update();
    }

    /**
     * Follow-ups, the notes that are not what was said at one, and the calls in which the office called about it; pinned ones
     * first, then the newest.
     */
    public List<LeadLogEntry> log(long tenant, long lead, int most) {
        return jdbc.sql("""
                select false as note, channel, outcome, text, pin_to_top, follow_up_date, created_on,
                    created_by_name, null::bigint as call_id, null as talk_time, id
                from lead_follow_up where tenant_id = :tenant and lead_id = :lead
                union all
                select true, null, null, n.text, n.is_pinned, null, n.created_on, coalesce(e.name, 'a program'), null,
                    null, n.id
                from lead_note n
                left join employee e on e.tenant_id = n.tenant_id and e.id = n.created_by_id
                where n.tenant_id = :tenant and n.lead_id = :lead and not exists (
                    select from lead_follow_up f
                    where f.tenant_id = n.tenant_id and f.lead_id = n.lead_id and f.note_id = n.id
                )
                union all
                select false, 'Call', CAME, call.memo, false, null,
                    call.received_on, coalesce(AGENT, 'The office'), call.id, TALKED, call.id
                from call
                where call.tenant_id = :tenant and call.tied_lead_id = :lead
                order by pin_to_top desc, created_on desc, id desc limit :most
                """.replace("CAME", CAME_OF_CALL)
                        .replace("AGENT", CallListStore.AGENT)
                        .replace("TALKED", TalkTime.SQL))
                .param("tenant", tenant)
                .param("lead", lead)
                .param("most", most)
                .query(LINES.rows())
                .list();
    }
}
