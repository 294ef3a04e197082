package org.callboard.leads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.callboard.leads.FollowUp.Channel;
import org.callboard.leads.FollowUp.Outcome;
import org.callboard.platform.Caller;
import org.callboard.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The log of follow-ups. There is no statement here that changes a line; the database would refuse one. */
@Repository
class FollowUpStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    FollowUpStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(long tenant, long lead, FollowUpDraft draft, @Nullable Long note) {
        jdbc.sql("""
                insert into lead_follow_up (tenant_id, lead_id, channel, outcome, text, pinned, next_on, note_id,
                    created_on, created_by, created_by_name)
                values (:tenant, :lead, :channel, :outcome, :text, :pinned, :next, :note, :now, :by, :name)
                """)
                .param("tenant", tenant)
                .param("lead", lead)
                .param(
                        "channel",
                        draft.channel() == null ? null : draft.channel().name())
                .param(
                        "outcome",
                        draft.outcome() == null ? null : draft.outcome().name())
                .param("text", draft.text())
                .param("pinned", draft.pinned())
                .param("next", draft.nextOn())
                .param("note", note)
                .param("now", clock.instant())
                .param("by", Caller.current().employeeId())
                .param("name", Caller.current().name())
                .update();
    }

    /** Pinned ones first, then the newest. */
    List<FollowUp> of(long tenant, long lead, int most) {
        return jdbc.sql("""
                select * from lead_follow_up where tenant_id = :tenant and lead_id = :lead
                order by pinned desc, id desc limit :most
                """)
                .param("tenant", tenant)
                .param("lead", lead)
                .param("most", most)
                .query(FollowUpStore::followUp)
                .list();
    }

    private static FollowUp followUp(ResultSet row, int number) throws SQLException {
        String channel = row.getString("channel");
        String outcome = row.getString("outcome");
        return new FollowUp(
                row.getLong("id"),
                channel == null ? null : Channel.valueOf(channel),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("text"),
                row.getBoolean("pinned"),
                Rows.instantOrNull(row, "next_on"),
                Rows.instant(row, "created_on"),
                row.getString("created_by_name"));
    }
}
